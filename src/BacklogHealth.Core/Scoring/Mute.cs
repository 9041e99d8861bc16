using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>Findings that a team does not want. What is left out covers everything; a mute of nothing covers no finding.</summary>
public sealed record Mute
{
    /// <summary>The word that stands for every rule in a label of the tracker.</summary>
    public const string EveryRule = "all";

    /// <summary>Id of the rule, whatever its case; null for every rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Key of the item, whatever its case; null for every item.</summary>
    public string? Item { get; init; }

    /// <summary>A label; items that bear it are covered, whatever its case. Null for every item.</summary>
    public string? Label { get; init; }

    /// <summary>Why, in the team's own words; empty where nobody said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The last day on which it holds; null where it does not end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>True where it says of single findings that they are wrong, not of a rule that the team can do without it.</summary>
    public bool JudgesFindings => Item is not null || Label is not null;

    /// <summary>True where it has ended before a day.</summary>
    public bool HasEnded(DateOnly today) => Until < today;

    /// <summary>True where it covers items as this one.</summary>
    public bool Covers(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Covers(item.Key, item.Labels);
    }

    /// <summary>True where it covers an item of a key and labels.</summary>
    public bool Covers(string key, ImmutableArray<string> labels) =>
        (Item is null || Item.Equals(key, StringComparison.OrdinalIgnoreCase)) && (Label is null || labels.Contains(Label, StringComparer.OrdinalIgnoreCase));

    /// <summary>True where it covers a rule.</summary>
    public bool Covers(string ruleId) => Rule is null || Rule.Equals(ruleId, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A finding that was muted.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Mute">What muted it.</param>
public sealed record MutedFinding(Finding Finding, Mute Mute);

/// <summary>The mutes that hold for one item on one day: those of the team, and those that the item's labels say.</summary>
internal static class Mutes
{
    /// <summary>The mutes that cover an item.</summary>
    public static ImmutableArray<Mute> Of(WorkItem item, TeamContext team) => Of(item.Key, item.Labels, team);

    /// <summary>The mutes that cover an item of a key and labels.</summary>
    public static ImmutableArray<Mute> Of(string key, ImmutableArray<string> labels, TeamContext team)
    {
        if (team.Mutes.IsEmpty && labels.IsEmpty)
        {
            return [];
        }

        var covering = team.Mutes.Where(m => !m.HasEnded(team.Today) && m.Covers(key, labels));
        return [.. covering, .. labels.Select(l => FromLabel(l, key, team)).OfType<Mute>()];
    }

    // "mute-cl005" mutes one rule, "mute-all" every one.
    private static Mute? FromLabel(string label, string key, TeamContext team)
    {
        if (team.MuteLabelPrefix.Length == 0 || !label.StartsWith(team.MuteLabelPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var named = label[team.MuteLabelPrefix.Length..];
        var every = named.Equals(Mute.EveryRule, StringComparison.OrdinalIgnoreCase);
        return every || RuleBook.All.Find(named) is not null
            ? new Mute { Rule = every ? null : named.ToUpperInvariant(), Item = key, Reason = $"label {label}" }
            : null;
    }
}
