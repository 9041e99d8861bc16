using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BacklogHealth.Core.WorkItems;

/// <summary>What a part of a text is. Inline kinds (link, image, code) lie inside block kinds.</summary>
public enum TextKind
{
    /// <summary>A paragraph: the block for anything that is nothing else.</summary>
    Paragraph,

    /// <summary>A heading; <see cref="TextSpan.Level"/> is 1 to 6.</summary>
    Heading,

    /// <summary>One entry of a list, without its mark; <see cref="TextSpan.Level"/> is its depth from 1.</summary>
    ListItem,

    /// <summary>One entry of a checklist; <see cref="TextSpan.Level"/> is 1 where it is ticked, else 0.</summary>
    Checkbox,

    /// <summary>One row of a table, its cells joined by " | "; <see cref="TextSpan.Level"/> is 1 for a head row, else 0.</summary>
    TableRow,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>A block or a run of code, or preformatted text: never read as prose.</summary>
    Code,

    /// <summary>The words of a link; <see cref="TextSpan.Target"/> is its address.</summary>
    Link,

    /// <summary>An image or attachment, by its name or alternative text; <see cref="TextSpan.Target"/> is its address where known.</summary>
    Image,

    /// <summary>A person mentioned. Its words are shown as the tracker shows them and are never used as a feature.</summary>
    Mention,
}

/// <summary>A marked part of <see cref="StructuredText.Plain"/>.</summary>
/// <param name="Kind">What the part is.</param>
/// <param name="Start">First UTF-16 unit, from 0.</param>
/// <param name="Length">Number of UTF-16 units, 0 or more.</param>
/// <param name="Level">Depth, rank or tick, by kind; else 0.</param>
/// <param name="Target">Address of a link or image; else null.</param>
public readonly record struct TextSpan(TextKind Kind, int Start, int Length, int Level = 0, string? Target = null)
{
    /// <summary>First UTF-16 unit behind the part.</summary>
    public int End => Start + Length;
}

/// <summary>
/// A text as its readers see it, plain, with its structure beside it. Every markup of every tracker becomes this once, at the border;
/// everything behind the border reads nothing else. Offsets count UTF-16 units of <see cref="Plain"/>.
/// Blocks are separated by line feeds; marks such as "- " or "[x] " stand in the plain text, outside the spans.
/// </summary>
public sealed class StructuredText : IEquatable<StructuredText>
{
    /// <summary>The empty text.</summary>
    public static readonly StructuredText Empty = new("", []);

    /// <summary>Makes a text from its parts. Spans must lie inside <paramref name="plain"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A span reaches outside the text.</exception>
    public StructuredText(string plain, ImmutableArray<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(plain);
        foreach (var span in spans)
        {
            if (span.Start < 0 || span.Length < 0 || span.End > plain.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(spans), $"span {span.Kind} {span.Start}+{span.Length} reaches outside a text of {plain.Length} units");
            }
        }

        Plain = plain;
        Spans = spans;
    }

    /// <summary>The text without markup. Never null; no NUL characters, no lone surrogates, line feeds only.</summary>
    public string Plain { get; }

    /// <summary>The structure, ordered by start; an inline span follows the block that holds it.</summary>
    public ImmutableArray<TextSpan> Spans { get; }

    /// <summary>True where nothing but white space is there.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Plain);

    /// <summary>The words that a span marks.</summary>
    public string Of(TextSpan span) => Plain.Substring(span.Start, span.Length);

    /// <summary>A text that has no markup: each line that is not blank is a paragraph.</summary>
    public static StructuredText FromPlain(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Empty;
        }

        var builder = new StructuredTextBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            builder.Block(TextKind.Paragraph).Append(line);
        }

        return builder.Build();
    }

    /// <summary>The structure as one line of text for storage, "" where there is none. Read back by <see cref="Decode"/>.</summary>
    public string EncodeSpans()
    {
        var text = new StringBuilder();
        foreach (var span in Spans)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(int)span.Kind} {span.Start} {span.Length} {span.Level} {(span.Target is null ? "" : Uri.EscapeDataString(span.Target))};");
        }

        return text.ToString();
    }

    /// <summary>Makes a text from its plain form and the line that <see cref="EncodeSpans"/> gave.</summary>
    /// <exception cref="FormatException">The line is not one that <see cref="EncodeSpans"/> gives.</exception>
    public static StructuredText Decode(string plain, string? spans)
    {
        if (string.IsNullOrEmpty(plain))
        {
            return Empty;
        }

        var decoded = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var entry in (spans ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(' ');
            if (parts.Length != 5)
            {
                throw new FormatException($"stored text structure: found '{entry}', expected 'kind start length level target'");
            }

            int Number(int i) => int.Parse(parts[i], CultureInfo.InvariantCulture);
            decoded.Add(new TextSpan((TextKind)Number(0), Number(1), Number(2), Number(3), parts[4].Length == 0 ? null : Uri.UnescapeDataString(parts[4])));
        }

        return new StructuredText(plain, decoded.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(StructuredText? other) => other is not null && Plain == other.Plain && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StructuredText);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Plain, Spans.Length);

    /// <inheritdoc/>
    public override string ToString() => Plain;
}
