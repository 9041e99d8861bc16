using System.Globalization;
using System.Net;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class LimitNoticeTests
{
    private static readonly string[] Names =
    [
        "Retry-After", "X-RateLimit-Reset", "X-RateLimit-Remaining", "X-RateLimit-Delay", "X-RateLimit-NearLimit", "X-RateLimit-Interval-Seconds",
        "RateLimit-Reason", "RateLimit", "RateLimit-Policy", "Beta-RateLimit", "Beta-RateLimit-Policy",
    ];

    [Theory]
    [InlineData("Retry-After: 7", 7d)]
    [InlineData("Retry-After: 1.5", 1.5d)]
    [InlineData("Retry-After: Mon, 02 Mar 2026 09:00:11 GMT", 11d)]
    [InlineData("Retry-After: 7; X-RateLimit-Reset: 2026-03-02T09:01Z", 7d)]
    [InlineData("X-RateLimit-Reset: 2026-03-02T09:01Z", 60d)]
    [InlineData("X-RateLimit-Reset: 2026-03-02T09:00:30.5Z", 30.5d)]
    [InlineData("X-RateLimit-Reset: 1772442020", 20d)]
    [InlineData("X-RateLimit-Reset: 20", 20d)]
    [InlineData("RateLimit-Reset: 20", 20d)]
    [InlineData("X-RateLimit-Interval-Seconds: 30", 30d)]
    [InlineData("RateLimit: \"quota\"|r=0|t=40", 40d)]
    [InlineData("Beta-RateLimit: \"quota\"|r=0|t=40, \"burst\"|r=0|t=1", 40d)]
    [InlineData("RateLimit: \"quota\"|r=5|t=40, \"burst\"|r=0|t=1", 1d)]
    [InlineData("RateLimit: limit=100, remaining=0, reset=50", 50d)]
    [InlineData("RateLimit: \"quota\"|r=0; RateLimit-Policy: \"other\"|q=1|w=9, \"quota\"|q=100|w=60", 60d)]
    [InlineData("Retry-After: 99999999999999", 365 * 24 * 3600d)]
    [InlineData("Retry-After: 0", null)]
    [InlineData("Retry-After: -5", null)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("Retry-After: Mon, 02 Mar 2026 08:00:00 GMT", null)]
    [InlineData("X-RateLimit-Reset: NaN", null)]
    [InlineData("", null)]
    public void A_refusal_says_how_long_to_wait(string headers, double? seconds)
    {
        var notice = Read(HttpStatusCode.TooManyRequests, headers);
        Assert.Equal(seconds, notice.Wait?.TotalSeconds);
        Assert.True(notice.IsRefusal);
    }

    [Theory]
    [InlineData("X-RateLimit-Remaining: 7; X-RateLimit-Reset: 2026-03-02T09:01Z", null)]
    [InlineData("X-RateLimit-Remaining: 0; X-RateLimit-Reset: 2026-03-02T09:01Z", 60d)]
    [InlineData("RateLimit-Remaining: 0; RateLimit-Reset: 6", 6d)]
    [InlineData("X-RateLimit-Remaining: 0; X-RateLimit-Reset: 2026-03-02T09:01Z; Retry-After: 0", null)]
    [InlineData("X-RateLimit-Remaining: 0; X-RateLimit-Reset: 2026-03-02T09:01Z; X-RateLimit-Delay: 0.3", null)]
    [InlineData("RateLimit: \"burst\"|r=9|t=5", null)]
    [InlineData("RateLimit-Policy: \"burst\"|q=9|w=5", null)]
    [InlineData("Retry-After: 4", 4d)]
    public void An_answer_says_whether_there_is_a_wait_before_the_next(string headers, double? seconds)
    {
        var notice = Read(HttpStatusCode.OK, headers);
        Assert.Equal(seconds, notice.Wait?.TotalSeconds);
        Assert.False(notice.IsRefusal);
    }

    [Theory]
    [InlineData("RateLimit-Reason: jira-burst-based", true)]
    [InlineData("RateLimit-Reason: jira-quota-tenant-based; RateLimit: \"burst\"|r=0|t=1", false)]
    [InlineData("RateLimit: \"burst\"|r=0|t=1", true)]
    [InlineData("RateLimit: \"burst\"|r=0|t=1, \"quota\"|r=0|t=1", false)]
    [InlineData("Retry-After: 1", false)]
    public void A_limit_on_bursts_holds_for_its_kind_alone(string headers, bool alone) =>
        Assert.Equal(alone, Read(HttpStatusCode.TooManyRequests, headers).FamilyOnly);

    [Theory]
    [InlineData(503, "Retry-After: 4", true)]
    [InlineData(503, "", false)]
    [InlineData(500, "Retry-After: 4", false)]
    [InlineData(429, "", true)]
    public void A_server_that_is_busy_refuses_and_one_that_is_broken_does_not(int status, string headers, bool refuses) =>
        Assert.Equal(refuses, Read((HttpStatusCode)status, headers).IsRefusal);

    [Theory]
    [InlineData(-600)]
    [InlineData(600)]
    public void A_date_is_compared_with_the_clock_of_the_tracker(int ahead)
    {
        var theirs = SkippingTime.Start.AddSeconds(ahead);
        Assert.Equal(TimeSpan.FromSeconds(20), Read(HttpStatusCode.TooManyRequests, $"Date: {theirs:R}; Retry-After: {theirs.AddSeconds(20):R}").Wait);
        Assert.Equal(TimeSpan.FromSeconds(20), Read(HttpStatusCode.TooManyRequests, $"Date: {theirs:R}; X-RateLimit-Reset: {theirs.AddSeconds(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}").Wait);
    }

    [Fact]
    public void Whatever_stands_in_the_headers_is_read_without_an_error() =>
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.OneOf(Gen.String, Gen.String[Gen.Char["\"burst;r=0,t5wq -.:TZ"], 0, 30])).Array[0, 6].Sample(headers =>
        {
            using var response = new HttpResponseMessage();
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(Names[name], value);
            }

            var notice = LimitNotice.Read(HttpStatusCode.TooManyRequests, response.Headers, SkippingTime.Start);
            return notice.Delay >= TimeSpan.Zero && (notice.Wait is null || notice.Wait > TimeSpan.Zero);
        });

    // "|" stands for ";" within a value.
    private static LimitNotice Read(HttpStatusCode status, string headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var header in headers.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(h => h.Split(": ", 2)))
        {
            Assert.True(response.Headers.TryAddWithoutValidation(header[0], header[1].Replace('|', ';')));
        }

        return LimitNotice.Read(status, response.Headers, SkippingTime.Start);
    }
}
