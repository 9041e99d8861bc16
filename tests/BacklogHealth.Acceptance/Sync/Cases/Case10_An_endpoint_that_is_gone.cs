using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>The vendor has removed an endpoint.</summary>
public sealed class EndpointThatIsGoneTests
{
    [Theory]
    [Trait("Case", "10")]
    [InlineData(SampleTrackerKind.JiraCloud, "POST /rest/api/3/search/jql")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "POST /rest/api/2/search")]
    [InlineData(SampleTrackerKind.AzureDevOps, "GET /_apis/wit/reporting/workitemrevisions")]
    public async Task The_change_is_named_and_the_last_good_data_stay_readable_under_a_banner(SampleTrackerKind kind, string endpoint)
    {
        await using var sample = await SyncedSample.Start(kind);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();

        await sample.Serve(FaultScript.When(endpoint.Split(' ')[1]).Answer(410, """{"errorMessages":["The requested API has been removed. Please migrate."],"errors":{}}"""));
        Assert.Equal(1, await sample.Sync());
        var sentence = $"{sample.Where}: {endpoint} has been removed by the vendor (410): \"The requested API has been removed. Please migrate\". Expected the interface that this version was built for. What is stored stays as it is; update BacklogHealth.";
        Assert.EndsWith($"Checkout: pulling\n{sentence}\n", sample.Told, StringComparison.Ordinal);
        Assert.Equal([sentence], sample.Problems);
        Assert.Equal(state, await sample.State());
        await sample.HoldsAll();

        var reports = Path.Combine(sample.Folder, "reports");
        await sample.Run("report", "product-owner", "--out", reports, "--format", "md");
        var report = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(reports, "*.md", SearchOption.AllDirectories)));
        Assert.Contains("**The tracker could not be read on ", report, StringComparison.Ordinal);
        Assert.Contains("has been removed by the vendor (410)", report, StringComparison.Ordinal);

        await sample.Serve();
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(state, await sample.State());
    }
}
