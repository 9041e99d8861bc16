using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BacklogHealth.Reports;

/// <summary>
/// Looks a finished report over before it goes to people. What it finds is a fault of the program, never of the data: a number that is none, a table whose rows do not
/// fit its head, a page that is not whole. Such a report is better not read at all.
/// </summary>
public static class ReportCheck
{
    // A usual team's has one megabyte; mail servers take some twenty.
    private const int LongestPage = 20_000_000;

    /// <summary>What is wrong, as the ends of a sentence that names the report; empty where it may go.</summary>
    /// <param name="report">The report.</param>
    /// <param name="hasPage">True where its page goes out or is kept; where it does not, it need not be drawn.</param>
    public static ImmutableArray<string> Of(RenderedReport report, bool hasPage = true)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = report.Content;
        var wrong = ImmutableArray.CreateBuilder<string>();
        if (page.Sections.All(s => s.Blocks.IsEmpty))
        {
            wrong.Add("no part of it says anything");
        }

        foreach (var twice in page.Sections.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            wrong.Add($"the part {twice.Key} stands in it twice");
        }

        foreach (var section in page.Sections.Where(s => s.Tables.Any(t => t.Table.Rows.Any(r => r.Length != t.Table.Columns.Length))))
        {
            wrong.Add($"a table of the part {section.Id} has rows that do not fit its columns");
        }

        if (NotANumber(report.Json) is { } path)
        {
            wrong.Add($"{path} is no number");
        }

        if (hasPage && wrong.Count == 0 && (report.Html.Length > LongestPage || !report.Html.EndsWith("</html>\n", StringComparison.Ordinal)))
        {
            wrong.Add("its page is not whole, or far too long");
        }

        return wrong.ToImmutable();
    }

    /// <summary>The path of the first number that is infinite or none, or of a probability beyond 0 to 1; null where there is none.</summary>
    internal static string? NotANumber(JsonNode? node) => node switch
    {
        JsonObject parts => parts.Select(p => NotANumber(p.Value)).FirstOrDefault(p => p is not null),
        JsonArray all => all.Select(NotANumber).FirstOrDefault(p => p is not null),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => IsWrong(value) ? value.GetPath() : null,
        _ => null,
    };

    private static bool IsWrong(JsonValue value) =>
        value.TryGetValue<double>(out var number) && (!double.IsFinite(number) || (value.GetPropertyNameOrEmpty() is "probability" or "chance" && number is < 0 or > 1));

    private static string GetPropertyNameOrEmpty(this JsonNode value) => value.Parent is JsonObject ? value.GetPropertyName() : "";
}
