using System.Collections.Immutable;

namespace BacklogHealth.Core.Sentences;

/// <summary>How a few words stand out from their line.</summary>
public enum Emphasis
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

/// <summary>Some words of one kind, as they are: no language changes them. The text is plain; each page form encodes it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Emphasis">How they stand out.</param>
/// <param name="Link">Where they lead; null for nowhere.</param>
public sealed record Run(string Text, Emphasis Emphasis = Emphasis.None, string? Link = null);

/// <summary>Words of a sentence that stand out or lead somewhere, in any language.</summary>
/// <param name="Words">The words.</param>
/// <param name="Emphasis">How they stand out.</param>
/// <param name="Link">Where they lead; null for nowhere.</param>
public sealed record Marked(Sentence Words, Emphasis Emphasis = Emphasis.None, string? Link = null);

/// <summary>A sentence as it was said in one language.</summary>
/// <param name="Runs">Its words, in order.</param>
public sealed record Line(ImmutableArray<Run> Runs)
{
    /// <summary>True where there are no words.</summary>
    public bool IsEmpty => Runs.IsEmpty;

    /// <summary>The words without their emphasis.</summary>
    public string Plain => string.Concat(Runs.Select(r => r.Text));

    /// <summary>The same, with what is to be typed between backticks.</summary>
    public string Typed => string.Concat(Runs.Select(r => r.Emphasis == Emphasis.Code ? $"`{r.Text}`" : r.Text));
}
