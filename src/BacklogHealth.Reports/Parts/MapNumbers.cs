using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The numbers behind a story map: every head with its counts, every card that is shown, and what is left out.</summary>
internal static class MapNumbers
{
    public static JsonObject Of(ReportContext report)
    {
        var (map, whole) = (report.Numbers.Map, report.Numbers.WholeMap);
        return new JsonObject
        {
            ["goals"] = whole.Columns.Where(c => c.Goal is not null).Select(c => c.Goal!.Id).Distinct(StringComparer.Ordinal).Count(),
            ["open"] = whole.Columns.Sum(c => c.Open),
            ["readyOrBegun"] = whole.Columns.Sum(c => c.Ready),
            ["finished"] = whole.Columns.Sum(c => c.Finished),
            ["rows"] = new JsonArray([.. map.Rows.Select(r => new JsonObject { ["kind"] = Kind(r.Kind), ["name"] = r.Name, ["day"] = r.Day is { } day ? Say.Text($"{day:yyyy-MM-dd}") : null })]),
            ["columns"] = new JsonArray([.. map.Columns.Select(Column)]),
            ["moreColumns"] = map.MoreColumns,
            ["itemsInMoreColumns"] = map.ItemsInMoreColumns,
            ["itemsInMoreRows"] = map.ItemsInMoreRows,
        };
    }

    private static JsonObject Column(StoryMapColumn column) => new()
    {
        ["goal"] = Head(column.Goal),
        ["feature"] = Head(column.Feature),
        ["open"] = column.Open,
        ["readyOrBegun"] = column.Ready,
        ["finished"] = column.Finished,
        ["cells"] = new JsonArray([.. column.Cells.Select(c => new JsonObject { ["more"] = c.More, ["items"] = new JsonArray([.. c.Items.Select(Item)]) })]),
    };

    private static JsonObject? Head(StoryMapHead? head) => head is null ? null : new JsonObject { ["key"] = head.Key, ["title"] = head.Title, ["state"] = head.State is { } state ? Kind(state) : null };

    private static JsonObject Item(StoryMapItem item) => new()
    {
        ["key"] = item.Key,
        ["title"] = item.Title,
        ["state"] = Kind(item.State),
        ["ready"] = item.Ready,
        ["tooLarge"] = item.TooLarge,
        ["slicing"] = item.Slicing,
        ["storyPoints"] = item.StoryPoints,
    };

    // "NotStarted" is "not-started", as in every document of the command line.
    private static string Kind<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + c)).ToLowerInvariant();
}
