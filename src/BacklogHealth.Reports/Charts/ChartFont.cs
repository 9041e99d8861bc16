using ScottPlot;

namespace BacklogHealth.Reports.Charts;

/// <summary>
/// The font that all charts carry with them. Without it a machine that has no fonts draws charts whose labels are all missing, and no error says so.
/// </summary>
internal static class ChartFont
{
    public const string Name = "DejaVu Sans";

    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Registers the font once in a process.</summary>
    /// <exception cref="FileNotFoundException">A font file does not lie beside the program.</exception>
    public static void Use() => _ = Registered.Value;

    private static bool Register()
    {
        Fonts.AddFontFile(Name, PathOf("DejaVuSans.ttf"), bold: false, italic: false);
        Fonts.AddFontFile(Name, PathOf("DejaVuSans-Bold.ttf"), bold: true, italic: false);
        Fonts.Default = Name;
        _ = (Fonts.GetTypeface(Name, bold: false, italic: false), Fonts.GetTypeface(Name, bold: true, italic: false));
        return true;
    }

    private static string PathOf(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Fonts", file);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path}: not found. Charts need the fonts that ship with the program. Install it again, with its Fonts folder.", path);
    }
}
