using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Text;

/// <summary>Writes a text and its structure as lines that a test can compare.</summary>
internal static class Shown
{
    /// <summary>One line a span: kind, level, words and, behind an arrow, the target.</summary>
    public static string[] Spans(this StructuredText text) =>
        [.. text.Spans.Select(s => FormattableString.Invariant($"{s.Kind} {s.Level} '{text.Of(s)}'{(s.Target is null ? "" : " → " + s.Target)}"))];

    /// <summary>The words of the spans of one kind.</summary>
    public static string[] Words(this StructuredText text, TextKind kind) => [.. text.Spans.Where(s => s.Kind == kind).Select(text.Of)];

    /// <summary>Fails unless the text keeps what <see cref="StructuredText"/> promises.</summary>
    public static void KeepsItsPromises(this StructuredText text)
    {
        Assert.DoesNotContain('\0', text.Plain);
        Assert.DoesNotContain('\r', text.Plain);
        for (var i = 0; i < text.Plain.Length; i++)
        {
            if (char.IsHighSurrogate(text.Plain[i]))
            {
                Assert.True(i + 1 < text.Plain.Length && char.IsLowSurrogate(text.Plain[++i]), "a lone high surrogate");
            }
            else
            {
                Assert.False(char.IsSurrogate(text.Plain[i]), "a lone low surrogate");
            }
        }

        Assert.All(text.Spans, s => Assert.True(s.Start >= 0 && s.Length > 0 && s.End <= text.Plain.Length));
        Assert.Equal(text.Spans.OrderBy(s => s.Start).Select(s => s.Start), text.Spans.Select(s => s.Start));
    }
}
