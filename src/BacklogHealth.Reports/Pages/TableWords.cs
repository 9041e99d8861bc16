using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>What the controls of tables say. The script that makes them has no words of its own: it reads these from the page and fills in what is in braces.</summary>
internal static class TableWords
{
    private static readonly (string Name, Sentence Words)[] All =
    [
        ("filter", $"Only rows with"),
        ("shown", $"{{shown}} of {{all}} rows"),
        ("sort-by", $"Sort by"),
        ("as-listed", $"as listed"),
        ("ascending", $"{{column}}, ascending"),
        ("descending", $"{{column}}, descending"),
    ];

    /// <summary>The words in a voice's language, as attributes of the page's body.</summary>
    public static string Attributes(Voice voice) => string.Concat(All.Select(w => $" data-{w.Name}=\"{HtmlPage.Encode(voice.Plain(w.Words))}\""));
}
