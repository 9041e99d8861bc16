using System.Collections.Frozen;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports;

/// <summary>Which parts a report has, in order: the table of contents of each report.</summary>
internal static class ReportBook
{
    public static IReadOnlyList<ReportPart> ProductOwner { get; } =
        [new OpeningNotes(), new TopAnswers(), new ItemsWorthAttention(), new WhatBecameOfThem(), new WhatChanged(), new HealthOverTime(), new HowSure(), new PaceAndAge(), new LargePieces(), new DatesInTheTracker(),
        new ClarityAndSlicing(), new BacklogAsAWhole(), new BacklogAsStock(), new DutiesInWords(), new DataToLookAt(), new DataAndMethod()];

    public static IReadOnlyList<ReportPart> Coach { get; } =
        [new OpeningNotes(), new BeforePlanning(), new NotReadyByWhatIsMissing(), new ItemsToCut(), new Dependencies(), new WhatBecameOfThem(), new BegunUnready(), new BacklogAsAWhole(), new OldWork(), new CarryOver(), new TakenUpAgain(), new SurprisesToDiscuss(),
        new FlowOfWork(), new SignalOrNoise(), new SaidAndHeld(), new DataToLookAt(), new DataAndMethod()];

    public static IReadOnlyList<ReportPart> Stakeholder { get; } =
        [new OpeningNotes(), new DeliveryOutlooks(), new LargePieces(), new DatesInTheTracker(), new NotKnown(), new HowOftenItHeld(), new PastStatements(), new DataAndMethod()];

    /// <summary>The backlog on one page, for whoever works with it.</summary>
    public static IReadOnlyList<ReportPart> StoryMap { get; } = [new OpeningNotes(), new MappedBacklog(), new DataAndMethod()];

    /// <summary>What can be told from the team's own items, for whoever wants to know how far to trust it.</summary>
    public static IReadOnlyList<ReportPart> WhatWeCanTell { get; } =
        [new OpeningNotes(), new WhatIsShown(), .. ModelTargets.All.Select(t => new LearnedInWords(t)), new WhatUnreadyItemsCost(), new DataAndMethod()];

    /// <summary>Several teams in one report, for stakeholders.</summary>
    public static IReadOnlyList<PortfolioPart> Portfolio { get; } =
        [new PortfolioNotes(), new PortfolioAnswers(), new TeamsInPortfolio(), new DeliveredTogether(), new PromisedDays(), new PortfolioNotKnown(), new PortfolioData()];

    /// <summary>For everyone, where nothing is known but the days on which items were finished.</summary>
    public static IReadOnlyList<ReportPart> FinishDates { get; } = [new OpeningNotes(), new HowSure(), new PaceAlone(), new DataAndMethod()];

    /// <summary>The parts that make the first page of each report: what its reader acts on. Where there is room for no more, as in a mail, these are all there is.</summary>
    private static readonly FrozenSet<string> FirstPage = FrozenSet.Create(
        StringComparer.Ordinal,
        "notes", "answers", "items", "follow-up", "changes", "how-sure", "not-ready", "to-cut", "deliveries", "not-known", "story-map", "what-we-can-tell", "teams", "together", "promised");

    /// <summary>Single charts that belong there, by the part in which they stand.</summary>
    private static readonly FrozenDictionary<string, string> FirstPageCharts =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["pace"] = "throughput", ["flow"] = "work-item-age" }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What of a part belongs to the first page; a part without blocks where nothing does.</summary>
    public static Section OnFirstPage(Section part) => FirstPage.Contains(part.Id) ? part
        : part with { Blocks = FirstPageCharts.TryGetValue(part.Id, out var chart) ? [.. part.Figures.Where(f => f.Id == chart).Select(f => new SideBySide([f]))] : [] };

    /// <summary>What one line says of a report: its first answer.</summary>
    public static Sentence FindingOf(ReportContext report) => report switch
    {
        { Name: ReportNames.WhatWeCanTell } => WhatIsShown.Finding(report),
        { OnlyFinishDates: true } => Outlook.NextFourWeeks(report),
        { Name: ReportNames.StoryMap } => MapFinding.Of(report),
        { Audience: Audience.ProductOwner } => RunwayInWords.Statement(report.Answers.Healthy.Runway),
        { Audience: Audience.Coach } => BeforePlanning.Prepared(report).Say,
        _ => report.Answers.Sure.Delivery is { } delivery ? DateInWords.Statement(delivery) : Sentence.None,
    };

    /// <summary>The parts of one report.</summary>
    public static IReadOnlyList<ReportPart> For(ReportContext report) => report.OnlyFinishDates ? FinishDates : report.Audience switch
    {
        Audience.ProductOwner => ProductOwner,
        Audience.Coach => Coach,
        Audience.Stakeholder => Stakeholder,
        _ => throw new ArgumentOutOfRangeException(nameof(report), report.Audience, "no such audience"),
    };

    /// <summary>The title of one audience's report.</summary>
    public static Sentence TitleFor(Audience audience, Sentence team) => audience switch
    {
        Audience.ProductOwner => $"{team}: backlog health",
        Audience.Coach => $"{team}: before planning",
        _ => $"{team}: what to expect",
    };
}
