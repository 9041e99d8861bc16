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
    public void The_same_question_is_not_asked_again_where_another_fits()
    {
        var html = ReportWriter.Render(Audience.ProductOwner, new SampleHealth().Input()).Html;
        var rows = html.Split("<tr>").Where(r => r.Contains("says <mark>fast enough</mark>", StringComparison.Ordinal)).ToList();

        Assert.True(rows.Count > 1);
        Assert.Contains(rows, r => r.Contains("How fast must which page be", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("How will you see that it works?", StringComparison.Ordinal));
    }

    private static (JsonNode Part, int Next) Part(SampleHealth health)
    {
        var input = health.Input();
        return (Part(input), input.Health.Next.Positions.Length);
    }

    private static JsonNode Part(ReportInput input) => ReportWriter.Render(Audience.ProductOwner, input).Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == "items")!;
}
