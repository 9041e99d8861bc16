namespace BacklogHealth.Core.Scoring;

/// <summary>English names of the languages that the rules tell apart.</summary>
internal static class LanguageNames
{
    /// <summary>The name of an ISO 639-1 code; the code itself where none is known.</summary>
    public static string Of(string code) => code switch
    {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "pt" => "Portuguese",
        "it" => "Italian",
        "nl" => "Dutch",
        "pl" => "Polish",
        _ => code,
    };
}
