using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Reports;

namespace BacklogHealth.Serving;

/// <summary>The reports of the past, by day and team.</summary>
/// <param name="past">What is kept.</param>
/// <param name="teams">Names of teams that are known.</param>
/// <param name="subscriptions">Names of subscriptions that are known.</param>
internal sealed class ReportsPage(PastReports past, IEnumerable<string> teams, IEnumerable<string> subscriptions)
{
    private const int DaysOnPage = 30;
    private readonly Dictionary<string, string> _teams = Names(teams);
    private readonly Dictionary<string, string> _subscriptions = Names(subscriptions);

    /// <summary>The latest days before one.</summary>
    /// <param name="team">The folder name of a team; null for all.</param>
    /// <param name="before">The first day that is left out; null to begin with the latest.</param>
    public ProgramPage Of(string? team, DateOnly? before)
    {
        var days = past.Days().Where(d => before is null || d < before).Select(d => (Day: d, Reports: past.On(d).Where(r => team is null || r.Team == team).ToList()))
            .Where(d => d.Reports.Count > 0).Take(DaysOnPage + 1).ToList();
        var blocks = ImmutableArray.CreateBuilder<ProgramBlock>();
        if (team is not null || _teams.Count > 1)
        {
            blocks.Add(new ProgramList([.. team is null ? Array.Empty<ProgramCell>() : [new ProgramCell("All teams", Link: "/reports")], .. _teams.Where(t => t.Key != team).OrderBy(t => t.Value, StringComparer.Ordinal).Select(t => new ProgramCell($"{t.Value} alone", Link: $"/reports?team={Uri.EscapeDataString(t.Key)}"))]));
        }

        if (days.Count == 0)
        {
            blocks.Add(new ProgramText($"No report is kept{(before is null ? " yet: the first one will be there when it was due" : " that is older")}."));
        }

        foreach (var (day, reports) in days.Take(DaysOnPage))
        {
            blocks.Add(new ProgramHeading(day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)));
            blocks.Add(Table($"Reports of {PastReports.Name(day)}", reports, r => r.Path));
        }

        if (days.Count > DaysOnPage)
        {
            blocks.Add(new ProgramList([new ProgramCell("Older reports", Link: $"/reports?before={PastReports.Name(days[DaysOnPage - 1].Day)}{(team is null ? "" : $"&team={Uri.EscapeDataString(team)}")}")]));
        }

        return new ProgramPage(team is null ? "Reports of the past" : $"Reports of the past: {TeamOf(team)}", "", blocks.ToImmutable());
    }

    /// <summary>The reports that went out together.</summary>
    /// <param name="set">When, and for which subscription.</param>
    /// <param name="link">Where each of them leads.</param>
    public ProgramPage Of(PastSet set, Func<string, string> link)
    {
        var title = $"{(set.Subscription == PastSet.Run ? "Reports" : $"{SubscriptionOf(set)}: reports")} of {set.Day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)}, {set.Time}";
        return new ProgramPage(title, "", [Table("Reports", past.In(set), r => link(r.Path))]);
    }

    private ProgramTable Table(string name, IEnumerable<PastReport> reports, Func<PastReport, string> link) => new(
        name, ["Report", "Form", "Made for"],
        [.. reports.Select(r => ImmutableArray.Create<ProgramCell>(
            new ProgramCell(NameOf(r), Link: link(r)), Path.GetExtension(r.File)[1..], $"{(r.Set.Subscription == PastSet.Run ? "" : $"{SubscriptionOf(r.Set)}, ")}{r.Set.Time}"))]);

    // The one report on all teams is of none of them.
    private string NameOf(PastReport report) => Path.GetFileNameWithoutExtension(report.File) is var name && name == ReportNames.Portfolio ? name : $"{TeamOf(report.Team)}: {name}";

    private string TeamOf(string folder) => _teams.GetValueOrDefault(folder) ?? WithoutDigits(folder);

    private string SubscriptionOf(PastSet set) => _subscriptions.GetValueOrDefault(set.Subscription) ?? WithoutDigits(set.Subscription);

    // Of a team or a subscription that settings no longer have, what the folder keeps of its name.
    private static string WithoutDigits(string folder) => folder.LastIndexOf('-') is > 0 and var end ? folder[..end] : folder;

    private static Dictionary<string, string> Names(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).ToDictionary(PastReports.FolderName, n => n, StringComparer.Ordinal);
}
