using System.Collections.Immutable;

namespace BacklogHealth.Core.Models;

/// <summary>Where a model comes from: enough to learn it again, and to tell whether this program may use it.</summary>
public sealed record ModelCard
{
    /// <summary>What it foretells: a name of <see cref="ModelTargets"/>.</summary>
    public required string Target { get; init; }

    /// <summary>Version of the features: a model reads only what it was learned from.</summary>
    public required int Features { get; init; }

    /// <summary>Version of the product that learned it.</summary>
    public required string Version { get; init; }

    /// <summary>Seed of the learning.</summary>
    public required int Seed { get; init; }

    /// <summary>How it was learned, for readers.</summary>
    public required string Method { get; init; }

    /// <summary>Where the data come from, for readers.</summary>
    public required string Data { get; init; }

    /// <summary>Day of the first item that was learned from; null where items have no dates.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day before which everything lies that was learned from; null where items have no dates.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Items that were learned from.</summary>
    public required int Items { get; init; }

    /// <summary>Beginnings of the keys of these items, ordered: where one of them comes again, the model has seen it.</summary>
    public ImmutableArray<string> Projects { get; init; } = [];

    /// <summary>How well it did on items that it had not seen, the figure that decides first.</summary>
    public ImmutableArray<SkillFigure> Skill { get; init; } = [];
}

/// <summary>What models foretell.</summary>
public static class ModelTargets
{
    /// <summary>How large an item is among those of its team.</summary>
    public const string Size = "size";

    /// <summary>Whether an item is edited, questioned or sent back after work on it began.</summary>
    public const string Rework = "rework";

    /// <summary>Whether an item stays in progress for longer than 85 of 100 of its team do.</summary>
    public const string Risk = "risk";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [Size, Rework, Risk];
}
