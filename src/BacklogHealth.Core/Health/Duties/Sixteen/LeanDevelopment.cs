using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>Little lies in stock, little waits, and what is not wanted is dropped.</summary>
internal sealed class LeanDevelopment : Duty
{
    private const double DaysOfMonth = 30.44;

    public override int Id => 13;

    public override Sentence Name => $"lean product development";

    public override Sentence Trap => $"A job or a change of many items at once makes old items look fresh, some work is parked by design, and a season is no trend.";

    public override Sentence Avoided => $"Changes that one account makes to ten or more items within a minute, and places in the order, do not count as touched; dropping is shown as good.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var moved = ArrivalsAndDepartures.Of(data.Health.Flow, data.Health.Gone, data.Health.Calendar, Period.Before(data.Health.Today, DutyData.Quarter));
        var closed = moved.Finished + moved.Dropped;
        yield return Stock(Inventory.Of(data.Health));
        yield return Balance(moved.Created, closed);
        yield return Zombies(BacklogAge.Of(data.Health));
        yield return DutyMeasure.Share("dropped-on-purpose", $"closed items that were dropped, twelve weeks (a good sign)", moved.Dropped, closed, closed, $"items closed within twelve weeks");
        yield return Old(data);
        yield return Efficiency(TimeInState.Of(data.Health, DutyData.Quarter));
    }

    private static DutyMeasure Stock(Inventory stock)
    {
        const string id = "stock";
        Sentence name = $"how long the open items last, at the pace of twelve weeks";
        return DutyMeasure.TooFew(id, name, DutyUnit.Months, stock.Finished, $"items finished within twelve weeks")
            ?? (stock.Weeks is { } weeks ? DutyMeasure.Number(id, name, DutyUnit.Months, 7 * weeks / DaysOfMonth, stock.Items, stock.Items, $"open items")
                : DutyMeasure.Missing(id, name, DutyUnit.Months, $"In half of the weeks nothing was finished."));
    }

    private static DutyMeasure Balance(int came, int closed)
    {
        const string id = "arrivals-and-departures";
        Sentence name = $"items that came in for each ten closed, twelve weeks";
        return DutyMeasure.TooFew(id, name, DutyUnit.Items, closed, $"items closed within twelve weeks")
            ?? DutyMeasure.Number(id, name, DutyUnit.Items, 10.0 * came / closed, closed, closed, $"items closed within twelve weeks");
    }

    private static DutyMeasure Zombies(BacklogAge age) =>
        DutyMeasure.Share("zombies", $"waiting items that nobody has touched for 180 days", age.Zombies, age.TouchKnown, age.TouchKnown, $"waiting items");

    private static DutyMeasure Old(DutyData data)
    {
        const string id = "old-work";
        Sentence name = $"items in progress older than 85 of 100 finished ones were";
        var ageing = AgeingWork.Of(data.Health);
        return ageing.Items.IsEmpty ? DutyMeasure.Missing(id, name, DutyUnit.Items, $"No item is in progress.")
            : DutyMeasure.TooFew(id, name, DutyUnit.Items, ageing.FinishedItems, $"items finished within a year with a cycle time", 2 * DutyMeasure.Fewest)
            ?? DutyMeasure.Counted(id, name, DutyUnit.Items, ageing.Items.Count(i => i.Old), ageing.Items.Length, ageing.Items.Length, $"items in progress");
    }

    private static DutyMeasure Efficiency(TimeInState time)
    {
        const string id = "flow-efficiency";
        Sentence name = $"time in states of work, of all time from start to finish";
        return !time.WaitsKnown ? DutyMeasure.Missing(id, name, DutyUnit.Percent, $"No state of the workflow says by its name that work waits in it, such as Blocked or Waiting.")
            : DutyMeasure.TooFew(id, name, DutyUnit.Percent, time.Items, $"items finished within twelve weeks with a cycle time")
            ?? DutyMeasure.Number(id, name, DutyUnit.Percent, 100 * time.ActiveShare!.Value, time.Items, time.Finished, $"items finished within twelve weeks");
    }
}
