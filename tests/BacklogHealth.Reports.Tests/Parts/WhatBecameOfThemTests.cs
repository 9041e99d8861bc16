using BacklogHealth.Core.Health;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class WhatBecameOfThemTests
{
    // The sample's open items in backlog order; CHK-1 was finished long ago.
    private static readonly TeamHealth Health = new SampleHealth().Input().Health;

    [Theory]
    [InlineData(Audience.Coach)]
    [InlineData(Audience.ProductOwner)]
    public void Each_item_pointed_out_a_week_ago_stands_with_what_became_of_it(Audience audience)
    {
        var next = Health.NextOpen;
        BacklogItem ready = next.First(i => i.Ready.IsReady), unready = next.First(i => !i.Ready.IsReady);
        var done = ready.Item with { Id = Health.Flow[0].Item.Id, Key = Health.Flow[0].Item.Key, Title = "Gift cards" };
        var page = Page(audience, done, ready.Item, unready.Item);

        Assert.Contains("\n## Of the 3 items that were next and not ready a week ago, 1 is ready now, 1 is still not ready and 1 is finished\n", page, StringComparison.Ordinal);
        Assert.Contains($"| [{done.Key}](<https://acme.example/browse/{done.Key}>) | Gift cards | finished |\n", page, StringComparison.Ordinal);
        Assert.Contains($"(<https://acme.example/browse/{ready.Item.Key}>) | {Escaped(ready)} | ready now |\n", page, StringComparison.Ordinal);
        Assert.Contains($"(<https://acme.example/browse/{unready.Item.Key}>) | {Escaped(unready)} | still lacks: {unready.Ready.Missing[0]}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_things_that_are_missing_stand_in_a_row()
    {
        var unready = Health.NextOpen.First(i => !i.Ready.IsReady);
        var input = new SampleHealth().Input();
        var health = Health with
        {
            LastWeek = Health.LastWeek! with { PointedOut = [unready.Item] },
            Open = [.. Health.Open.Select(i => i == unready ? i with { Ready = i.Ready with { Missing = ["a title that says what", "acceptance criteria"] } } : i)],
        };

        Assert.Contains("| still lacks: a title that says what, acceptance criteria |", ReportWriter.Render(Audience.Coach, input with { Health = health }).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_ends_with_how_many_more_there_are() =>
        Assert.Contains("\nAnd 3 more; `backlog-health ready --json` lists them all.\n", Page(Audience.Coach, [.. Health.Open.Take(15).Select(i => i.Item)]), StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_was_pointed_out_it_is_not_spoken_of() => Assert.DoesNotContain("a week ago", Page(Audience.Coach), StringComparison.Ordinal);

    [Fact]
    public void Stakeholders_are_not_told() => Assert.DoesNotContain("not ready a week ago", Page(Audience.Stakeholder, Health.Open[0].Item), StringComparison.Ordinal);

    private static string Escaped(BacklogItem item) => item.Item.Title.Replace("_", "\\_", StringComparison.Ordinal);

    private static string Page(Audience audience, params WorkItemSummary[] pointedOut)
    {
        var input = new SampleHealth().Input();
        return ReportWriter.Render(audience, input with { Health = Health with { LastWeek = Health.LastWeek! with { PointedOut = [.. pointedOut] } } }).Markdown;
    }
}
