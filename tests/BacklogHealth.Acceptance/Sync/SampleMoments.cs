using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>When things are edited, and which items can be edited without a word of others.</summary>
internal static class SampleMoments
{
    /// <summary>So many seconds into the last hour before the tracker is first read: later than all that the backlog holds.</summary>
    public static DateTimeOffset At(int seconds = 0) => SampleRun.MondayMorning.AddHours(-1).AddSeconds(seconds);

    /// <summary>Items of the first project that are nobody's parent and linked to nobody, oldest first.</summary>
    public static SampleItem[] Loose(this SampleBacklog backlog)
    {
        var items = backlog.Projects[0].Items;
        var parents = items.Select(i => i.ParentId).ToHashSet(StringComparer.Ordinal);
        var linked = items.SelectMany(i => i.Links).Select(l => l.OtherKey).ToHashSet(StringComparer.Ordinal);
        return [.. items.Where(i => i.Deleted is null && !parents.Contains(i.Id) && i.Links.IsEmpty && !linked.Contains(i.Key))];
    }
}
