using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports;

/// <summary>Which parts a report has, in order: the table of contents of each report.</summary>
internal static class ReportBook
{
    public static IReadOnlyList<ReportPart> ProductOwner { get; } =
        [new OpeningNotes(), new TopAnswers(), new ItemsWorthAttention(), new WhatBecameOfThem(), new BacklogAsAWhole(), new WhatChanged(), new PaceAndAge(), new HowSure(), new LargePieces(), new DatesInTheTracker(), new DutiesInWords(), new DataAndMethod()];

    public static IReadOnlyList<ReportPart> Coach { get; } =
        [new OpeningNotes(), new BeforePlanning(), new NotReadyByWhatIsMissing(), new ItemsToCut(), new WhatBecameOfThem(), new BegunUnready(), new BacklogAsAWhole(), new OldWork(), new CarryOver(), new SurprisesToDiscuss(), new FlowOfWork(), new SignalOrNoise(), new SaidAndHeld(), new DataToLookAt(), new DataAndMethod()];

    public static IReadOnlyList<ReportPart> Stakeholder { get; } =
        [new OpeningNotes(), new DeliveryOutlooks(), new LargePieces(), new DatesInTheTracker(), new NotKnown(), new HowOftenItHeld(), new DataAndMethod()];

    /// <summary>For everyone, where nothing is known but the days on which items were finished.</summary>
    public static IReadOnlyList<ReportPart> FinishDates { get; } = [new OpeningNotes(), new HowSure(), new PaceAlone(), new DataAndMethod()];

    /// <summary>The parts of one report.</summary>
    public static IReadOnlyList<ReportPart> For(ReportContext report) => report.OnlyFinishDates ? FinishDates : report.Audience switch
    {
        Audience.ProductOwner => ProductOwner,
        Audience.Coach => Coach,
        Audience.Stakeholder => Stakeholder,
        _ => throw new ArgumentOutOfRangeException(nameof(report), report.Audience, "no such audience"),
    };

    /// <summary>The title of one audience's report.</summary>
    public static Sentence TitleFor(Audience audience, string team) => audience switch
    {
        Audience.ProductOwner => $"{team}: backlog health",
        Audience.Coach => $"{team}: before planning",
        _ => $"{team}: what to expect",
    };
}
