using System.Net;
using System.Net.Sockets;
using System.Text;
using BacklogHealth.Scheduling;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Serving;

/// <summary>What is shown to who sits at the machine, and to who has a link.</summary>
public class PagesTests
{
    [Fact]
    public async Task The_first_page_tells_what_is_proven_and_what_ran()
    {
        await using var run = await ServingRun.Start(parts: p => p with
        {
            Settings = p.Settings with
            {
                Connections = [new ConnectionSettings { Name = "acme", Kind = TrackerKind.JiraCloud, BaseUrl = new Uri("https://acme.example") }],
                Jobs = [.. new[] { "sync", "report" }.Select(n => new JobSettings(n, Schedule.Read("0 0 * * * ?", Schedule.ForWork, out _), null, Misfire.Once))],
            },
        });
        await run.Ran("sync", RunState.Done, "went well");
        await run.Ran("report", RunState.Failed, "The <disk> was full.");
        await run.Pull("Fraud & Risk", complete: false);

        var (status, page) = await run.Ask("/");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>2 things need a look</h1>\n<p class=\"lead\">As of 2026-11-23 06:30 UTC; BacklogHealth ", page, StringComparison.Ordinal);
        Assert.Contains("<h2>1 of 2 teams are proven complete</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"key\">Checkout</td><td class=\"named\" data-name=\"State\"><span class=\"keep\">● Complete</span></td><td class=\"named\" data-name=\"Items\">0 of 0</td><td class=\"named\" data-name=\"Last proven\">2026-11-23 06:00 UTC</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"key\">Fraud &amp; Risk</td><td class=\"named\" data-name=\"State\"><span class=\"act\">▼ Not proven complete</span></td>", page, StringComparison.Ordinal);
        Assert.Contains("<li>Fraud &amp; Risk: the tracker broke off.", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"key\">sync</td><td class=\"named\" data-name=\"Last run\">2026-11-23 06:30 UTC</td><td class=\"named\" data-name=\"What came of it\"><span class=\"keep\">● went well</span></td><td class=\"named\" data-name=\"Next\">2026-11-23 07:00 UTC</td>", page, StringComparison.Ordinal);
        Assert.Contains("<li>report: The &lt;disk&gt; was full.</li>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Log out", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_at_a_team_is_told_and_counted_once()
    {
        await using var run = await ServingRun.Start(parts: p => p with
        {
            Settings = p.Settings with
            {
                Connections = [new ConnectionSettings { Name = "acme", Kind = TrackerKind.JiraCloud, BaseUrl = new Uri("https://acme.example") }],
                Jobs = [new JobSettings("sync", Schedule.Read("0 0 * * * ?", Schedule.ForWork, out _), null, Misfire.Once)],
            },
        });
        await run.Pull("Fraud", complete: false);
        var problem = (await run.Store.LastPull("Fraud"))!.Problems[0];
        await run.Ran("sync", RunState.Waiting, problem);

        var (_, page) = await run.Ask("/");

        Assert.Contains("<h1>1 thing needs a look</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"act\">▼ failed; it is about to be tried again</span>", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("the tracker broke off.").Length);
        Assert.Contains("data-name=\"Items\">0 stored</td>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reports")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/not-there")]
    [InlineData("/reports/2026-11-23/x/y/z.html?until=1&key=2")]
    public async Task Every_answer_is_guarded(string path)
    {
        await using var run = await ServingRun.Start();
        using var response = await run.Browser().GetAsync(new Uri(path, UriKind.Relative));

        Assert.Matches("^default-src 'none'; .*base-uri 'none'.*frame-ancestors 'none'", string.Join(' ', response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Server"));
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("HEAD", "/", 200)]
    [InlineData("HEAD", "/reports", 200)]
    [InlineData("POST", "/", 405)]
    [InlineData("POST", "/reports", 405)]
    [InlineData("DELETE", "/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/coach.html", 405)]
    [InlineData("PUT", "/health/ready", 405)]
    [InlineData("HEAD", "/not-there", 404)]
    public async Task Pages_are_read_and_nothing_else(string method, string path, int expected)
    {
        await using var run = await ServingRun.Start();
        await run.Keep();
        var (status, body) = await run.Ask(path, new HttpMethod(method));
        Assert.Equal((expected, true), ((int)status, body.Length == 0));
    }

    [Fact]
    public async Task The_reports_of_the_past_stand_by_day_and_lead_to_their_pages()
    {
        await using var run = await ServingRun.Start();
        Assert.Contains("<p>No report is kept yet: the first one will be there when it was due.</p>", (await run.Ask("/reports")).Body, StringComparison.Ordinal);
        var report = await run.Keep();
        await run.Keep(team: "Gone & forgotten", file: "stakeholder.pdf", subscription: null);

        var (_, page) = await run.Ask("/reports");

        Assert.Contains("<h2>Monday, 23 November 2026</h2>", page, StringComparison.Ordinal);
        Assert.Contains($"<tr><td class=\"key\"><a href=\"{report.Path}\">Checkout: coach</a></td><td class=\"named\" data-name=\"Form\">html</td><td class=\"named\" data-name=\"Made for\">weekly, 07:00</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains("gone-forgotten: stakeholder</a></td><td class=\"named\" data-name=\"Form\">pdf</td><td class=\"named\" data-name=\"Made for\">07:00</td></tr>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("stakeholder", (await run.Ask($"/reports?team={report.Team}")).Body, StringComparison.Ordinal);
        Assert.Contains("<p>No report is kept that is older.</p>", (await run.Ask("/reports?before=2026-11-23")).Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "<p>canary of an item</p>"), await run.Ask(report.Path));
        Assert.Contains($"BacklogHealth.Audit: this machine opened {report.Path}", run.Logged);
    }

    [Fact]
    public async Task A_link_leads_to_its_report_until_its_time_is_over_and_then_to_the_same_words_as_any_other()
    {
        await using var run = await ServingRun.Start();
        var report = await run.Keep();
        var link = run.Links.Sign(report.Path);
        Assert.Equal((HttpStatusCode.OK, "<p>canary of an item</p>"), await run.Ask(link));

        var changed = await run.Ask(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'));
        var elsewhere = await run.Ask(run.Links.Sign(report.Path.Replace("coach", "other", StringComparison.Ordinal)));
        var swapped = await run.Ask(link.Replace("coach", "stakeholder", StringComparison.Ordinal));
        run.Time.Now = A.Time("2026-12-23 06:31");
        var over = await run.Ask(link);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.Gone], new[] { changed.Status, elsewhere.Status, swapped.Status, over.Status });
        Assert.Single(new[] { changed.Body, elsewhere.Body, swapped.Body, over.Body }.Distinct());
        Assert.Contains("<h1>This link leads to no report</h1>\n</header>\n<main>\n<p>It may be too old, or not whole. Ask whoever sent it for the report, or open a newer one from your mailbox.</p>", over.Body, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"BacklogHealth.Audit: link opened {report.Path}", "BacklogHealth.Audit: a link that does not hold was opened from 127.0.0.1: it was not made here, or leads nowhere",
                "BacklogHealth.Audit: a link that does not hold was opened from 127.0.0.1: its time is over",
            ],
            run.Logged.Where(l => l.StartsWith("BacklogHealth.Audit", StringComparison.Ordinal)).Distinct());
        Assert.DoesNotContain(run.Logged, l => l.StartsWith("BacklogHealth", StringComparison.Ordinal) && l.Contains("key=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_to_what_went_out_together_lists_it_by_links_that_end_when_it_does()
    {
        await using var run = await ServingRun.Start(s => s with { Token = ServingRun.Token });
        var report = await run.Keep();
        await run.Keep(team: "Search");

        var (status, page) = await run.Ask(run.Links.Sign(report.Set.Path));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>weekly: reports of Monday, 23 November 2026, 07:00</h1>", page, StringComparison.Ordinal);
        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"(?<to>/reports/[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)).ToList();
        Assert.Equal(2, links.Count);
        Assert.Contains(run.Links.Sign(report.Path), links);
        Assert.Equal(HttpStatusCode.OK, (await run.Ask(links[0])).Status);
        run.Time.Now = A.Time("2026-12-23 06:31");
        Assert.Equal(HttpStatusCode.Gone, (await run.Ask(links[0])).Status);
    }

    [Theory]
    [InlineData("Größe & Maß")]
    [InlineData("支払い")]
    [InlineData("100 % + more/less")]
    public async Task A_link_holds_whatever_a_team_is_called(string team)
    {
        await using var run = await ServingRun.Start(s => s with { Token = ServingRun.Token });
        var report = await run.Keep(team: team, subscription: team);
        Assert.Equal(HttpStatusCode.OK, (await run.Ask(run.Links.Sign(report.Path))).Status);
        Assert.Equal(HttpStatusCode.OK, (await run.Ask(run.Links.Sign(report.Set.Path))).Status);
    }

    // Whoever has logged in must not make links that outlive the login by asking with a time of their own.
    [Fact]
    public async Task Without_a_signature_no_link_is_signed()
    {
        await using var run = await ServingRun.Start();
        var report = await run.Keep();
        var (status, page) = await run.Ask($"{report.Set.Path}?until=99999999999");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("key=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_goes_with_the_policy_that_it_says_of_itself_and_anything_else_may_nothing()
    {
        const string policy = "default-src 'none'; style-src 'sha256-abc+/='; script-src 'sha256-def='; img-src data:; base-uri 'none'; form-action 'none'";
        await using var run = await ServingRun.Start();
        var good = await run.Keep($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
        var bad = await run.Keep("<p>x</p><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src https:\">", "stakeholder.html");
        var text = await run.Keep("# Coach", "coach.md");

        Assert.Equal($"{policy}; frame-ancestors 'none'", await Policy(run, good));
        Assert.Equal("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", await Policy(run, bad));
        using var response = await run.Browser().GetAsync(new Uri(text.Path, UriKind.Relative));
        Assert.Equal(("attachment; filename=coach.md", "text/markdown; charset=utf-8", "no-cache, private"), (response.Content.Headers.ContentDisposition!.ToString(), response.Content.Headers.ContentType!.ToString(), response.Headers.CacheControl!.ToString()));
    }

    [Theory]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/../../../../test.db")]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/..%2f..%2f..%2f..%2ftest.db")]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/..%5c..%5ctest.db")]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/..%2f..%2f..%2fpast/coach.html")]
    [InlineData("/reports/2026-11-23/..%2f..%2f..%2f/checkout-99e71f48/coach.html")]
    [InlineData("/reports/..%2f2026-11-23/0700-weekly-8850eced/checkout-99e71f48/coach.html")]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/coach.html%00.md")]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/coach.html%0a")]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/COACH.HTML")]
    [InlineData("/reports/2026-11-23/0700-weekly-8850eced/checkout-99e71f48/.coach.csv-files")]
    [InlineData("/reports/2026-11-23/x/checkout-99e71f48/coach.html")]
    [InlineData("/reports/9999-99-99/0700-weekly-8850eced")]
    [InlineData("/reports?team=..%2f..%2fetc")]
    [InlineData("/reports?before=yesterday")]
    public async Task No_path_leads_to_anything_but_a_report(string path)
    {
        await using var run = await ServingRun.Start();
        await run.Keep();

        var answer = await Raw(run, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (400|404) ", answer);
        Assert.DoesNotContain("canary", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cookie", 31)]
    [InlineData("cookies", 40)]
    [InlineData("query", 9)]
    [InlineData("chunks", 1)]
    public async Task What_is_far_too_long_is_refused_and_the_next_one_is_answered(string what, int kilobytes)
    {
        await using var run = await ServingRun.Start(s => s with { Token = ServingRun.Token });
        var much = new string('a', kilobytes * 1024);
        var request = what switch
        {
            "query" => $"GET /?{much} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
            "chunks" => "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: backlog-health=chunks-2147483647\r\nConnection: close\r\n\r\n",
            _ => $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: backlog-health={much}\r\nConnection: close\r\n\r\n",
        };

        Assert.Matches("^HTTP/1.1 (302|414|431) ", await Raw(run, request));
        Assert.Equal(HttpStatusCode.OK, (await run.Ask("/health/live")).Status);
    }

    [Fact]
    public async Task Where_the_database_is_gone_the_page_and_readiness_say_so_and_come_back_by_themselves()
    {
        await using var run = await ServingRun.Start();
        var (file, aside) = (Path.Combine(run.Folder, "test.db"), Path.Combine(run.Folder, "aside.db"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(file, aside);
        await File.WriteAllTextAsync(file, "this is no database at all, whatever its name says");
        foreach (var beside in new[] { file + "-wal", file + "-shm" })
        {
            File.Delete(beside);
        }

        var ready = await run.Ask("/health/ready");
        var page = await run.Ask("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Matches("^\\{\"schema\":\"backlog-health/readiness/1\",\"ready\":false,\"reason\":\"the database does not answer as it should: [A-Za-z]+\",\"teams\":\\[\\]\\}\n$", ready.Body);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("<p>The database or a file does not answer as it should.</p>\n<p>Nothing is lost; open the page again in a minute.</p>", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await run.Ask("/health/live")).Status);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(aside, file, overwrite: true);
        Assert.Equal(HttpStatusCode.OK, (await run.Ask("/health/ready")).Status);
    }

    [Fact]
    public async Task A_team_whose_first_pull_never_came_through_is_told_of_as_out_of_date()
    {
        await using var run = await ServingRun.Start(parts: p => p with
        {
            Settings = p.Settings with { Teams = [.. p.Settings.Teams, new TeamSettings { Name = "Payments", Connection = "acme" }, new TeamSettings { Name = "Of a file" }] },
        });

        Assert.Equal(
            "{\"schema\":\"backlog-health/readiness/1\",\"ready\":true,\"reason\":null,\"teams\":[{\"team\":\"Checkout\",\"provenSecondsAgo\":1800,\"stale\":false},{\"team\":\"Payments\",\"provenSecondsAgo\":null,\"stale\":true}]}\n",
            (await run.Ask("/health/ready")).Body);
    }

    private static async Task<string> Policy(ServingRun run, PastReport report)
    {
        using var response = await run.Browser().GetAsync(new Uri(report.Path, UriKind.Relative));
        return response.Headers.GetValues("Content-Security-Policy").Single();
    }

    /// <summary>Sends exactly these bytes: a client of HTTP would tidy the path up first.</summary>
    private static async Task<string> Raw(ServingRun run, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, run.Url.Port);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        }
        catch (IOException)
        {
            // It stopped listening before all was said.
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
