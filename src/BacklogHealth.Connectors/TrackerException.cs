namespace BacklogHealth.Connectors;

/// <summary>Why a tracker could not be read; each has its own exit code.</summary>
public enum TrackerFault
{
    /// <summary>No answer: wrong address, no network, not a tracker at all, a server error that stayed.</summary>
    Unreachable,

    /// <summary>The tracker refused us: authentication or permission. Never retried.</summary>
    Refused,

    /// <summary>The tracker asked us to wait longer than we do in one run.</summary>
    Throttled,

    /// <summary>The tracker's answers contradict each other, so that the data cannot be proven whole.</summary>
    Incomplete,

    /// <summary>The request itself is wrong: unknown project, bad query, an ambiguous field. To be mended in settings.</summary>
    Settings,
}

/// <summary>A tracker could not be read. The message is a sentence: where, what was found, what was expected, what to do. It holds no secret.</summary>
public sealed class TrackerException : Exception
{
    /// <summary>Makes one.</summary>
    public TrackerException(TrackerFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What kind of fault it is.</summary>
    public TrackerFault Fault { get; }

    /// <summary>The fields of which one has to be chosen; null for every other fault.</summary>
    public FieldChoice? Choice { get; init; }

    /// <summary>Why the tracker cannot run a query, in its own words and without a full stop; null for every other fault.</summary>
    public string? RefusedQuery { get; init; }
}
