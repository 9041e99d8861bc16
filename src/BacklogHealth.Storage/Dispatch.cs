namespace BacklogHealth.Storage;

/// <summary>What makes a dispatch one and the same, however often it is asked for.</summary>
/// <param name="Subscription">Name of the subscription.</param>
/// <param name="Period">Which of its reports: the local time at which it was due, as <c>2026-11-23T07:00</c>.</param>
/// <param name="Channel">The way it goes: <c>email</c>, <c>folder</c>, …</param>
/// <param name="Recipient">To whom: an address, a folder.</param>
public sealed record DispatchKey(string Subscription, string Period, string Channel, string Recipient);

/// <summary>How far a dispatch has come.</summary>
public enum DispatchState
{
    /// <summary>It is to be sent, or to be tried again.</summary>
    Pending = 0,

    /// <summary>Somebody is at it.</summary>
    Sending = 1,

    /// <summary>The other side took it.</summary>
    Accepted = 2,

    /// <summary>The other side will not take it, or it was tried often enough.</summary>
    Failed = 3,

    /// <summary>Twice nobody knows whether it arrived: it is not sent again by itself.</summary>
    Unknown = 4,

    /// <summary>It was left out, as its subscription wants of a week in which nothing happened.</summary>
    LeftOut = 5,
}

/// <summary>One report on its way to one recipient.</summary>
/// <param name="Key">What makes it one and the same.</param>
/// <param name="DueAt">When it was due (UTC).</param>
/// <param name="State">How far it has come.</param>
/// <param name="Attempts">How often it was handed over or tried to be.</param>
/// <param name="Doubts">How often nobody knows whether it arrived: the program died while handing it over, or no answer came.</param>
/// <param name="NextAt">When a pending one is to be tried again (UTC); null for at once.</param>
/// <param name="EndedAt">When it came to its end (UTC); null where it has not.</param>
/// <param name="Note">What the other side said last, or why it failed; null where there is nothing to say.</param>
public sealed record Dispatch(DispatchKey Key, DateTimeOffset DueAt, DispatchState State, int Attempts, int Doubts, DateTimeOffset? NextAt, DateTimeOffset? EndedAt, string? Note);

/// <summary>A dispatch that is ours to send until its lease ends. Whoever lost the lease cannot write any more: each claim has a higher token.</summary>
/// <param name="Number">The row.</param>
/// <param name="Token">Rises with each claim.</param>
/// <param name="Dispatch">The dispatch as it was claimed.</param>
public sealed record ClaimedDispatch(long Number, long Token, Dispatch Dispatch);
