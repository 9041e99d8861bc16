using System.Collections.Immutable;
using BacklogHealth.Commands;
using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Tests.Commands;

/// <summary>What <c>explain</c> says of how long an item takes.</summary>
public sealed class ItemOutlookWordsTests : IDisposable
{
    private static readonly ImmutableArray<WithinDays> Four = [new(0.50, 4), new(0.70, 6), new(0.85, 9), new(0.95, 14)];

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void An_item_that_waits_has_days_from_its_start() => Assert.Equal(
        [
            "From start to finish: 50 of 100 like items are done within 4 days, 70 within 6 days, 85 within 9 days, 95 within 14 days.",
            "Counted from the last 50 finished items, stories with 2 to 3 points; newer ones count more.",
        ],
        ItemOutlookWords.Of(new ItemOutlook(new ServiceLevel(Four, 50, LikeItems.KindAndSize, null) { StoryPoints = (2, 3) }, null, null), WorkItemKind.Story));

    [Fact]
    public void An_item_in_progress_has_days_from_now_on_given_its_age() => Assert.Equal(
        [
            "Today is day 12 since its start. From now on: 50 of 100 like items are done today, 70 within 1 more day, 85 within 9 more days; so few items cannot tell it for 95.",
            "Counted from the last 16 finished items that took 12 days or longer, whatever their type and size, since too few are more like it; newer ones count more.",
        ],
        ItemOutlookWords.Of(
            new ItemOutlook(new ServiceLevel(Four, 50, LikeItems.Kind, null), 12, new ServiceLevel([new(0.50, 0), new(0.70, 1), new(0.85, 9)], 16, LikeItems.Team, null)), WorkItemKind.Bug).Skip(2));

    [Theory]
    [InlineData(LikeItems.Kind, "Counted from the last 50 finished items, bugs of every size, since it has no estimate; newer ones count more.")]
    [InlineData(LikeItems.Size, "Counted from the last 50 finished items, with 1 point, whatever their type; newer ones count more.")]
    [InlineData(LikeItems.Team, "Counted from the last 50 finished items, whatever their type and size, since too few are more like it; newer ones count more.")]
    public void Which_items_it_rests_on_is_said(LikeItems like, string sentence) => Assert.Equal(
        sentence, ItemOutlookWords.Of(new ItemOutlook(new ServiceLevel(Four, 50, like, null) { StoryPoints = (1, 1) }, null, null), WorkItemKind.Bug).Last());

    [Fact]
    public void Too_thin_evidence_has_a_reason_and_no_number() => Assert.Equal(
        [
            "From start to finish: not known. No item of this team was started and finished; 5 are needed to say how long one takes.",
            "Today is day 3 since its start; how much longer it takes is not known. No item of this team took 3 days or longer; 5 are needed to say how long one takes.",
        ],
        ItemOutlookWords.Of(new ItemOutlook(new ServiceLevels([]).FromStart(WorkItemKind.Story, null), 3, new ServiceLevels([]).Left(WorkItemKind.Story, null, 3)), WorkItemKind.Story));

    [Fact]
    public async Task Explain_tells_it_of_an_open_item_in_words_and_as_json_and_not_of_a_finished_one()
    {
        // Thirty stories of three points took 10 days each, both ends counted; one is on its fourth day, another waits.
        var done = Enumerable.Range(1, 30).Select(i => $"A-{i},Pay by invoice {i},Story,Done,3,2026-01-01,2026-01-{i:00},2026-{(i + 9 > 31 ? $"02-{i + 9 - 31:00}" : $"01-{i + 9:00}")}");
        var file = _program.File("items.csv", string.Join('\n', [
            "key,title,type,status,storyPoints,created,started,resolved", .. done,
            "A-50,Pay by card,Story,In Progress,3,2026-01-01,2026-03-01,", "A-51,Pay by voucher,Story,Open,3,2026-01-01,,", ""]));
        Assert.Equal(0, await _program.Run("import", file, "--team", "A"));

        Assert.Equal(0, await _program.Run("explain", "A-50", "--as-of", "2026-03-04"));
        Assert.Contains("""
            how long it takes:
              From start to finish: 50 of 100 like items are done within 10 days, 70 within 10 days, 85 within 10 days, 95 within 10 days.
              Counted from the last 30 finished items, stories with 3 points; newer ones count more.
              Today is day 4 since its start. From now on: 50 of 100 like items are done within 6 more days, 70 within 6 more days, 85 within 6 more days, 95 within 6 more days.
              Counted from the last 30 finished items that took 4 days or longer, stories with 3 points; newer ones count more.

            """.ReplaceLineEndings("\n"), _program.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _program.Run("explain", "A-51", "--as-of", "2026-03-04", "--json"));
        Assert.Contains("\"age\": null", _program.Output, StringComparison.Ordinal);
        Assert.Contains("\"like\": \"kind-and-size\"", _program.Output, StringComparison.Ordinal);

        Assert.Equal(0, await _program.Run("explain", "A-1", "--as-of", "2026-03-04", "--json"));
        Assert.Contains("\"outlook\": null", _program.Output, StringComparison.Ordinal);
    }
}
