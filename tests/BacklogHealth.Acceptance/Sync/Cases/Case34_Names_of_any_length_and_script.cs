using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class NamesOfAnyLengthAndScriptTests
{
    [Theory]
    [Trait("Case", "34")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task They_are_stored_as_they_are(SampleTrackerKind kind)
    {
        await using var sample = await Hostile.Pulled(kind);
        var source = sample.Project.Items.Single(i => i.Labels.Contains("long-name"));
        var item = (await sample.Stored())[source.Id];
        Assert.True(source.Title.Length > 255);
        Assert.Equal((source.Title.Trim(), new string('l', 255)), (item.Title, item.Labels[^1]));

        var script = await sample.Labelled("emoji-and-marks");
        Assert.Equal("Pay 👩‍👩‍👧‍👦 with n̈ and Z̷̡a̶l̸g̴o", script.Title);
        Assert.Contains("مرحبا بالعالم", script.Description.Plain, StringComparison.Ordinal);
        Assert.Contains("שלום עולם", script.Description.Plain, StringComparison.Ordinal);
        Assert.Equal("Half a \uFFFD pair", (await sample.Labelled("lone-surrogate")).Title);
    }

    [Theory]
    [Trait("Case", "34")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task The_reports_hold_and_encode_them(SampleTrackerKind kind)
    {
        // Markup in a title, and in the name of a state: both stand in reports.
        await using var sample = await Hostile.Pulled(kind, b => b
            .RenameStatus(b.Projects[0].Statuses[2].Id, "<script>alert(1)</script> \u202E" + new string('w', 300))
            .With(b.Projects[0].Items.Single(i => i.Labels.Contains("long-name")).Id, i => i with { Description = SampleText.Of("A basket holds at most TBD articles.") })
            .With(b.Projects[0].Items.Single(i => i.Labels.Contains("no-description")).Id, i => i with { Title = "<img src=x onerror=alert(2)> & \"quoted\" " + new string('W', 400) }));
        var reports = await sample.Reports();
        var html = reports.Where(r => r.Key.EndsWith(".html", StringComparison.Ordinal)).Select(r => r.Value).ToList();
        Assert.All(html, page =>
        {
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(2, page.Split("<script").Length);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
            Assert.EndsWith("</script>\n</body>\n</html>\n", page, StringComparison.Ordinal);
        });
        Assert.Contains(html, page => page.Contains("&lt;img src=x onerror=alert(2)&gt;", StringComparison.Ordinal));
        Assert.Contains(html, page => page.Contains("A name that does not end", StringComparison.Ordinal));
        Assert.All(reports.Where(r => r.Key.EndsWith(".md", StringComparison.Ordinal)), r => Assert.DoesNotContain("<img src=x", r.Value.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal));

        // No line of a table grows without end.
        Assert.All(html, page => Assert.DoesNotContain(new string('W', 200), page, StringComparison.Ordinal));
    }
}
