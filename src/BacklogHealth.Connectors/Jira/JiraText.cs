using System.Text.Json;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Reads Jira's texts.</summary>
internal static class JiraText
{
    /// <summary>A text with markup; where it is longer than what is kept, it is cut and a note says so.</summary>
    public static StructuredText Document(JiraDialect dialect, JsonElement? element, string what, List<string> notes)
    {
        var (whole, length) = element?.ValueKind switch
        {
            JsonValueKind.Object => Counted(AdfText.Read(element)),
            JsonValueKind.String when element.Value.GetString() is { Length: > 0 } words => (dialect.Words(TextLimit.Cut(words)), words.Length),
            _ => (StructuredText.Empty, 0),
        };
        var kept = TextLimit.Cut(whole);
        if (length > TextLimit.Longest)
        {
            notes.Add(FormattableString.Invariant($"{what} has {length} characters; the first {kept.Plain.Length} of its plain text are kept."));
        }

        return kept;
    }

    /// <summary>One line of plain words.</summary>
    public static string Line(string text)
    {
        // Most titles are one line already.
        var space = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (space || c != ' '))
            {
                return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }

            space = c == ' ';
        }

        return text.TrimEnd();
    }

    private static (StructuredText Text, int Length) Counted(StructuredText text) => (text, text.Plain.Length);
}
