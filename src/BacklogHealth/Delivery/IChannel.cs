using BacklogHealth.Storage;

namespace BacklogHealth.Delivery;

/// <summary>A way that reports go.</summary>
internal interface IChannel
{
    /// <summary>Hands a parcel over to one recipient, and tells what became of it. Never throws for what the other side does.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="key">To whom, and what makes it one and the same.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<Handed> Send(Parcel parcel, DispatchKey key, CancellationToken cancellation);
}

/// <summary>What became of a parcel.</summary>
/// <param name="State">Accepted; failed for good; pending, to be tried again; unknown where all was handed over and no answer came.</param>
/// <param name="Note">What the other side said, as a sentence where it fails.</param>
/// <param name="NotBefore">When the other side wants to be asked again (UTC); null where it does not say.</param>
internal sealed record Handed(DispatchState State, string? Note, DateTimeOffset? NotBefore = null)
{
    /// <summary>The other side took it.</summary>
    public static Handed Accepted(string? note) => new(DispatchState.Accepted, note);

    /// <summary>The other side will not take it.</summary>
    public static Handed Refused(string note) => new(DispatchState.Failed, note);

    /// <summary>It may be taken later.</summary>
    public static Handed Later(string note) => new(DispatchState.Pending, note);
}
