using System.Text.Json.Nodes;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class ItemsWorthAttentionTests
{
    [Fact]
    public void Where_the_next_items_give_fewer_than_ten_it_looks_as_far_again_behind_them()
    {
        var (part, next) = Part(new SampleHealth());
        var places = part["numbers"]!["waiting"]!.AsArray().Select(w => w!["position"]!.GetValue<int>()).ToList();

        Assert.Equal(9, next);
        Assert.Equal(8, places.Count); // two of the ten are old work
        Assert.Equal(6, places.Count(p => p <= next));
        Assert.All(places, p => Assert.InRange(p, 1, 2 * next));
        Assert.Equal(places.Order(), places);
        Assert.StartsWith("In backlog order, at most 10, among the next 18: those likely to be pulled, and as many behind them.", part["sentences"]![1]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_further_down_never_takes_the_place_of_what_comes_next()
    {
        var input = new SampleHealth().Input();
        var part = Part(input with { Options = input.Options with { MostItems = 6 } });
        var places = part["numbers"]!["waiting"]!.AsArray().Select(w => w!["position"]!.GetValue<int>()).ToList();

        Assert.Equal(4, places.Count);
        Assert.All(places, p => Assert.InRange(p, 1, 9));
        Assert.StartsWith("In backlog order, at most 6. ", part["sentences"]![1]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_unready_items_took_longer_it_says_what_clarifying_the_first_of_them_would_bring()
    {
        var (part, _) = Part(SampleLearned.With(SampleLearned.Usual));
        var said = Assert.Single(part["sentences"]!.AsArray(), s => s!.GetValue<string>().StartsWith("Clarify ", StringComparison.Ordinal))!.GetValue<string>();
        var clarify = part["numbers"]!["clarify"]!;

        Assert.Matches("^Clarify CHK-[0-9]+.* before they are begun, and the 85 % day of the next 20 items moves from .* to .*\\. Unready items took 1\\.50 times as long as ready ones so far \\(with 95 % certainty 1\\.29 to 1\\.81; 114 unready, 306 ready\\), and what takes less time leaves room for the next\\. At the lower end of that it moves to .*\\. This counts on clarity being what made the difference\\.$", said);
        Assert.InRange(clarify["keys"]!.AsArray().Count, 2, 5);
        Assert.True(string.CompareOrdinal(clarify["clarified"]!.GetValue<string>(), clarify["day"]!.GetValue<string>()) < 0);
    }

    [Fact]
    public void Where_luck_may_be_behind_it_or_nobody_has_looked_nothing_is_said_of_clarifying()
    {
        var learned = SampleLearned.Usual with { Effects = [SampleLearned.Effect(null, 1.2, 0.9, 1.6, 114, 306)] };

        Assert.DoesNotContain(Part(SampleLearned.With(learned)).Part["sentences"]!.AsArray(), s => s!.GetValue<string>().Contains("unready", StringComparison.OrdinalIgnoreCase));
        Assert.Null(Part(new SampleHealth()).Part["numbers"]!["clarify"]);
    }

    [Fact]
    public void The_same_question_is_not_asked_again_where_another_fits()
    {
        var html = ReportWriter.Render(Audience.ProductOwner, new SampleHealth().Input()).Html;
        var rows = html.Split("<tr>").Where(r => r.Contains("says <mark>fast enough</mark>", StringComparison.Ordinal)).ToList();

        Assert.True(rows.Count > 1);
        Assert.Contains(rows, r => r.Contains("How fast must which page be", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("How will you see that it works?", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_that_moves_no_day_one_sentence_says_what_unready_items_cost() =>
        Assert.Equal(
            "Items that were begun unready took 1.03 times as long as those that were begun ready (with 95 % certainty 1.01 to 1.05; 114 unready, 306 ready).",
            Part(SampleLearned.With(SampleLearned.Usual with { Effects = [SampleLearned.Effect(null, 1.03, 1.01, 1.05, 114, 306)] }).Input())["sentences"]![2]!.GetValue<string>());

    [Fact]
    public void Where_luck_may_be_behind_it_or_all_is_ready_no_sentence_says_so()
    {
        var luck = SampleLearned.Usual with { Effects = [SampleLearned.Effect(null, 1.1, 0.9, 1.3, 114, 306)] };
        string Page(SampleHealth team) => ReportWriter.Render(Audience.ProductOwner, team.Input()).Html;

        Assert.Equal(Page(new SampleHealth()), Page(SampleLearned.With(luck)));
        Assert.Equal(Page(new SampleHealth { EveryItemReady = true }), Page(SampleLearned.With(SampleLearned.Usual, new SampleHealth { EveryItemReady = true })));
    }

    [Fact]
    public void Where_only_old_work_calls_for_attention_it_says_so_and_has_no_column_of_places()
    {
        var report = ReportWriter.Render(Audience.ProductOwner, new SampleHealth { EveryItemReady = true }.Input());
        var items = report.Html.Split("Items worth your attention")[1].Split("</table>")[0];

        Assert.Contains("Among the next items no rule found anything that counts. These are in progress for longer than usual. A key leads to the tracker.", items, StringComparison.Ordinal);
        Assert.Contains("What stands in the way", items, StringComparison.Ordinal);
        Assert.DoesNotContain("Place", items, StringComparison.Ordinal);
        Assert.Contains("Place", ReportWriter.Render(Audience.ProductOwner, new SampleHealth().Input()).Html.Split("Items worth your attention")[1].Split("</table>")[0], StringComparison.Ordinal);
    }

    private static (JsonNode Part, int Next) Part(SampleHealth health)
    {
        var input = health.Input();
        return (Part(input), input.Health.Next.Positions.Length);
    }

    private static JsonNode Part(ReportInput input) => ReportWriter.Render(Audience.ProductOwner, input).Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == "items")!;
}
