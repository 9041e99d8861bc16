using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health.Quality;

/// <summary>Asks one check about a few items, as known on day 100 of the test histories.</summary>
internal static class TestData
{
    public const int Now = 100;

    public static QualityReport Report(QualityFacts facts, params IEnumerable<ItemHistory> items) =>
        QualityReport.Of(new QualityData(StartedAndFinished.Of(items, TestHistory.Board, TestHistory.At(Now)), TestHistory.Board, TeamCalendar.Utc, TestHistory.At(Now), facts));

    public static QualityProblem Ask(string check, QualityFacts facts, params IEnumerable<ItemHistory> items) =>
        Report(facts, items).Problems.Single(p => p.Check.Id == check);

    /// <summary>What a check says, for example "1 of 2 finished items: T-1".</summary>
    public static string Say(string check, params IEnumerable<ItemHistory> items) => Say(Ask(check, QualityFacts.None, items));

    public static string Say(QualityProblem problem) => $"{problem.Share}{(problem.Items.IsEmpty ? "" : ": " + string.Join(", ", problem.Items))}";

    public static ItemHistory Under(this ItemHistory item, string parent) => item with { ParentId = parent };

    public static ItemHistory Kind(this ItemHistory item, WorkItemKind kind) => item with { Kind = kind };
}
