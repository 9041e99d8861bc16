namespace BacklogHealth;

/// <summary>What the program's exit code tells a script.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Failed: an unreachable host, a full disk.</summary>
    Failed = 1,

    /// <summary>Usage or settings; a file named on the command line that is not there, too.</summary>
    Usage = 2,

    /// <summary>Data incomplete: a sync that could not prove it is whole, bad rows in a file, too little history for what was asked.</summary>
    Incomplete = 3,

    /// <summary>The tracker refused us: authentication, permission.</summary>
    Refused = 4,

    /// <summary>Throttled; will go on later.</summary>
    Throttled = 5,

    /// <summary>A health gate was not met.</summary>
    GateNotMet = 6,
}

/// <summary>Joins the codes of several teams or connections.</summary>
internal static class ExitCodes
{
    private static readonly ExitCode[] Order = [ExitCode.Usage, ExitCode.Failed, ExitCode.Refused, ExitCode.Incomplete, ExitCode.Throttled, ExitCode.GateNotMet];

    /// <summary>The first of 2, 1, 4, 3, 5 that occurred (then 6); 0 where none did.</summary>
    public static ExitCode Join(IEnumerable<ExitCode> codes)
    {
        var first = Order.Length;
        foreach (var code in codes)
        {
            for (var i = 0; i < first; i++)
            {
                first = Order[i] == code ? i : first;
            }
        }

        return first < Order.Length ? Order[first] : ExitCode.Done;
    }
}

/// <summary>Something the user can mend. The message is a sentence: where, what was found, what was expected, what to do.</summary>
internal sealed class UserError(ExitCode code, string message) : Exception(message)
{
    /// <summary>The exit code it leads to.</summary>
    public ExitCode Code { get; } = code;

    /// <summary>A fault in what was typed or set.</summary>
    public static UserError Usage(string message) => new(ExitCode.Usage, message);
}
