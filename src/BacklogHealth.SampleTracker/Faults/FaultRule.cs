using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>One rule of a script: which requests it is about, and what happens to them.</summary>
internal sealed record FaultRule(string PathContains)
{
    public string? Method { get; init; }

    public string? BodyContains { get; init; }

    /// <summary>How many requests of any kind the server answers before the rule begins.</summary>
    public int AfterRequests { get; init; }

    /// <summary>Among the matching requests: the first that is hit, from 1.</summary>
    public int First { get; init; } = 1;

    /// <summary>Among the matching requests: how far apart two hits are.</summary>
    public int Step { get; init; } = 1;

    /// <summary>How many are hit at most.</summary>
    public int Times { get; init; } = int.MaxValue;

    public int? Status { get; init; }

    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    public TimeSpan? RetryAfterDate { get; init; }

    public TimeSpan Delay { get; init; }

    public int? CutAfter { get; init; }

    public int? BreakOffAfter { get; init; }

    public bool Drop { get; init; }

    public int? PageLimit { get; init; }

    public bool RepeatToken { get; init; }

    public bool EmptyPage { get; init; }

    public int? EndAfter { get; init; }

    public int? HistoryLimit { get; init; }

    /// <summary>Bytes to which an answer is filled up with blanks.</summary>
    public int FilledTo { get; init; }

    /// <summary>Bytes of a body of blanks that is sent compressed in place of the answer.</summary>
    public long? BombBytes { get; init; }

    /// <summary>The host that takes the place of the true one in addresses of next pages.</summary>
    public string? LinkHost { get; init; }

    /// <summary>How far from now the limit is said to be reset; null says nothing.</summary>
    public TimeSpan? RateLimitReset { get; init; }

    /// <summary>Whether that is said in seconds since 1970, as Azure DevOps does, or as a date, as Jira does.</summary>
    public bool ResetIsEpoch { get; init; }

    public ImmutableArray<string> Omitted { get; init; } = [];

    public ImmutableArray<string> Refused { get; init; } = [];

    public bool Matches(string method, string target, string body) =>
        target.Contains(PathContains, StringComparison.Ordinal)
        && (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && (BodyContains is null || body.Contains(BodyContains, StringComparison.Ordinal));

    /// <summary>Whether the <paramref name="occurrence"/>th matching request is hit, counted from 1.</summary>
    public bool Hits(int occurrence) =>
        occurrence >= First && (occurrence - First) % Step == 0 && (occurrence - First) / Step < Times;
}
