using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Backlog.Seeds;

/// <summary>Where an item stands at the end of the history.</summary>
internal enum SeedState
{
    Done,
    Todo,
    Ready,
    Doing,
    Review,
    WontDo,
    Duplicate,
}

/// <summary>What a text file says about one item; when things happened to it is made by the simulation.</summary>
internal sealed record ItemSeed
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public SeedState State { get; init; }

    /// <summary>The title it had before it was renamed; null where it never was.</summary>
    public string? OldTitle { get; init; }

    public SampleText? Description { get; init; }

    /// <summary>The description it had before it was edited; null where it never was.</summary>
    public SampleText? OldDescription { get; init; }

    /// <summary>The blocks a later morning may add to the description; null where none were written.</summary>
    public SampleText? Addition { get; init; }

    public ImmutableArray<CommentSeed> Comments { get; init; } = [];

    public ImmutableArray<Flaw> Flaws { get; init; } = [];

    /// <summary>Written to have no flaw.</summary>
    public bool Good { get; init; }

    /// <summary>Created within the last seven days.</summary>
    public bool IsNew { get; init; }

    /// <summary>Where an epic of the past names it: created while that epic was worked on.</summary>
    public bool IsAdded { get; init; }

    /// <summary>In progress for far longer than usual.</summary>
    public bool IsOld { get; init; }

    /// <summary>In progress for somewhat longer than usual.</summary>
    public bool IsAgeing { get; init; }

    /// <summary>Stands near the top of the backlog.</summary>
    public bool IsTop { get; init; }

    public bool WasReopened { get; init; }

    /// <summary>Given back to the queue after it was started, and started again.</summary>
    public bool WasSentBack { get; init; }

    /// <summary>It had no description before it was edited.</summary>
    public bool BeganEmpty { get; init; }

    /// <summary>How it was started and what became of it; null where it is not finished.</summary>
    public ItemStart? Start { get; init; }

    /// <summary>What its time from start to finish is multiplied by.</summary>
    public double CycleFactor { get; init; } = 1;

    /// <summary>Blocked by the item written before it.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>A copy of the item written before it, made when that was finished.</summary>
    public bool IsClone { get; init; }

    /// <summary>Its estimate was raised after work had begun.</summary>
    public bool WasReestimated { get; init; }

    /// <summary>Of an epic: what it believes, and whether it says how that will be known; null where it is no hypothesis.</summary>
    public Fact? Hypothesis { get; init; }

    /// <summary>Labels of its own, beside that of its epic.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Title of the finished item of the team from whose use it came; null where it came from none.</summary>
    public string? CameFrom { get; init; }

    /// <summary>Names of attached pictures.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];

    /// <summary>Titles of linked pages elsewhere.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    /// <summary>Sub-tasks, in the order of the file.</summary>
    public ImmutableArray<ItemSeed> SubTasks { get; init; } = [];

    public bool IsOpen => State is SeedState.Todo or SeedState.Ready or SeedState.Doing or SeedState.Review;

    public bool IsStarted => State is SeedState.Doing or SeedState.Review;
}

/// <summary>How a finished item was started.</summary>
/// <param name="IsUnclear">Its text left open what was wanted.</param>
/// <param name="Fate">What became of it between its first start and its last finish.</param>
internal sealed record ItemStart(bool IsUnclear, Fate Fate);

/// <summary>One text file: an epic with its items. An epic without a title is a drawer of items that have no parent.</summary>
/// <param name="Title">The epic's title; empty for items without a parent.</param>
/// <param name="Description">The epic's description; null where it has none.</param>
/// <param name="From">When its work began, as a share of the history, 0 to 1.</param>
/// <param name="To">When its last finished item was finished, as a share of the history, 0 to 1.</param>
/// <param name="Label">The label of its items.</param>
/// <param name="Version">The release its open items are promised for; null where none is.</param>
/// <param name="Flaws">Flaws of the epic itself.</param>
/// <param name="Items">Its items, in the order of the file.</param>
internal sealed record EpicSeed(string Title, SampleText? Description, double From, double To, string Label, string? Version, ImmutableArray<Flaw> Flaws, ImmutableArray<ItemSeed> Items)
{
    /// <summary>Days from the day of the sample on which the epic itself is due; null where nobody has said.</summary>
    public int? DueIn { get; init; }

    /// <summary>Ways to check its items, with places (<see cref="Starts.Phrases"/>).</summary>
    public ImmutableArray<string> Checks { get; init; } = [];

    /// <summary>Reasons for its items, with places.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Comments on the epic itself.</summary>
    public ImmutableArray<CommentSeed> Comments { get; init; } = [];

    /// <summary>What the epic believes, and whether it says how that will be known; null where it is no hypothesis.</summary>
    public Fact? Hypothesis { get; init; }
}
