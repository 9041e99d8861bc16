using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>What a place holds.</summary>
internal enum PlaceKind
{
    /// <summary>A text, a sentence, a run, or a list of these.</summary>
    Words,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>A place of a template.</summary>
/// <param name="Index">Which value it holds.</param>
/// <param name="Form">How the value is said; null for the usual way.</param>
internal readonly record struct Place(int Index, string? Form)
{
    private static readonly string[] DayForms = ["full", "short", "short full", "weekday"];

    /// <summary>The forms for none, one and several; null where it has none.</summary>
    public string[]? Forms => Form is { } form && form.Contains('|', StringComparison.Ordinal) ? form.Split('|') : null;

    /// <summary>True where its value can be said in this form.</summary>
    public bool Fits(PlaceKind kind) => (kind, Form) switch
    {
        (_, null) => true,
        (PlaceKind.Number, "%" or "##" or "0.00") => true,
        (PlaceKind.Number, _) => Forms is { Length: 2 or 3 },
        (PlaceKind.Day, var form) => DayForms.Contains(form, StringComparer.Ordinal),
        (PlaceKind.Words, var form) => form == "^",
        _ => false,
    };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{{{Index}{(Form is null ? "" : ":" + Form)}}}");
}

/// <summary>A sentence's words with places, read as the product reads them.</summary>
/// <param name="Text">The words.</param>
/// <param name="Places">Its places, in their order.</param>
/// <param name="Words">All of its words, those of forms of numbers as well; no place.</param>
/// <param name="Typed">What is to be typed, in its order.</param>
/// <param name="Strong">How often strong words begin or end.</param>
/// <param name="Fault">What is wrong with its braces and backticks; null where nothing is.</param>
internal sealed record Template(string Text, ImmutableArray<Place> Places, string Words, ImmutableArray<string> Typed, int Strong, string? Fault)
{
    /// <summary>True where there is anything to translate.</summary>
    public bool HasWords => Words.Any(char.IsLetter);

    /// <summary>What stands at its end: "." or ":", for example; none where a word or a place does.</summary>
    public string End => Text.Length > 0 && ".:;?!".Contains(Text[^1], StringComparison.Ordinal) ? Text[^1..] : "";

    /// <summary>True where its end is the full stop of a short form such as "J." or "Mon.".</summary>
    public bool EndsWithAbbreviation => End == "." && Text[..^1].Split(' ')[^1] is { Length: <= 3 } last && last.All(char.IsLetter);

    /// <summary>Reads a template.</summary>
    public static Template Of(string text)
    {
        var (places, words, line, fault) = (ImmutableArray.CreateBuilder<Place>(), new StringBuilder(), new StringBuilder(), (string?)null);
        for (var at = 0; at < text.Length; at++)
        {
            var twice = at + 1 < text.Length && text[at + 1] == text[at];
            if (text[at] is '{' or '}' && twice)
            {
                at++;
            }
            else if (text[at] == '}')
            {
                fault = "a } stands alone";
            }
            else if (text[at] == '{')
            {
                var end = text.IndexOf('}', at);
                var inside = end < 0 ? "" : text[(at + 1)..end];
                var colon = inside.IndexOf(':', StringComparison.Ordinal);
                if (!int.TryParse(colon < 0 ? inside : inside[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                {
                    return new(text, places.ToImmutable(), words.ToString(), [], 0, "a { begins no place such as {0}");
                }

                var place = new Place(index, colon < 0 ? null : inside[(colon + 1)..]);
                places.Add(place);
                words.Append(' ').AppendJoin(' ', place.Forms ?? []);
                line.Append(place);
                at = end;
                continue;
            }

            words.Append(text[at]);
            line.Append(text[at]);
        }

        var typed = line.ToString().Split('`');
        return new(
            text, places.ToImmutable(), words.ToString(), [.. typed.Where((_, i) => i % 2 == 1)], line.ToString().Split("**").Length - 1,
            fault ?? (typed.Length % 2 == 0 ? "a backtick is not closed" : line.ToString().Split("**").Length % 2 == 0 ? "a ** is not closed" : null));
    }
}
