using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health;

/// <summary>What an answer asks of the reader.</summary>
public enum AnswerState
{
    /// <summary>All is as wanted.</summary>
    Keep,

    /// <summary>Worth an eye.</summary>
    Watch,

    /// <summary>Needs something done.</summary>
    Act,
}

/// <summary>How one answer was judged.</summary>
/// <param name="State">The word; null where nothing can be said.</param>
/// <param name="Rule">The written rule behind the word, as a sentence; where there is no word, why not.</param>
public sealed record Judgement(AnswerState? State, Sentence Rule);
