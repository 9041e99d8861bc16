using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How far a delivery moved since last week, and why.</summary>
internal static class MoveInWords
{
    /// <summary>The move of a delivery; null where its day was not known then or is not now, or where it is made of other items each week.</summary>
    public static DeliveryMove? Of(ReportContext report, DeliveryOutlook delivery) =>
        delivery.IsNextItems ? null : report.Numbers.Changes.Deliveries.FirstOrDefault(m => m.Name == delivery.Name && m.Days is not null);

    /// <summary>"5 days later", "4 weeks earlier": days up to three weeks, whole weeks beyond.</summary>
    public static string Long(DeliveryMove move) => Length(move.Days!.Value) + (move.Days > 0 ? " later" : " earlier");

    /// <summary>"4 days from what was added and 2 days from slower finishing"; where they go against each other, each with its direction; empty where one week's move says nothing of its causes.</summary>
    public static string Why(DeliveryMove move)
    {
        var (scope, pace) = (move.FromScope ?? 0, move.FromPace ?? 0);
        var against = scope > 0 && pace < 0;
        var causes = new List<string>();
        if (scope > 0)
        {
            causes.Add($"{Length(scope)} {(against ? "later by" : "from")} what was added");
        }

        if (pace > 0)
        {
            causes.Add($"{Length(pace)} from slower finishing or a changed order");
        }
        else if (pace < 0)
        {
            causes.Add($"{Length(pace)} {(against ? "earlier by" : "from")} faster finishing or a changed order");
        }

        return Say.List(causes);
    }

    /// <summary>" (13 days from pace, 3 from scope)", for where there is one line; empty likewise.</summary>
    public static string InShort(DeliveryMove move) => move switch
    {
        { FromScope: > 0 and var scope, FromPace: > 0 and var pace } => $" ({Say.Count(pace, "day")} from pace, {scope} from scope)",
        { FromScope: > 0, FromPace: 0 } => " (all from new scope)",
        { FromScope: 0, FromPace: not 0 } => " (all from pace)",
        _ => "",
    };

    private static string Length(int days)
    {
        var length = Math.Abs(days);
        return length < 21 ? Say.Count(length, "day") : Say.Weeks(Math.Round(length / 7.0));
    }
}
