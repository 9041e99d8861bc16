using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports;

/// <summary>Writes reports. A pure function: the same input gives the same bytes.</summary>
public static class ReportWriter
{
    /// <summary>Reads ahead what charts are lettered with, while there is something else to wait for. A report that is drawn meanwhile waits for it.</summary>
    public static void ReadFonts() => ChartFont.Use();

    /// <summary>One report on one team, in whatever form is then asked for.</summary>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="input">What it is made from.</param>
    public static RenderedReport Render(Audience audience, ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var report = new ReportContext(input, audience);
        return Render(report, team => ReportBook.TitleFor(audience, team), ReportBook.For(report));
    }

    /// <summary>The story map of one team: goals, features, and items by release, sprint or nearness, on one page.</summary>
    /// <param name="input">What it is made from.</param>
    public static RenderedReport StoryMap(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Render(new ReportContext(input, Audience.ProductOwner, ReportNames.StoryMap), team => $"{team}: story map", ReportBook.StoryMap);
    }

    /// <summary>What can be told from one team's own items and what cannot: each model with its verdict and what that rests on, then what unready items cost.</summary>
    /// <param name="input">What it is made from.</param>
    public static RenderedReport WhatWeCanTell(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Render(new ReportContext(input, Audience.ProductOwner, ReportNames.WhatWeCanTell), team => $"{team}: what we can and cannot tell", ReportBook.WhatWeCanTell);
    }

    /// <summary>Several teams in one report: each by itself in the order given, then what they deliver together. For stakeholders: no keys, no texts of items.</summary>
    /// <param name="teams">What each team's reports are made from, in the order of settings.</param>
    /// <param name="shared">The deliveries that settings give to teams.</param>
    /// <param name="missing">Names of teams that belong into it, but of which nothing is known.</param>
    /// <exception cref="ArgumentException">There are fewer than two teams.</exception>
    public static RenderedReport Portfolio(IReadOnlyList<ReportInput> teams, IReadOnlyCollection<SharedDelivery> shared, IReadOnlyCollection<string>? missing = null)
    {
        ArgumentNullException.ThrowIfNull(teams);
        if (teams.Count < 2)
        {
            throw new ArgumentException($"A portfolio puts two or more teams side by side; found {teams.Count}.", nameof(teams));
        }

        var report = new PortfolioContext(teams, shared, missing ?? []);
        var page = new Page(PortfolioHead.Title(report), PortfolioHead.Lead(report), report.Voice, [.. ReportBook.Portfolio.Select(p => new Section(p.Id, [.. p.Blocks(report)]))]) { Of = report.Voice.Plain(PortfolioHead.Title(report)), Finding = AtRisk.Of(report).Say };
        return new RenderedReport(page, () => JsonPage.Write(page, ReportNames.Portfolio, PortfolioHead.About(report), ReportBook.Portfolio.Select(p => p.Numbers(report))));
    }

    private static RenderedReport Render(ReportContext report, Func<Sentence, Sentence> title, IReadOnlyList<ReportPart> parts)
    {
        var page = new Page(title(Sentence.Data(Say.Short(report.Health.Team, 80))), Lead(report, compared: report.Name is not (ReportNames.StoryMap or ReportNames.WhatWeCanTell)), report.Voice, [.. parts.Select(p => new Section(p.Id, [.. p.Blocks(report)]))])
        {
            Of = report.Health.Team,
            TitleOf = title,
            Finding = ReportBook.FindingOf(report),
        };
        return new RenderedReport(page, () => JsonPage.Write(page, report.Name, JsonPage.About(report), parts.Select(p => p.Numbers(report))));
    }

    private static Sentence Lead(ReportContext report, bool compared)
    {
        var health = report.Health;
        var local = TimeZoneInfo.ConvertTime(health.AsOf, health.Calendar.Zone);
        return Sentence.JoinBy(
            " · ",
            [
                $"{health.Today:weekday} {health.Today:full}, {Say.Text($"{local:HH:mm}")} ({health.Calendar.Zone.Id})",
                report.OnlyFinishDates ? Sentence.None : $"{report.OpenItems:no open items|# open item|# open items}",
                report.HowComplete(),
                compared && report.Before is { } before && !report.OnlyFinishDates ? $"compared with {before}" : Sentence.None,
            ]);
    }
}
