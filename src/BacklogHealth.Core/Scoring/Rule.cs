using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// One thing that makes an item unclear or too big. A rule without id, reason, source or examples does not compile. A rule is pure and alone:
/// it calls no other rule, and reads texts only through <see cref="ItemReading"/>.
/// </summary>
public abstract class Rule
{
    /// <summary>Family and number, for example <c>CL003</c>. Never used again, even after the rule is gone.</summary>
    public abstract string Id { get; }

    /// <summary>What it looks at.</summary>
    public abstract Criterion Criterion { get; }

    /// <summary>The remedy, as an imperative.</summary>
    public abstract string Title { get; }

    /// <summary>Why it matters, in a sentence.</summary>
    public abstract string Rationale { get; }

    /// <summary>Where it comes from.</summary>
    public abstract Source Source { get; }

    /// <summary>How much its findings count.</summary>
    public abstract Severity Severity { get; }

    /// <summary>The most it takes from a score, 0 to 100.</summary>
    public abstract int Points { get; }

    /// <summary>The score it takes from.</summary>
    public abstract Score Feeds { get; }

    /// <summary>Two or more items that it passes.</summary>
    public abstract ImmutableArray<Example> Good { get; }

    /// <summary>Two or more items that it finds.</summary>
    public abstract ImmutableArray<Example> Bad { get; }

    /// <summary>How often it was right when its findings were read by people; null where nobody has counted yet.</summary>
    public virtual Reading? Reading => null;

    /// <summary>True where the rule makes sense for items of a kind.</summary>
    public abstract bool AppliesTo(WorkItemKind kind);

    /// <summary>A finding of this rule.</summary>
    /// <param name="evidence">The words it rests on.</param>
    /// <param name="points">What it takes; all of <see cref="Points"/> where null, never more, nothing for hints.</param>
    /// <param name="values">Named values for the sentence.</param>
    internal Finding Found(IEnumerable<Evidence>? evidence = null, int? points = null, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = value;
        }

        var counted = Severity == Severity.Info ? 0 : Math.Clamp(points ?? Points, 0, Points);
        return new Finding(Id, Severity, counted, Feeds, named.ToImmutable(), [.. evidence ?? []]);
    }
}

/// <summary>A count of how often a rule was right: findings on real items, read one by one.</summary>
/// <param name="Findings">Findings that were read, 1 or more.</param>
/// <param name="Right">Those that were right.</param>
/// <param name="On">On what they were found, and when they were read.</param>
public sealed record Reading(int Findings, int Right, string On)
{
    /// <summary>Fewest findings from which a count says something.</summary>
    public const int Fewest = 100;

    /// <summary>The share that was right, 0 to 1.</summary>
    public double Precision => (double)Right / Findings;
}

/// <summary>A rule that reads one item.</summary>
internal abstract class ItemRule : Rule
{
    /// <summary>What it finds in one item; at most one finding.</summary>
    internal abstract IEnumerable<Finding> Check(ItemReading item, TeamContext team);
}

/// <summary>A rule that reads one item beside all others.</summary>
internal abstract class BacklogRule : Rule
{
    /// <summary>What it finds in one item of a backlog; at most one finding.</summary>
    internal abstract IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team);
}

/// <summary>A rule that reads a backlog as a whole, or its sprints.</summary>
internal abstract class WholeRule : Rule
{
    /// <summary>What it finds; at most one finding a subject.</summary>
    internal abstract IEnumerable<BacklogFinding> Check(BacklogIndex backlog, TeamContext team);
}

/// <summary>A rule that holds what is promised for an item against the forecast. It is asked after forecasting, and its findings take no points: a score says what an item is, not when it comes.</summary>
internal abstract class OutlookRule : Rule
{
    /// <summary>What it finds; at most one finding.</summary>
    internal abstract IEnumerable<Finding> Check(DueOutlook outlook);
}

/// <summary>A rule that asks what came of finished work. It is asked once it is known what came back, and speaks of the backlog as a whole: finished items have no score.</summary>
internal abstract class ShippedRule : Rule
{
    /// <summary>What it finds; at most one finding, on the epic that has waited longest.</summary>
    internal abstract IEnumerable<BacklogFinding> Check(ImmutableArray<ShippedEpic> epics);
}
