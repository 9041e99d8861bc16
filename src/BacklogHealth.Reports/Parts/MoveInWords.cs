using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Parts;

/// <summary>How far a delivery moved since last week, and why.</summary>
internal static class MoveInWords
{
    /// <summary>The move of a delivery; null where its day was not known then or is not now, or where it is made of other items each week.</summary>
    public static DeliveryMove? Of(ReportContext report, DeliveryOutlook delivery) =>
        delivery.IsNextItems ? null : report.Numbers.Changes.Deliveries.FirstOrDefault(m => m.Name == delivery.Name && m.Days is not null);

    /// <summary>"5 days later", "4 weeks earlier": days up to three weeks, whole weeks beyond.</summary>
    public static Sentence Long(DeliveryMove move) => move.Days > 0 ? (Sentence)$"{Length(move.Days.Value)} later" : $"{Length(move.Days!.Value)} earlier";

    /// <summary>"5 days later than it looked on 16 November (all from pace).", for where there is one line.</summary>
    public static Sentence Moved(ReportContext report, DeliveryMove move) => move switch
    {
        { FromScope: > 0 and var scope, FromPace: > 0 and var pace } => $"{Long(move)} than it looked on {report.Before} ({pace:# day|# days} from pace, {scope} from scope).",
        { FromScope: > 0, FromPace: 0 } => $"{Long(move)} than it looked on {report.Before} (all from new scope).",
        { FromScope: 0, FromPace: not 0 } => $"{Long(move)} than it looked on {report.Before} (all from pace).",
        _ => $"{Long(move)} than it looked on {report.Before}.",
    };

    /// <summary>"4 days from what was added and 2 days from slower finishing"; where they go against each other, each with its direction; empty where one week's move says nothing of its causes.</summary>
    public static Sentence Why(DeliveryMove move)
    {
        var (scope, pace) = (move.FromScope ?? 0, move.FromPace ?? 0);
        var against = scope > 0 && pace < 0;
        var causes = new List<Sentence>();
        if (scope > 0)
        {
            causes.Add(against ? (Sentence)$"{Length(scope)} later by what was added" : $"{Length(scope)} from what was added");
        }

        if (pace != 0)
        {
            causes.Add(pace > 0 ? $"{Length(pace)} from slower finishing or a changed order"
                : against ? $"{Length(pace)} earlier by faster finishing or a changed order"
                : (Sentence)$"{Length(pace)} from faster finishing or a changed order");
        }

        return causes.Count == 0 ? Sentence.None : $"{causes}";
    }

    private static Sentence Length(int days)
    {
        var length = Math.Abs(days);
        return length < 21 ? (Sentence)$"{length:# day|# days}" : $"{(int)Math.Round(length / 7.0, MidpointRounding.ToEven):# week|# weeks}";
    }
}
