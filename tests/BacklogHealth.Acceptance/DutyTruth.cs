using System.Text.RegularExpressions;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance;

/// <summary>What the sample's own record says of one team's duties at an instant: counted from what was planted, by nothing of the product.</summary>
internal sealed partial class DutyTruth(SampleBacklog backlog, SampleProject project, DateTimeOffset at)
{
    private const int Quarter = 84, HalfYear = 182, Year = 364;

    private readonly Dictionary<string, SampleItem> _byKey = project.Items.ToDictionary(i => i.Key, StringComparer.Ordinal);

    public (int Count, int N) Improvements()
    {
        var recent = Planted(Fact.Improvement).Where(i => i.Created < at && i.Created >= Ago(HalfYear)).ToList();
        return (recent.Count(i => Finished(i) is not null), recent.Count);
    }

    /// <summary>Null where nobody had used such a label yet.</summary>
    public int? FromFeedback() => Planted(Fact.FromFeedback).Any(i => i.Created < at) ? Planted(Fact.FromFeedback).Count(i => Counts(i) && i.Created < at && i.Created >= Ago(Quarter)) : null;

    /// <summary>Of none where nobody ticks any box.</summary>
    public (int Count, int N) OpenBoxes()
    {
        var (open, all) = (Planted(Fact.BoxOpen).Where(IsDoneSince).ToList(), Planted(Fact.BoxOpen).Concat(Planted(Fact.BoxesTicked)).Where(IsDoneSince).ToList());
        return all.Exists(i => i.Description!.Blocks.Any(b => b.Ticked)) ? (open.Count, all.Count) : (0, 0);
    }

    public (int Count, int N) OpenParts() =>
        (Planted(Fact.PartOpen).Count(IsDoneSince), Delivered(HalfYear).Count(i => project.Items.Any(p => p.Type == "Sub-task" && p.ParentId == i.Id && p.Created < at)));

    public (int Count, int N) Reestimated()
    {
        var begun = project.Items.Where(i => Counts(i) && Started(i) is { } start && start >= Ago(HalfYear)).ToList();
        var estimated = begun.Where(i => i.Changes.Any(c => c.Field == "Story Points" && c.At < Started(i))).ToList();
        return (Planted(Fact.Reestimated).Count(i => estimated.Contains(i) && i.Changes.Last(c => c.Field == "Story Points").At < at), estimated.Count);
    }

    public (int Count, int N) Clarified()
    {
        var begun = project.Items.Where(i => Counts(i) && Started(i) is { } start && start >= Ago(Quarter)).ToList();
        return (begun.Count(i => Edits(i).Concat(i.Comments.Where(c => Asks(c.Text)).Select(c => c.At)).Any(t => t > Started(i) && t < (Finished(i) ?? at))), begun.Count);
    }

    public (int Count, int N) SprintGoals()
    {
        var begun = project.Sprints.Where(s => s.Start < at && s.Start >= Ago(HalfYear)).ToList();
        return (begun.Count(s => s.Goal.Contains(' ', StringComparison.Ordinal) && !s.Goal.StartsWith(project.Key + "-", StringComparison.Ordinal)), begun.Count);
    }

    public int Cloned() => Planted(Fact.Cloned).Count(i => IsDoneSince(i)
        && project.Sprints.Any(s => s.Completed is { } end && end < at && end >= Ago(HalfYear) && Math.Abs((end - Finished(i)!.Value).TotalDays) <= 3));

    public (int Count, int N) Reopened()
    {
        var ends = project.Items.Where(Counts).Select(i => (Item: i, Ends: Moves(i).Where(c => c.ToText == "Done" && c.At >= Ago(HalfYear)).ToList())).Where(x => x.Ends.Count > 0).ToList();
        return (ends.Count(x => Moves(x.Item).Any(c => c.FromText == "Done" && x.Ends.Exists(e => e.At < c.At && c.At <= e.At.AddDays(14)))), ends.Count);
    }

    /// <summary>Days from done to the first comment on its use, or to the first item that came of it.</summary>
    public IReadOnlyList<double> DaysToFeedback() =>
        [.. Delivered(Year).Select(i => FirstEcho(i, Finished(i)!.Value) is { } echo ? (echo - Finished(i)!.Value).TotalDays : (double?)null).OfType<double>().Order()];

    public (int Count, int N) OutcomesTold()
    {
        var epics = project.Items.Where(i => i.Type == "Epic" && Finished(i) is { } end && end >= Ago(Year) && end < Ago(28)).ToList();
        return (epics.Count(e => project.Items.Where(i => i.Id == e.Id || i.ParentId == e.Id).Any(i => FirstEcho(i, Finished(e)!.Value) is not null || (Has(i, Fact.FromFeedback) && i.Created > Finished(e) && i.Created < at))), epics.Count);
    }

    public (int Count, int N) UnderAnEpic()
    {
        var open = project.Items.Where(i => Counts(i) && i.Type != "Bug" && i.Created < at && Moves(i).LastOrDefault()?.ToText != "Done").ToList();
        return (open.Count(i => i.ParentId is not null), open.Count);
    }

    private DateTimeOffset? FirstEcho(SampleItem item, DateTimeOffset after)
    {
        var told = Has(item, Fact.ToldOfUse) ? item.Comments.Where(c => c.At > after && c.At < at).Select(c => c.At) : [];
        var led = Has(item, Fact.LedToAnother) ? item.Links.Where(l => l.Relation == "relates to").Select(l => _byKey[l.OtherKey].Created).Where(c => c > after && c < at) : [];
        return told.Concat(led).Select(t => (DateTimeOffset?)t).Min();
    }

    private IEnumerable<SampleItem> Planted(Fact fact) => project.Items.Where(i => Has(i, fact));

    private bool Has(SampleItem item, Fact fact) => backlog.Truth.Facts.Contains(new PlantedFact(item.Key, fact));

    private IEnumerable<SampleItem> Delivered(int days) => project.Items.Where(i => Counts(i) && Finished(i) >= Ago(days));

    private bool IsDoneSince(SampleItem item) => Finished(item) >= Ago(HalfYear);

    private static bool Counts(SampleItem item) => item.Type is not ("Epic" or "Sub-task") && item.Resolution is null or "Done";

    private IEnumerable<SampleChange> Moves(SampleItem item) => item.Changes.Where(c => c.Field == "status" && c.At < at);

    private DateTimeOffset? Started(SampleItem item) => Moves(item).FirstOrDefault(c => c.ToText == "In Progress")?.At;

    private DateTimeOffset? Finished(SampleItem item) => Moves(item).LastOrDefault() is { ToText: "Done" } last ? last.At : null;

    // A tick changes no word.
    private static IEnumerable<DateTimeOffset> Edits(SampleItem item) =>
        item.Changes.Where(c => c.Field == "summary" || (c.Field == "description" && Box().Replace(c.FromText ?? "", "") != Box().Replace(c.ToText ?? "", ""))).Select(c => c.At);

    private static bool Asks(SampleText text) => text.Blocks.Any(b => b.Text.Contains("? ", StringComparison.Ordinal) || b.Text.EndsWith('?'));

    private DateTimeOffset Ago(int days) => at.AddDays(-days);

    [GeneratedRegex(@"\[[x ]\]", RegexOptions.None, 1000)]
    private static partial Regex Box();
}
