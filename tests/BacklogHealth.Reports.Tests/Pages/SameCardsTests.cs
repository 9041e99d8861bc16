using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BacklogHealth.Reports.Tests.Words;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>A map has no table: heads, counts and cards of the page are held against the lists of the text and the columns of the document.</summary>
public sealed partial class SameCardsTests
{
    private static readonly Dictionary<string, RenderedReport> Made = new[] { "en", "de" }.ToDictionary(l => l, Render, StringComparer.Ordinal);

    public static TheoryData<string> Languages => ["en", "de"];

    [Theory, MemberData(nameof(Languages))]
    public void Each_head_and_card_of_the_page_stands_in_the_text_below_the_same_heads(string language)
    {
        var page = Goals(language).SelectMany(Lines).ToList();

        Assert.Contains(page, l => l.Words.EndsWith(')'));
        Assert.Equal(page, ReadMarkdown.Bullets(Made[language].Markdown));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Each_column_of_the_page_has_the_counts_and_the_cards_of_the_document(string language)
    {
        var columns = Made[language].Numbers("story-map")["columns"]!.AsArray().Select(c => c!.AsObject()).ToList();
        var page = Goals(language).SelectMany(g => g.QuerySelectorAll(".column")).ToList();

        Assert.Equal(columns.Count, page.Count);
        foreach (var (column, shown) in columns.Zip(page))
        {
            if (shown.QuerySelector(".head .note") is { } count)
            {
                Assert.Equal(Counts([column]), Numbers(count));
            }

            Assert.Equal(column["cells"]!.AsArray().Select(c => string.Join('\n', c!["items"]!.AsArray().Select(Card))), shown.QuerySelectorAll(".cell").Select(c => string.Join('\n', c.QuerySelectorAll("li").Select(Card))));
            Assert.Equal(column["cells"]!.AsArray().Select(c => c!["more"]!.GetValue<int>()), shown.QuerySelectorAll(".cell").Select(c => c.QuerySelector(".note") is { } more ? Assert.Single(Numbers(more)) : 0));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Each_goal_of_the_page_counts_what_the_columns_of_the_document_hold_together(string language)
    {
        var numbers = Made[language].Numbers("story-map");
        var goals = numbers["columns"]!.AsArray().Select(c => c!.AsObject()).GroupBy(c => c["goal"]?["key"]?.GetValue<string>(), StringComparer.Ordinal).ToDictionary(g => g.Key ?? "", g => Counts([.. g]), StringComparer.Ordinal);
        var page = Goals(language).ToList();

        Assert.Equal(0, numbers["moreColumns"]!.GetValue<int>());
        Assert.Equal(goals.Keys, page.Select(KeyOf).Distinct(StringComparer.Ordinal));
        Assert.All(page, g => Assert.Equal(goals[KeyOf(g)], Numbers(g.QuerySelector(".head .note")!)));
    }

    private static RenderedReport Render(string language)
    {
        var sample = new SampleHealth { Change = SampleGoals.Of(7), Sprints = [], Waiting = 90 };
        return ReportWriter.StoryMap(language == "de" ? GermanSample.Input(sample) : sample.Input());
    }

    private static IEnumerable<IElement> Goals(string language) => new HtmlParser().ParseDocument(Made[language].Html).QuerySelectorAll(".map .goal");

    /// <summary>What a goal says, from the top down: as deep as it stands below others.</summary>
    private static IEnumerable<(int Depth, string Words)> Lines(IElement goal)
    {
        yield return (0, Head(goal.QuerySelector(".head")!));
        foreach (var column in goal.QuerySelectorAll(".column"))
        {
            var depth = 1;
            if (column.QuerySelector(".head")!.ChildElementCount > 0)
            {
                yield return (depth++, Head(column.QuerySelector(".head")!));
            }

            foreach (var cell in column.QuerySelectorAll(".cell").Where(c => c.ChildElementCount > 0))
            {
                yield return (depth, Text(cell.Children[0]));
                foreach (var line in cell.QuerySelectorAll("li").Select(Line).Concat(cell.QuerySelectorAll(".note").Select(Text)))
                {
                    yield return (depth + 1, line);
                }
            }
        }
    }

    private static string Head(IElement head) => $"{Text(head.Children[0])}: {Text(head.Children[1])}";

    private static string Line(IElement card)
    {
        var said = card.QuerySelectorAll("p").Select(Text).ToList();
        return said.Count > 2 ? $"{said[0]} {said[1]} ({said[2]})" : $"{said[0]} {said[1]}";
    }

    private static string Card(IElement card) => $"{Text(card.QuerySelector("span")!)[0]} {Text(card.QuerySelector("a")!)} {Text(card.Children[1])}{(card.ChildElementCount > 2 ? " ▣" : "")}";

    private static string Card(JsonNode? item)
    {
        var mark = item!["state"]!.GetValue<string>() switch
        {
            "finished" => '✓',
            "started" => '◆',
            _ => item["ready"]!.GetValue<bool>() ? '●' : '▼',
        };
        return $"{mark} {item["key"]} {item["title"]}{(item["tooLarge"]!.GetValue<bool>() ? " ▣" : "")}";
    }

    /// <summary>The numbers that a head of these columns has to say, in the order in which it says them.</summary>
    private static List<int> Counts(IReadOnlyCollection<JsonObject> columns)
    {
        int Sum(string name) => columns.Sum(c => c[name]!.GetValue<int>());
        return [.. Sum("open") > 0 ? new[] { Sum("readyOrBegun"), Sum("open") } : [], .. Sum("finished") > 0 ? new[] { Sum("finished") } : []];
    }

    private static List<int> Numbers(IElement said) => [.. Digits().Matches(Text(said)).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static string KeyOf(IElement goal) => goal.QuerySelector(".head a") is { } key ? Text(key) : "";

    private static string Text(IElement element) => SaidNumbers.Flat(element.TextContent);

    [GeneratedRegex("[0-9]+", RegexOptions.None, 10_000)]
    private static partial Regex Digits();
}
