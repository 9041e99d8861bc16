using System.Globalization;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Commands;

/// <summary>The pre-planning list for people: what is to be pulled, how long ready work lasts, what lacks and what to ask.</summary>
internal static class ReadyWords
{
    private const int LongestTitle = 90;

    /// <summary>The lines for one team.</summary>
    public static IEnumerable<string> Of(TeamHealth health, FindingText words)
    {
        var next = health.NextOpen;
        yield return Text($"{health.Team}, {health.Today:d MMMM yyyy}");
        yield return next.IsEmpty ? "Nothing is waiting: no open item is still to be started." : Likely(health.Next, next.Length, health.Ordered);
        yield return Runway(health.Runway);
        if (health.FollowUp is { } follow)
        {
            yield return $"{follow.Said}.";
        }

        if (health.Pulled is { } pulled)
        {
            yield return pulled.Said.ToString();
        }

        foreach (var line in NotReady(next, words).Concat(Ready(next)))
        {
            yield return line;
        }
    }

    private static string Likely(NextItems next, int shown, bool ordered)
    {
        var order = ordered ? "in backlog order" : "oldest first, since the tracker tells no order";
        var taken = next switch
        {
            { From: { } from, To: { } to } when from < to => Text($"The next {next.Days} days take up {from} or more items with 85 %, {to} or more with even odds."),
            { From: { } from, To: not null } => Text($"The next {next.Days} days take up {from} or more items with 85 %."),
            _ => "How many will be taken up is not known, for want of history.",
        };
        return Text($"{taken} Below {(shown == 1 ? "is the next one" : Text($"are the next {shown}"))}, {order}.");
    }

    private static string Runway(ReadyRunway runway) => runway switch
    {
        { ReadyItems: 0 } => Text($"None of {runway.ItemsConsidered} waiting items is ready; {runway.WantedWeeks:0.#} weeks of ready work are wanted."),
        { Weeks85: { } sure, Weeks50: { } even } => Text($"{Stock(runway)}: enough for {sure:0.#} weeks with 85 %, for {even:0.#} with even odds; {runway.WantedWeeks:0.#} are wanted."),
        _ => Text($"{Stock(runway)}; how long that lasts is not known, for want of history."),
    };

    private static string Stock(ReadyRunway runway) =>
        Text($"{runway.ReadyItems} of {runway.ItemsConsidered} waiting {(runway.ItemsConsidered == 1 ? "item" : "items")} {(runway.ReadyItems == 1 ? "is" : "are")} ready");

    private static IEnumerable<string> NotReady(IReadOnlyCollection<BacklogItem> next, FindingText words)
    {
        var groups = next.Where(i => !i.Ready.IsReady).GroupBy(i => i.Ready.Missing.FirstOrDefault("what the team asks for"), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            yield return "";
            yield return Text($"Without {group.Key} ({group.Count()}):");
            foreach (var item in group)
            {
                yield return Line(item);
                if (item.Ready.Lacks.FirstOrDefault() is { } lack)
                {
                    yield return $"      {words.Message(lack)}";
                    yield return $"      ask: {words.Question(lack)}";
                }

                if (item.Ready.Missing.Skip(1).ToList() is { Count: > 0 } others)
                {
                    yield return $"      also without: {string.Join(", ", others)}";
                }
            }
        }
    }

    private static IEnumerable<string> Ready(IReadOnlyCollection<BacklogItem> next)
    {
        var ready = next.Where(i => i.Ready.IsReady).ToList();
        return ready.Count == 0 ? [] : ["", Text($"Ready ({ready.Count}):"), .. ready.Select(Line)];
    }

    private static string Line(BacklogItem item) =>
        Text($"{item.Position,4}  {item.Item.Key}  {(item.Item.Title.Length > LongestTitle ? item.Item.Title[..(LongestTitle - 1)] + "…" : item.Item.Title)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
