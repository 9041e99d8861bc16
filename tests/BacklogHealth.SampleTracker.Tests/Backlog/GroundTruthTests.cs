using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

public sealed class GroundTruthTests
{
    [Fact]
    public void Every_planted_flaw_is_at_an_open_item_that_exists()
    {
        var open = Sample.Items.Where(i => i.Resolution is null).Select(i => i.Key).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Sample.Backlog.Truth.Flaws.Where(f => !open.Contains(f.Key)));
        Assert.Empty(Sample.Backlog.Truth.GoodKeys.Where(k => !open.Contains(k)));
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public void Every_flaw_is_planted_at_least_twelve_times(Flaw flaw) =>
        Assert.InRange(Sample.Backlog.Truth.Flaws.Count(f => f.Flaw == flaw), 12, 200);

    public static TheoryData<Flaw> Flaws() => [.. Enum.GetValues<Flaw>()];

    [Fact]
    public void At_least_twenty_open_items_were_written_to_be_good() => Assert.InRange(Sample.Backlog.Truth.GoodKeys.Length, 20, 40);

    [Fact]
    public void Items_cut_by_layer_stand_in_groups_of_siblings()
    {
        var groups = Planted(Flaw.CutByLayer).GroupBy(i => i.ParentId).ToList();

        Assert.True(groups.Count >= 4);
        Assert.All(groups, g => Assert.True(g.Key is not null && g.Count() >= 3));
    }

    [Fact]
    public void Near_duplicates_come_in_pairs_whose_titles_share_their_long_words()
    {
        var items = Planted(Flaw.NearDuplicate).ToList();

        Assert.True(items.Count >= 12);
        Assert.All(items, i => Assert.Contains(items, o => o.Key != i.Key && Words(o).SetEquals(Words(i))));
    }

    public static TheoryData<Fact> Facts() => [.. Enum.GetValues<Fact>()];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_is_planted_at_items_that_exist(Fact fact)
    {
        var keys = Sample.Items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        var planted = Sample.Backlog.Truth.Facts.Where(f => f.Fact == fact).ToList();

        Assert.InRange(planted.Count, 2, 40);
        Assert.All(planted, f => Assert.Contains(f.Key, keys));
    }

    [Fact]
    public void A_mention_names_an_account_of_the_site_and_no_name_stands_in_the_text()
    {
        var accounts = Sample.Items.SelectMany(i => i.Changes).Select(c => c.AuthorId).ToHashSet(StringComparer.Ordinal);
        var mentions = Sample.Items.SelectMany(i => i.Comments).SelectMany(c => c.Text.Blocks).Select(b => b.Mention).OfType<string>().ToList();

        Assert.True(mentions.Count >= 4);
        Assert.All(mentions, m => Assert.Contains(m, accounts));
    }

    [Fact]
    public void What_came_of_an_item_is_told_after_it_was_finished() =>
        Assert.All(Sample.Backlog.Truth.Facts.Where(f => f.Fact == Fact.ToldOfUse).Select(f => Sample.Item(f.Key)), i =>
            Assert.True(i.Comments[^1].At >= i.Changes.Last(c => c.Field == "status" && c.ToText == "Done").At, i.Title));

    [Fact]
    public void Links_of_copies_and_of_what_came_from_use_are_seen_from_both_ends() =>
        Assert.All(Sample.Items.SelectMany(i => i.Links.Select(l => (Item: i, Link: l))).Where(x => x.Link.Relation is "clones" or "is cloned by" or "relates to"), x =>
            Assert.Contains(Sample.Item(x.Link.OtherKey).Links, back => back.OtherKey == x.Item.Key && back.Relation == x.Link.Relation switch { "clones" => "is cloned by", "is cloned by" => "clones", _ => "relates to" }));

    private static IEnumerable<SampleItem> Planted(Flaw flaw) => Sample.Backlog.Truth.Flaws.Where(f => f.Flaw == flaw).Select(f => Sample.Item(f.Key));

    private static HashSet<string> Words(SampleItem item) =>
        item.Title.ToUpperInvariant().Replace("'S", "", StringComparison.Ordinal).Split(' ').Where(w => w.Length > 3).ToHashSet(StringComparer.Ordinal);
}
