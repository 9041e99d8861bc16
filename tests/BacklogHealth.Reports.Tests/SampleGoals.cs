using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Tests;

/// <summary>Puts the items of the sample team under goals and features.</summary>
internal static class SampleGoals
{
    private static readonly string[] Titles =
    [
        "Pay without an account", "Fewer abandoned baskets", "Invoices that the tax office accepts", "Vouchers as a gift", "Deliveries abroad", "A checkout that is fast on every phone", "Returns without a call",
    ];

    /// <summary>So many goals, each third with two features; the last of nine items stands under nothing.</summary>
    public static Func<HealthInput, HealthInput> Of(int goals, string? title = null) => input =>
    {
        var epics = Enumerable.Range(0, goals).SelectMany(g => Epics(g, title)).ToList();
        var leaves = epics.Where(e => !epics.Exists(x => x.Scored.Item.ParentId == e.Scored.Item.Id)).Select(e => e.Scored.Item.Id).ToList();
        string? ParentOf(int i) => i % 9 == 8 ? null : leaves[i * 7 % 11 % leaves.Count];
        var ids = input.OpenItems.Select(o => o.Item.Id).Concat(input.Histories.Select(h => h.Id)).Distinct(StringComparer.Ordinal).Index().ToDictionary(x => x.Item, x => ParentOf(x.Index), StringComparer.Ordinal);
        var lately = input.Histories.Where(h => h.States[^1].StateName == "Done" && h.States[^1].At > SampleHealth.Monday.AddDays(-28)).Select(h => h.Id).ToHashSet(StringComparer.Ordinal);
        return input with
        {
            OpenItems = [.. input.OpenItems.Select(o => o with { Item = o.Item with { ParentId = ids[o.Item.Id] } }), .. epics.Select(e => e.Scored)],
            Histories = [.. input.Histories.Select(h => h with { ParentId = ids[h.Id] }), .. epics.Select(e => e.History)],
            FinishedLately = [.. input.Histories.Where(h => lately.Contains(h.Id)).Select(h => new WorkItemSummary(h.Id, h.Key, title ?? "Show the total with tax", "Story", h.Kind, "Done", h.Created, 2, ids[h.Id], null, [], []))],
        };
    };

    private static IEnumerable<(ScoredItem Scored, ItemHistory History)> Epics(int number, string? title)
    {
        var name = title ?? Titles[number % Titles.Length];
        yield return Epic($"g{number}", $"CHK-{9000 + (10 * number)}", name, null, number);
        for (var feature = 1; number % 3 == 0 && feature <= 2; feature++)
        {
            yield return Epic($"g{number}f{feature}", $"CHK-{9000 + (10 * number) + feature}", title ?? (feature == 1 ? "First use" : "For companies"), $"g{number}", number);
        }
    }

    private static (ScoredItem Scored, ItemHistory History) Epic(string id, string key, string title, string? parent, int rank)
    {
        var created = SampleHealth.Monday.AddDays(-90);
        var history = new ItemHistory(id, key, WorkItemKind.Epic, parent, null, created, null, [new StateEntry(created, "To do", "To do")]);
        var summary = new WorkItemSummary(id, key, title, "Epic", WorkItemKind.Epic, "To do", created, null, parent, null, [], []);
        return (new ScoredItem(summary, $"{rank:0000}-{id}", "To do", new ItemScore(id, key, 80, 100, "en", null, []), null) { LastTouched = summary.Created }, history);
    }
}
