using System.Text.Json.Nodes;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class AnswersTests
{
    [Fact]
    public void All_ready_is_said_without_a_call_to_action()
    {
        var sentences = Sentences(new SampleHealth { EveryItemReady = true, WeekBefore = false });

        Assert.Contains("Nothing presses: all of the next 9 items are ready.", sentences);
        Assert.Contains("● Keep: Nothing of the Definition of Ready is missing.", sentences);
    }

    [Fact]
    public void The_date_stands_with_its_promise_its_move_and_its_record()
    {
        var parts = Parts(new SampleHealth());
        var date = parts["answers"]!["numbers"]!["date"]!;

        var why = parts["answers"]!["sentences"]!.AsArray()[^1]!.GetValue<string>();
        Assert.StartsWith($"◆ Watch: {date["inTimeOf20"]} of 20 end by 30 January 2027, the promised day.", why, StringComparison.Ordinal);
        Assert.EndsWith($"Our 85 % held {date["heldBefore"]!["times"]} of {date["heldBefore"]!["of"]} times before.", why, StringComparison.Ordinal);
        Assert.Equal(date["inTimeOf20"]!.GetValue<int>(), date["dots"]!.AsArray().Count(d => string.CompareOrdinal(d!.GetValue<string>(), "2027-01-30") <= 0));
    }

    [Fact]
    public void A_change_of_pace_is_told_with_how_often_chance_would_show_it()
    {
        var changes = Parts(new SampleHealth())["changes"]!;

        Assert.NotNull(changes["numbers"]!["shift"]);
        Assert.Contains(changes["sentences"]!.AsArray(), s => s!.GetValue<string>().StartsWith("Fewer items are finished: 3.3 a week since 12 October, 5 in the 12 weeks before. Chance alone shows such a difference", StringComparison.Ordinal));
    }

    [Fact]
    public void A_steady_pace_is_not_called_a_change()
    {
        var changes = Parts(new SampleHealth { Slowdown = false })["changes"]!;

        Assert.Null(changes["numbers"]!["shift"]);
        Assert.DoesNotContain(changes["sentences"]!.AsArray(), s => s!.GetValue<string>().Contains("items are finished:", StringComparison.Ordinal));
    }

    private static List<string> Sentences(SampleHealth health) => [.. Parts(health)["answers"]!["sentences"]!.AsArray().Select(s => s!.GetValue<string>())];

    internal static Dictionary<string, JsonNode> Parts(SampleHealth health) =>
        ReportWriter.Render(Audience.ProductOwner, health.Input()).Json["parts"]!.AsArray().ToDictionary(p => p!["id"]!.GetValue<string>(), p => p!);
}
