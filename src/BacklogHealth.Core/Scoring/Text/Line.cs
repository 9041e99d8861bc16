namespace BacklogHealth.Core.Scoring.Text;

/// <summary>What a line is to a reader.</summary>
internal enum LineKind
{
    Paragraph,
    Heading,
    ListItem,
    Checkbox,
    TableRow,

    /// <summary>Code, a log, a quotation, or nothing readable.</summary>
    NotProse,
}

/// <summary>One line without its mark. Level is the depth of a list item, from 1.</summary>
internal readonly record struct Line(int Start, int Length, LineKind Kind, int Level)
{
    /// <summary>Index of its first word.</summary>
    public int FirstWord { get; init; }

    /// <summary>Index behind its last word; equal to <see cref="FirstWord"/> where it has none.</summary>
    public int EndWord { get; init; }

    public int End => Start + Length;
}

/// <summary>One sentence: where it stands and which words it has.</summary>
internal readonly record struct Sentence(int Start, int Length, int FirstWord, int WordCount)
{
    public int End => Start + Length;

    public int EndWord => FirstWord + WordCount;
}
