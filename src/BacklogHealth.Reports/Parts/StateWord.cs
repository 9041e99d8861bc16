using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The state of an answer as a word and a mark, never as a colour alone.</summary>
internal static class StateWord
{
    public static Run Of(AnswerState state) => state switch
    {
        AnswerState.Act => new Run("▼ Act", Emphasis.Act),
        AnswerState.Watch => new Run("◆ Watch", Emphasis.Watch),
        _ => new Run("● Keep", Emphasis.Keep),
    };

    /// <summary>The state word, a colon and why; only why where there is no state.</summary>
    public static Sentence With(AnswerState? state, string why) =>
        state is not { } known ? why : why.Length == 0 ? OldWords.Of(Of(known), ".") : OldWords.Of(Of(known), ": ", LowerFirst(why));

    /// <summary>The name in JSON; null where there is no state.</summary>
    public static string? Name(AnswerState? state) => state is { } known ? Of(known).Text[2..] : null;

    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? string.Concat(text[..1].ToLowerInvariant(), text.AsSpan(1)) : text;
}
