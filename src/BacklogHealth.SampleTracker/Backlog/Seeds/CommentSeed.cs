using System.Globalization;

namespace BacklogHealth.SampleTracker.Backlog.Seeds;

/// <summary>
/// A comment as a text file has it: <c>~ words</c>, or with what is known of it in brackets, <c>~[by1 to0 asks after8] words</c>: the number of the
/// account that wrote it, that of the account that it mentions, whether it asks something that nobody has answered, and how many working days after
/// the end of the work it was written.
/// </summary>
internal sealed record CommentSeed(string Text)
{
    /// <summary>Number of the account that wrote it; null for anybody.</summary>
    public int? By { get; init; }

    /// <summary>Number of the account that it mentions; null for none.</summary>
    public int? To { get; init; }

    /// <summary>True where it asks something that nobody has answered.</summary>
    public bool Asks { get; init; }

    /// <summary>Working days after the end of the work; null where it was written meanwhile.</summary>
    public double? After { get; init; }

    /// <summary>Reads what stands behind the mark of a comment.</summary>
    public static CommentSeed Parse(string line)
    {
        if (line[0] != '[')
        {
            return new CommentSeed(line.Trim());
        }

        var end = line.IndexOf(']', StringComparison.Ordinal);
        var seed = new CommentSeed(line[(end + 1)..].Trim());
        foreach (var word in line[1..end].Split(' '))
        {
            seed = word switch
            {
                "asks" => seed with { Asks = true },
                _ when word.StartsWith("by", StringComparison.Ordinal) => seed with { By = int.Parse(word.AsSpan(2), CultureInfo.InvariantCulture) },
                _ when word.StartsWith("to", StringComparison.Ordinal) => seed with { To = int.Parse(word.AsSpan(2), CultureInfo.InvariantCulture) },
                _ when word.StartsWith("after", StringComparison.Ordinal) => seed with { After = double.Parse(word.AsSpan(5), CultureInfo.InvariantCulture) },
                _ => throw new FormatException($"Sample text '~{line}': found the word '{word}'; expected asks, by, to or after with a number; see {nameof(CommentSeed)}."),
            };
        }

        return seed;
    }
}
