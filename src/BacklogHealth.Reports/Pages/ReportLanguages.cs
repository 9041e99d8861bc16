using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>The languages of reports: those of Core with the words of this room.</summary>
internal static class ReportLanguages
{
    private static readonly Lazy<Language> German = new(() => Language.German.With(typeof(ReportLanguages).Assembly.GetManifestResourceStream("Words.de.json")!));

    /// <summary>The language of a code; English where there are no words for it.</summary>
    public static Language For(string code) => code == German.Value.Code ? German.Value : Language.English;
}
