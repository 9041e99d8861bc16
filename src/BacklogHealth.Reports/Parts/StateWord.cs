using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Parts;

/// <summary>The state of an answer as a word and a mark, never as a colour alone.</summary>
internal static class StateWord
{
    public static Marked Of(AnswerState state) => state switch
    {
        AnswerState.Act => new Marked($"▼ Act", Emphasis.Act),
        AnswerState.Watch => new Marked($"◆ Watch", Emphasis.Watch),
        _ => new Marked($"● Keep", Emphasis.Keep),
    };

    /// <summary>The state word, a colon and why; only why where there is no state.</summary>
    public static Sentence With(AnswerState? state, Sentence why) =>
        state is not { } known ? why : why.IsEmpty ? $"{Of(known)}." : (Sentence)$"{Of(known)}: {why}";
}
