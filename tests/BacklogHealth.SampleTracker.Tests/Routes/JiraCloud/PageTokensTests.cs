using BacklogHealth.SampleTracker.Routes.Jira;
using BacklogHealth.SampleTracker.Routes.JiraCloud;
using CsCheck;

namespace BacklogHealth.SampleTracker.Tests.Routes.JiraCloud;

public class PageTokensTests
{
    [Fact]
    public void A_token_gives_back_its_position_and_is_always_22_characters() =>
        Gen.Select(Gen.String, Gen.Long[0, long.MaxValue]).Sample((query, position) =>
        {
            var token = PageTokens.Make(query, position);
            return token.Length == 22 && PageTokens.Position(query, token) == position;
        });

    [Fact]
    public void A_token_of_another_query_is_refused()
    {
        var refusal = Assert.Throws<JiraRefusal>(() => PageTokens.Position("project = B", PageTokens.Make("project = A", 7)));
        Assert.Equal(400, refusal.Answer.Status);
    }
}
