using BacklogHealth.SampleTracker;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>Azure DevOps answers a token that has run out with a page for people.</summary>
public sealed class SignInPageTests
{
    [Theory]
    [Trait("Case", "13")]
    [InlineData(AzureSignIn.Page, "answered with a sign-in page (203), so the tracker does not know the credentials. Expected a personal access token of this organisation or collection that is still valid. Make a new token")]
    [InlineData(AzureSignIn.Redirect, "sent us on to the sign-in page of https://sign-in.sample.invalid (302), so the tracker does not know the credentials.")]
    [InlineData(AzureSignIn.Unauthorized, "the tracker refused the credentials (401).")]
    public async Task It_is_an_error_of_credentials_and_is_asked_for_once(AzureSignIn answer, string said)
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.AzureDevOps, serve: o => o with { Azure = o.Azure with { SignIn = answer } });
        Assert.True(await sample.Sync() == 0, sample.Told);
        var state = await sample.State();
        var before = sample.Server.Requests.Count;

        await sample.Configure((connection, _) => connection["Token"] = "a-token-that-has-run-out");
        Assert.Equal(4, await sample.Sync());
        Assert.StartsWith($"{sample.Where}: ", sample.Told, StringComparison.Ordinal);
        Assert.Contains(said, Assert.Single(sample.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("a-token-that-has-run-out", sample.Told, StringComparison.Ordinal);
        Assert.Equal(before + 1, sample.Server.Requests.Count);
        Assert.Equal(state, await sample.State());

        await sample.Configure();
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.HoldsAll();
    }
}
