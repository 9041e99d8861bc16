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

    private static IEnumerable<SampleItem> Planted(Flaw flaw) => Sample.Backlog.Truth.Flaws.Where(f => f.Flaw == flaw).Select(f => Sample.Item(f.Key));

    private static HashSet<string> Words(SampleItem item) =>
        item.Title.ToUpperInvariant().Replace("'S", "", StringComparison.Ordinal).Split(' ').Where(w => w.Length > 3).ToHashSet(StringComparer.Ordinal);
}
