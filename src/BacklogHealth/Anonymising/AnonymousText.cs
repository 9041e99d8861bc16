using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Anonymising;

/// <summary>Replaces what a text says and keeps how it is built: its blocks, lists, boxes, tables, code, links and pictures stand where they stood.</summary>
/// <param name="prose">The words in place of others.</param>
/// <param name="names">The addresses and names of files in place of others.</param>
internal sealed partial class AnonymousText(AnonymousProse prose, AnonymousNames names)
{
    private static readonly string[] GermanWords = ["der", "die", "das", "und", "ist", "nicht", "ein", "eine", "mit", "für", "auf", "von", "zu", "den", "wird", "werden", "soll", "als", "wenn", "kann", "damit"];

    /// <summary>One line without structure, as a title.</summary>
    /// <param name="line">The line.</param>
    /// <param name="german">True where the item is written in German.</param>
    public string Line(string line, bool german)
    {
        ArgumentNullException.ThrowIfNull(line);
        return prose.Replaced(line, 0, line.Length, german);
    }

    /// <summary>The text in other words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="german">True where the item is written in German.</param>
    public StructuredText Of(StructuredText text, bool german)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Plain;
        int[] cuts = [.. text.Spans.SelectMany(s => new[] { s.Start, s.End }).Append(0).Append(plain.Length).Distinct().Order()];
        var moved = new Dictionary<int, int>(cuts.Length);
        var made = new StringBuilder(plain.Length);
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            moved[cuts[i]] = made.Length;
            made.Append(Part(text, cuts[i], cuts[i + 1], german));
        }

        moved[plain.Length] = made.Length;
        return new StructuredText(made.ToString(), [.. text.Spans.Select(s => s with
        {
            Start = moved[s.Start],
            Length = moved[s.End] - moved[s.Start],
            Target = s.Target is null ? null : names.Address(s.Target),
        })]);
    }

    /// <summary>True where the commonest words of German stand in the texts of an item more than once, and more often than every twelfth word.</summary>
    public static bool IsGerman(params ReadOnlySpan<string> texts)
    {
        var (all, german) = (0, 0);
        foreach (var text in texts)
        {
            foreach (var word in text.Split(' ', '\n'))
            {
                all++;
                german += GermanWords.Contains(word.ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal) ? 1 : 0;
            }
        }

        return german > 1 && german * 12 > all;
    }

    private string Part(StructuredText text, int start, int end, bool german)
    {
        var around = text.Spans.Where(s => s.Start <= start && s.End >= end).ToImmutableArray();
        var part = text.Plain[start..end];
        return around.IsEmpty && Mark().IsMatch(part) ? part
            : around.Any(s => s.Kind is TextKind.Image) ? names.File(part)
            : around.Any(s => s.Kind is TextKind.Code or TextKind.Mention) ? prose.Whole(part)
            : prose.Replaced(text.Plain, start, end, german);
    }

    // What stands before an entry of a list, outside of its words.
    [GeneratedRegex(@"^\s*(\d{1,3}[.)]|[-*•]|\[[ xX]\]|[a-zA-Z][.)])?\s*$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Mark();
}
