using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>An item with its three moments on the working clock. Finished is when it left the board, for whatever reason.</summary>
internal sealed record PlannedItem(
    ItemSeed Seed, EpicSeed Epic, bool IsEpic, PlannedItem? Parent, PlannedItem? Before, double Created, double? Started, double? Finished)
{
    /// <summary>A name that stays the same whatever is written in other files: the item's own luck hangs on it.</summary>
    public string StreamName => $"{Seed.Type} {Epic.Title} {Seed.Title}";
}
