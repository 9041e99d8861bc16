namespace BacklogHealth.Core.Forecasting.Sprints;

/// <summary>A sprint as it stood at one moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Days">Its planned length in days without days off, above 0.</param>
/// <param name="Elapsed">Share of that time which had passed, 0 to 1.</param>
/// <param name="Done">Items in it that were finished.</param>
/// <param name="Started">Items in it that were in progress.</param>
/// <param name="NotStarted">Items in it that were not started.</param>
/// <param name="PointsLeft">The estimates of its open items, summed; null where one of them has none, since a missing estimate is not guessed.</param>
public sealed record SprintMoment(string Name, double Days, double Elapsed, int Done, int Started, int NotStarted, double? PointsLeft)
{
    /// <summary>Items that were left to do.</summary>
    public int ItemsLeft => Started + NotStarted;

    /// <summary>The last day of the sprint as planned; null where nothing says it.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>
    /// What was left for each day of the sprint, in points or in items: by this, sprints of different length are compared. A sprint planned for less than
    /// a day counts as one of a day.
    /// </summary>
    internal double LeftPerDay(bool inPoints) => Left(inPoints) / Math.Max(1, Days);

    internal double Left(bool inPoints) => inPoints ? PointsLeft!.Value : ItemsLeft;

    internal bool HasPoints => PointsLeft > 0;
}

/// <summary>A sprint that is over: how it stood when as much of its time had passed as of the running one's, and how it ended.</summary>
/// <param name="Then">How it stood.</param>
/// <param name="LeftOver">Items of those left then that were not finished when it ended, 0 to all of them; one that was taken out of the sprint unfinished is among them.</param>
public sealed record PastSprint(SprintMoment Then, int LeftOver);
