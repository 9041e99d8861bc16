using BacklogHealth.Serving;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Tests.Serving;

public class ReportLinksTests
{
    private const string Path = "/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/coach.html";
    private readonly FixedTime _time = new("2026-11-23 06:30");

    private ReportLinks Links => new(new byte[32], 30, _time);

    [Fact]
    public void A_link_holds_to_the_last_second_of_its_time_and_no_longer()
    {
        var (until, key) = Parts(Links.Sign(Path));

        Assert.Equal(LinkWorth.Good, Links.Judge(Path, until, key));
        _time.Now = A.Time("2026-12-23 06:30");
        Assert.Equal(LinkWorth.Good, Links.Judge(Path, until, key));
        _time.Now = A.Time("2026-12-23 06:30:01");
        Assert.Equal(LinkWorth.Over, Links.Judge(Path, until, key));
    }

    [Fact]
    public void A_link_that_was_changed_in_any_place_is_worth_nothing()
    {
        var (until, key) = Parts(Links.Sign(Path));

        Gen.Select(Gen.Int[0, key.Length - 1], Gen.Char['!', '~']).Sample((at, c) => key[at] == c || Links.Judge(Path, until, key[..at] + c + key[(at + 1)..]) == LinkWorth.Wrong);
        Gen.Long[0, long.MaxValue].Sample(other => $"{other}" == until || Links.Judge(Path, $"{other}", key) == LinkWorth.Wrong);
        Assert.Equal(LinkWorth.Wrong, Links.Judge(Path.Replace("coach", "stakeholder", StringComparison.Ordinal), until, key));
        Assert.All(new[] { null, "", "x", key + "=", key + key }, k => Assert.Equal(LinkWorth.Wrong, Links.Judge(Path, until, k)));
        Assert.All(new[] { null, "", " " + until, "+" + until, "9999999999999999999999" }, u => Assert.Equal(LinkWorth.Wrong, Links.Judge(Path, u, key)));
    }

    [Fact]
    public void Another_key_makes_another_link()
    {
        var (until, key) = Parts(new ReportLinks([.. Enumerable.Repeat((byte)1, 32)], 30, _time).Sign(Path));
        Assert.Equal(LinkWorth.Wrong, Links.Judge(Path, until, key));
    }

    private static (string Until, string Key) Parts(string link)
    {
        var match = System.Text.RegularExpressions.Regex.Match(link, @"^(?<path>[^?]+)\?until=(?<until>\d+)&key=(?<key>[A-Za-z0-9_-]{43})$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.True(match.Success, link);
        Assert.Equal(Path, match.Groups["path"].Value);
        return (match.Groups["until"].Value, match.Groups["key"].Value);
    }
}
