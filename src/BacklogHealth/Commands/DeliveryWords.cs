using System.Globalization;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Commands;

/// <summary>The outlook of a delivery in plain sentences for the terminal.</summary>
internal static class DeliveryWords
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Of(JointDelivery joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        var name = $"{joint.Parts[0].Outlook.Name} ({string.Join(", ", joint.Parts.Select(p => p.Team))})";
        if (joint.Done)
        {
            return [$"{name}: done, all {Count(joint.Parts.Sum(p => p.Outlook.Total), "item")}."];
        }

        return joint.WhyNot.IsEmpty ? [$"{name}, from {joint.Parts.Max(p => p.AsOf).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} on", .. Days(joint), .. joint.Parts.SelectMany(p => Part(joint, p)), .. Assumed(joint)]
            : [.. joint.WhyNot.Select(w => $"{name}: no forecast. {w.Team}: {w.Reason}")];
    }

    private static IEnumerable<string> Days(JointDelivery joint)
    {
        foreach (var by in joint.By)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {by.Probability * 100,3:0}%  by {by.Date:yyyy-MM-dd} ({Count(by.Days, "day")})");
        }

        if (joint.By.IsEmpty || joint.By[^1].Probability < 0.95)
        {
            yield return joint.By.IsEmpty ? "  no end in sight within two years" : "  no end in sight within two years for more certainty than that";
        }

        if (joint.Parts[0].Outlook is { Due: { } due } outlook && joint.ChanceByDue is { } chance)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Chance by {due:yyyy-MM-dd}, the {(outlook.Fixed ? "fixed" : "promised")} day: {ForecastWords.Percent(chance)}.");
        }
    }

    private static IEnumerable<string> Part(JointDelivery joint, DeliveryPart part)
    {
        var outlook = part.Outlook;
        var ahead = outlook.Ahead == 0 ? "" : $", and {Count(outlook.Ahead, "other")} that {(outlook.Ahead == 1 ? "comes" : "come")} first";
        yield return outlook.IsDone ? $"{part.Team}: its part is done." : $"{part.Team}: {outlook.Remaining} of {Count(outlook.Total, "item")} left{ahead}.{Alone(joint, part)}{Moved(part)}";
        foreach (var line in Scope(outlook))
        {
            yield return $"{part.Team}: {line}";
        }
    }

    private static IEnumerable<string> Scope(DeliveryOutlook outlook)
    {
        var work = outlook.Work;
        if (work.Growth?.Rate is { } growth)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"for every 10 items finished, {growth.Mean * 10:0.#} are expected to be added; {growth.Cases} past epics gained {growth.Added} while {growth.Finished} were finished.");
        }

        if (work.Unplanned?.Rate is { } between)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"for every 10 planned items, {between.Mean * 10:0.#} others are expected to come in between; {between.Cases} past epics saw {between.Added} beside {between.Finished} planned ones.");
        }

        if (!work.Unsliced.IsEmpty)
        {
            var items = work.OfUnsliced;
            yield return $"{Count(work.Unsliced.Length, "epic")} {(work.Unsliced.Length == 1 ? "holds" : "hold")} no items yet and {(work.Unsliced.Length == 1 ? "counts" : "count")} as large as past ones: {items.Quantile(0.1)} to {items.Quantile(0.9)} items in 8 of 10 futures.";
        }

        if (outlook.UnsizedEpics > 0)
        {
            yield return $"{Count(outlook.UnsizedEpics, "epic")} without items {(outlook.UnsizedEpics == 1 ? "is" : "are")} not in these numbers; too few past ones tell how large they become.";
        }

        if (work.All.Endless >= 0.01)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"in {work.All.Endless * 100:0} of 100 futures more is added than finished, and there is no end.");
        }
    }

    private static string Alone(JointDelivery joint, DeliveryPart part) =>
        joint.Parts.Length > 1 && part.Outlook.When.By.FirstOrDefault(b => b.Probability == 0.85) is { } by
            ? string.Create(CultureInfo.InvariantCulture, $" Alone: by {by.Date:yyyy-MM-dd} at 85%.") : "";

    private static string Moved(DeliveryPart part) => part.Move switch
    {
        { Days: > 0 and var days } move => $" {Count(days, "day")} later than a week ago ({Causes(move)}).",
        { Days: < 0 and var days } move => $" {Count(-days, "day")} earlier than a week ago ({Causes(move)}).",
        _ => "",
    };

    private static string Causes(DeliveryMove move) => string.Create(CultureInfo.InvariantCulture, $"{move.FromPace:+0;-0;0} from pace and order, {move.FromScope:+0;-0;0} from scope");

    private static IEnumerable<string> Assumed(JointDelivery joint)
    {
        if (!joint.NotFound.IsEmpty)
        {
            yield return $"Not found: {string.Join(", ", joint.NotFound)}.";
        }

        var open = joint.Parts.Where(p => !p.Outlook.IsDone).ToList();
        var growing = open.Where(p => p.Outlook.Work is { Remaining: > 0, Growth: null }).ToList();
        if (joint.IfNothingAdded.FirstOrDefault(b => b.Probability == 0.85) is { } by)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"If nothing were added: by {by.Date:yyyy-MM-dd} at 85%.");
        }

        if (growing.Count > 0)
        {
            yield return $"Assumes that nothing is added or comes in between{(growing.Count < open.Count ? $" in the part of {string.Join(", ", growing.Select(p => p.Team))}" : "")}: too few past epics tell how much would.";
        }

        if (open.Count > 1)
        {
            yield return "Assumes that the paces of the teams move independently.";
        }
    }

    /// <summary>"1 item", "3 items".</summary>
    internal static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
