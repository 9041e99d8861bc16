using BacklogHealth.SampleTracker;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class CharacterThatNoDatabaseKeepsTests
{
    [Theory]
    [Trait("Case", "33")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_NUL_is_taken_out_and_the_words_around_it_stay(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        var item = await sample.Labelled("nul");
        Assert.Equal("Before after", item.Title);
        Assert.Equal(["A", "text", "with", "a", "in", "it"], item.Description.Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain('\0', Assert.Single(item.Comments).Text.Plain);
        Assert.StartsWith("Pasted ", item.Comments[0].Text.Plain, StringComparison.Ordinal);

        Assert.Equal(["It held NUL characters; each became a space."], item.ReadingNotes);
        Assert.Contains("It held NUL characters; each became a space.", (await sample.Run("explain", item.Key)).Output, StringComparison.Ordinal);

        // Nothing about it makes the item look changed.
        Assert.Equal(0, await sample.Sync());
        Assert.Equal(0, sample.Number("fetched"));
        Assert.Equal(0, await sample.Sync("--full"));
        Assert.Equal(0, sample.Number("updated"));
    }
}
