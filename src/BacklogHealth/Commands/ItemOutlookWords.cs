using System.Globalization;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Commands;

/// <summary>How long an item takes and how much longer, in plain sentences for the terminal.</summary>
internal static class ItemOutlookWords
{
    /// <summary>The sentences.</summary>
    /// <param name="said">What can be said.</param>
    /// <param name="kind">What the item is.</param>
    public static IEnumerable<string> Of(ItemOutlook said, WorkItemKind kind)
    {
        ArgumentNullException.ThrowIfNull(said);
        yield return said.FromStart.WhyNot is { } why ? $"From start to finish: not known. {why}"
            : $"From start to finish: {Within(said.FromStart, days => $"within {Days(days)}")}.";
        if (said.FromStart.WhyNot is null)
        {
            yield return $"Counted from {Rests(said.FromStart, kind, "")}.";
        }

        if (said is not { Age: { } age, Left: { } left })
        {
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Today is day {age} since its start{(left.WhyNot is { } reason ? $"; how much longer it takes is not known. {reason}" : $". From now on: {Within(left, Left)}.")}");
        if (left.WhyNot is null)
        {
            yield return $"Counted from {Rests(left, kind, string.Create(CultureInfo.InvariantCulture, $" that took {Days(age)} or longer"))}.";
        }
    }

    // "50 of 100 within 4 days, 70 within 6, 85 within 9; so few items cannot tell within how many 95 are".
    private static string Within(ServiceLevel level, Func<double, string> days)
    {
        var said = level.Within.Select((w, i) => string.Create(CultureInfo.InvariantCulture, $"{w.Probability * 100:0}{(i == 0 ? " of 100 like items are done" : "")} {days(w.Days)}"));
        var missing = ForecastMaker.Probabilities.Where(p => level.Days(p) is null).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p * 100:0}")).ToList();
        return string.Join(", ", said) + (missing.Count == 0 ? "" : $"; so few items cannot tell it for {string.Join(" and ", missing)}");
    }

    private static string Left(double days) => days == 0 ? "today" : $"within {Days(days).Replace(" day", " more day", StringComparison.Ordinal)}";

    private static string Rests(ServiceLevel level, WorkItemKind kind, string tookAsLong)
    {
        var items = string.Create(CultureInfo.InvariantCulture, $"the last {level.Items} finished items{tookAsLong}");
        return level.Like switch
        {
            LikeItems.KindAndSize => $"{items}, {Name(kind)} {Points(level.StoryPoints!.Value)}; newer ones count more",
            LikeItems.Size => $"{items}, {Points(level.StoryPoints!.Value)}, whatever their type; newer ones count more",
            LikeItems.Kind => $"{items}, {Name(kind)} of every size, since it has no estimate; newer ones count more",
            _ => $"{items}, whatever their type and size, since too few are more like it; newer ones count more",
        };
    }

    private static string Name(WorkItemKind kind) => kind switch
    {
        WorkItemKind.Story => "stories",
        WorkItemKind.Task => "tasks",
        WorkItemKind.Bug => "bugs",
        WorkItemKind.Spike => "spikes",
        _ => "of types that are neither story, task, bug nor spike,",
    };

    private static string Points((double From, double To) points) => string.Create(
        CultureInfo.InvariantCulture,
        $"with {(points.From == points.To ? "" : $"{points.From:0.##} to ")}{points.To:0.##} point{(points is { From: 1, To: 1 } ? "" : "s")}");

    private static string Days(double days) => string.Create(CultureInfo.InvariantCulture, $"{days:0.#} day{(days == 1 ? "" : "s")}");
}
