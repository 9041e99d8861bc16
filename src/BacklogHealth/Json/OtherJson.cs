using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Json;

/// <summary>Everything about one item.</summary>
internal sealed record ExplainJson(
    string Schema, string Key, string Title, string Type, string State, string? Url, ScoreJson Score, IReadOnlyList<ScoreAccount> AddsUp,
    IReadOnlyList<string> Missing, IReadOnlyList<RuleEntry> Rules, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Notes, IReadOnlyList<string> History,
    ItemOutlookJson? Outlook)
{
    /// <summary>What moved the expected size; null where no model can tell.</summary>
    public SizeReasonsJson? SizeReasons { get; init; }

    /// <summary>The chance that it is edited, asked about or sent back after its start, with its parts; null where it is begun or nobody can tell.</summary>
    public ChanceJson? Rework { get; init; }

    /// <summary>The chance that it stays in progress for longer than 85 of 100 items, with its parts; null where it is begun or nobody can tell.</summary>
    public ChanceJson? Risk { get; init; }
}

/// <summary>The rule book.</summary>
internal sealed record RulesJson(string Schema, IReadOnlyList<RuleEntry> Rules);

/// <summary>One point in time of a backtest of "how many"; team is null for a file.</summary>
internal sealed record BacktestJson(
    string Schema, string? Team, DateOnly AsOf, int Days, int Actual, IReadOnlyList<int> Quantiles, IReadOnlyDictionary<string, int> AtLeast, double Crps, NaiveJson Naive);

/// <summary>The usual method at the same point.</summary>
internal sealed record NaiveJson(IReadOnlyDictionary<string, int> AtLeast, double Crps);

/// <summary>One point in time of a backtest of "when"; team is null for a file.</summary>
internal sealed record BacktestWhenJson(
    string Schema, string? Team, DateOnly AsOf, string Question, int Items, IReadOnlyDictionary<string, DateOnly> By, DateOnly? Actual, NaiveWhenJson Naive);

/// <summary>The usual method at the same point.</summary>
internal sealed record NaiveWhenJson(IReadOnlyDictionary<string, DateOnly> By);

/// <summary>One stored item.</summary>
internal record ItemJson
{
    public string Schema { get; init; } = "backlog-health/item/1";

    public required string Team { get; init; }

    public required string Key { get; init; }

    public required string Id { get; init; }

    public required string Project { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string State { get; init; }

    public required string OriginalState { get; init; }

    public required string Created { get; init; }

    public string? Started { get; init; }

    public string? Finished { get; init; }

    public double? StoryPoints { get; init; }

    public string? Parent { get; init; }

    public required IReadOnlyList<string> Sprints { get; init; }

    public string? Rank { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    public required int Changes { get; init; }

    public required int Comments { get; init; }

    public required bool Removed { get; init; }

    public required bool Visible { get; init; }

    public required bool HistoryComplete { get; init; }

    public int? Clarity { get; init; }

    public int? Slicing { get; init; }
}

/// <summary>One team's pull.</summary>
internal sealed record SyncJson(
    string Schema, string Connection, string Team, bool Complete, int? InTracker, int Stored, int Fetched, int Created, int Updated, int Returned, int ReadAgain,
    int NotListed, int Removed, int MovedAway, int NotVisible, int Unmapped, int HistoryIncomplete, long Requests, long Bytes, double WaitedForLimitSeconds,
    string? ProvenAt, IReadOnlyList<string> Problems);

/// <summary>The merged settings.</summary>
internal sealed record ConfigJson(string Schema, string File, bool FileFound, IReadOnlyList<ConfigValueJson> Values);

/// <summary>One setting with its source.</summary>
internal sealed record ConfigValueJson(string Path, string Value, string From);

/// <summary>What the doctor found.</summary>
internal sealed record DoctorJson(string Schema, bool Ok, IReadOnlyList<DoctorCheckJson> Checks);

/// <summary>One check; todo is null where it is fine.</summary>
internal sealed record DoctorCheckJson(string What, bool Ok, string Found, string? Todo);

/// <summary>All scores as one document.</summary>
internal sealed record ScoresJson(string Schema, IReadOnlyList<ScoreJson> Items);
