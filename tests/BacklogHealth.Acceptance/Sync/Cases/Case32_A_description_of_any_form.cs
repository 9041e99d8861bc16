using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class DescriptionOfAnyFormTests
{
    [Theory]
    [Trait("Case", "32")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task None_and_an_empty_one_are_no_text(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        Assert.True((await sample.Labelled("no-description")).Description.IsBlank);
        Assert.True((await sample.Labelled("empty-description")).Description.IsBlank);
        var (code, output) = await sample.Run("explain", (await sample.Labelled("no-description")).Key);
        Assert.Equal(0, code);
        Assert.Contains("CL001", output, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "32")]
    [InlineData(SampleTrackerKind.JiraCloud, "Inside a panel", "More", "Inside an expand", "Inside a node of the future", "No type")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "Inside a panel", "Inside a macro of the future", "Inside an expand")]
    [InlineData(SampleTrackerKind.AzureDevOps, "Inside a tag of the future", "never closed &", "link")]
    public async Task What_is_unknown_keeps_its_inner_text(SampleTrackerKind kind, params string[] texts)
    {
        const string Wiki = "\"{panel:title=Note}Inside a panel{panel}\\n{hologram:glow=yes}Inside a macro of the future{hologram}\\n{expand}Inside an expand\"";
        await using var sample = await Hostile.Pulled(kind, b => kind == SampleTrackerKind.JiraDataCenter
            ? b.With(b.Projects[0].Items.Single(i => i.Labels.Contains("unknown-nodes")).Id, i => i with { RawFields = i.RawFields.SetItem("description", Wiki) })
            : b);
        var text = (await sample.Labelled("unknown-nodes")).Description.Plain;
        Assert.All(texts, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.DoesNotContain("alert", text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "32")]
    [InlineData(SampleTrackerKind.JiraCloud)]
    [InlineData(SampleTrackerKind.AzureDevOps)]
    public async Task No_depth_of_nesting_hides_a_text(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        Assert.Contains("At the bottom", (await sample.Labelled("deep-nesting")).Description.Plain, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "32")]
    public async Task A_document_deeper_than_any_that_a_person_wrote_is_kept_as_far_as_it_goes_and_marked()
    {
        await using var sample = await Hostile.Pulled(SampleTrackerKind.JiraCloud);
        var deep = await sample.Labelled("deep-nesting");
        Assert.Empty(deep.ReadingNotes);
        sample.Change(b => b.Nested(400).Retitle(deep.Id, "Deeper", SampleRun.MondayMorning).Retitle(sample.Project.Items[0].Id, "Another title", SampleRun.MondayMorning));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Empty(sample.Problems);
        var stored = await sample.Stored();
        Assert.Equal(("Deeper", "Another title"), (stored[deep.Id].Title, stored[sample.Project.Items[0].Id].Title));
        Assert.Equal(["It is nested deeper than 512 levels; what lies deeper was left out."], stored[deep.Id].ReadingNotes);
        Assert.DoesNotContain("At the bottom", stored[deep.Id].Description.Plain, StringComparison.Ordinal);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(0, sample.Number("fetched"));

        sample.Change(b => b.Nested(150).Retitle(deep.Id, "Not so deep", SampleRun.MondayMorning.AddMinutes(1)));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var mended = (await sample.Stored())[deep.Id];
        Assert.Contains("At the bottom", mended.Description.Plain, StringComparison.Ordinal);
        Assert.Empty(mended.ReadingNotes);
    }
}
