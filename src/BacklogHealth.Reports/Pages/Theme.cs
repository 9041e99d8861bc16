namespace BacklogHealth.Reports.Pages;

/// <summary>
/// The colours of one theme: blue and vermilion after Okabe and Ito (2008), each with a darker or lighter form for words. Blue is "as it was or as wanted",
/// vermilion is "look here". The contrasts are held by a test.
/// </summary>
/// <param name="Paper">Behind everything.</param>
/// <param name="Ink">Text.</param>
/// <param name="Soft">Small print and axis labels.</param>
/// <param name="Rule">Thin lines.</param>
/// <param name="Wash">An empty bar.</param>
/// <param name="Mark">Behind words quoted from an item.</param>
/// <param name="Blue">Graphics.</param>
/// <param name="BlueInk">Words and links in blue.</param>
/// <param name="Vermilion">Graphics.</param>
/// <param name="VermilionInk">Words in vermilion.</param>
internal sealed record Theme(
    string Paper, string Ink, string Soft, string Rule, string Wash, string Mark, string Blue, string BlueInk, string Vermilion, string VermilionInk)
{
    public static readonly Theme Light = new(
        "#ffffff", "#1b1f24", "#56606d", "#d9dee5", "#eef1f4", "#fff1c2", "#0072b2", "#00629b", "#d55e00", "#ad4600");

    public static readonly Theme Dark = new(
        "#14181d", "#e8ebef", "#a7b2be", "#313a44", "#232a32", "#4a3f14", "#56b4e9", "#7cc4f5", "#f0883e", "#f5a262");

    /// <summary>The colours as CSS variables.</summary>
    public string Css =>
        $"--paper:{Paper};--ink:{Ink};--soft:{Soft};--rule:{Rule};--wash:{Wash};--mark:{Mark};--blue:{Blue};--blue-ink:{BlueInk};--verm:{Vermilion};--verm-ink:{VermilionInk}";
}
