using System.Collections.Immutable;
using BacklogHealth.Core.Health.Quality.Checks;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>Every check there is, in the order of the catalogue: first what contradicts itself, then what is missing, then what misleads a forecast.</summary>
public static class QualityBook
{
    /// <summary>The checks.</summary>
    public static ImmutableArray<QualityCheck> All { get; } =
    [
        new FinishedNeverStarted(),
        new CreatedLate(),
        new FinishedBeforeStarted(),
        new TakenUpAgain(),
        new ChangedAfterDone(),
        new BackToNotStarted(),
        new BackOnTheBoard(),
        new ParentNotStarted(),
        new OpenUnderFinished(),
        new BlockedByFinished(),
        new InSeveralTeams(),
        new DiscardedChanges(),
        new HiddenFromTheBoard(),
        new HistoryCutShort(),
        new ClosedInBulk(),
        new ClosedByAutomation(),
        new ImportedHistory(),
        new ClosedWithoutDelivery(),
        new WeeksWithoutAFinish(),
    ];
}
