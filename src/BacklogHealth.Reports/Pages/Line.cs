using System.Collections.Immutable;

namespace BacklogHealth.Reports.Pages;

/// <summary>How a few words stand out from their line.</summary>
internal enum Emphasis
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The number or name that the line is about.</summary>
    Strong,

    /// <summary>Words quoted from an item.</summary>
    Mark,

    /// <summary>What to type, exactly so: no word of it is broken over two lines.</summary>
    Code,

    /// <summary>State word: act.</summary>
    Act,

    /// <summary>State word: watch.</summary>
    Watch,

    /// <summary>State word: keep.</summary>
    Keep,
}

/// <summary>Some words of one kind. The text is plain: each page form encodes it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Emphasis">How they stand out.</param>
/// <param name="Link">Where they lead; null for nowhere.</param>
internal sealed record Run(string Text, Emphasis Emphasis = Emphasis.None, string? Link = null)
{
    public static implicit operator Run(string text) => new(text);
}

/// <summary>One line of text: a sentence, a cell, a heading.</summary>
internal sealed record Line(ImmutableArray<Run> Runs)
{
    public static readonly Line Empty = new([]);

    /// <summary>As a cell of a table: the number or the day (yyyy-MM-dd) that the words say, where they do not sort by themselves. Null for the words.</summary>
    public string? Value { get; init; }

    /// <summary>True where there are no words.</summary>
    public bool IsEmpty => Runs.IsEmpty;

    /// <summary>The words without their emphasis.</summary>
    public string Plain => string.Concat(Runs.Select(r => r.Text));

    public static implicit operator Line(string text) => new([new Run(text)]);

    public static Line Of(params Run[] runs) => new([.. runs]);

    /// <summary>Words that say a day.</summary>
    public static Line OfDay(string words, DateOnly day) => new([words]) { Value = Say.Text($"{day:yyyy-MM-dd}") };

    /// <summary>Words that say a number.</summary>
    public static Line OfNumber(string words, double number) => new([words]) { Value = Say.Text($"{number:0.####}") };

    public static Line Join(params Line[] lines) => new([.. lines.SelectMany(l => l.Runs)]);

    /// <summary>A sentence of the program, in which what stands between backticks is to be typed.</summary>
    public static Line OfSentence(string text) =>
        new([.. text.Split('`').Select((part, i) => new Run(part, i % 2 == 1 ? Emphasis.Code : Emphasis.None)).Where(r => r.Text.Length > 0)]);

    /// <summary>The part of a line that matters most.</summary>
    public static Run Strong(string text) => new(text, Emphasis.Strong);
}
