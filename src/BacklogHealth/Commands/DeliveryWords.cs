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
        if (outlook.UnslicedEpics > 0)
        {
            yield return $"{part.Team}: {Count(outlook.UnslicedEpics, "epic")} without items {(outlook.UnslicedEpics == 1 ? "is" : "are")} not in these numbers.";
        }

        if (!outlook.NotFound.IsEmpty)
        {
            yield return $"{part.Team}: not found among its items: {string.Join(", ", outlook.NotFound)}.";
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
        yield return $"Assumes that nothing is added{(joint.Parts.Count(p => !p.Outlook.IsDone) > 1 ? ", and that the paces of the teams move independently" : "")}.";
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
