using System.Text.Json;
using System.Text.RegularExpressions;
using BacklogHealth.Testing;
using BacklogHealth.Tests.Delivery;
using MimeKit;
using SmtpServer.Protocol;

namespace BacklogHealth.Tests.Commands;

/// <summary>Subscriptions end to end: a real database, a real mail server, real folders, and a clock that can be moved.</summary>
public sealed class DeliverCommandTests : IAsyncLifetime
{
    private readonly FixedTime _time = new("2026-11-23 06:00");
    private readonly MailServer _server = new();
    private readonly ProgramRun _program;

    public DeliverCommandTests() => _program = new ProgramRun { Time = _time };

    private string Out => Path.Combine(_program.Folder, "share");

    public async ValueTask InitializeAsync()
    {
        Subscribe("anna@acme.example", "ben@acme.example");
        var items = _program.File("items.csv", "key,title,status,created,resolved\n" + string.Join('\n', Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"CHK-{i},Pay order {i} by invoice,{(i <= 30 ? "Done" : "To Do")},2026-08-{1 + (i % 28):00},{(i <= 30 ? FormattableString.Invariant($"2026-10-{1 + (i % 28):00}") : "")}"))));
        Assert.Equal(0, await _program.Run("import", items, "--team", "Checkout"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task Monday_s_report_goes_to_each_recipient_once_and_into_the_folder()
    {
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(
            $"weekly: email to anna@acme.example: sent 2026-11-23 06:00 UTC\nweekly: email to ben@acme.example: sent 2026-11-23 06:00 UTC\nweekly: folder to {Out}: sent 2026-11-23 06:00 UTC\n",
            _program.Output);
        Assert.Equal("weekly: due on Monday, 23 November 2026, 07:00 (Europe/Berlin); next on Monday, 30 November 2026, 07:00.\nweekly: making the reports\n", _program.Error);
        Assert.Equal(["anna@acme.example", "ben@acme.example"], Recipients());
        Assert.Equal(["checkout-product-owner-2026-11-23-0700.html"], Directory.GetFiles(Out).Select(Path.GetFileName));
        var mail = _server.Taken.First();
        Assert.StartsWith("Checkout: backlog health", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Out, "checkout-product-owner-2026-11-23-0700.html")), Content((MimePart)mail.Attachments.Single()));

        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(("", 2), (_program.Output, _server.Taken.Count));
        Assert.EndsWith("weekly: nothing is to be sent now.\n", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_be_sent_and_sends_and_writes_nothing()
    {
        Assert.Equal(0, await _program.Run("deliver", "--dry-run"));

        Assert.Matches(
            $"^weekly: email to anna@acme.example: to be sent\nweekly: email to ben@acme.example: to be sent\nweekly: folder to {Regex.Escape(Out)}: to be sent\n"
            + "weekly: subject: Checkout: backlog health[^\n]*\nweekly: file: checkout-product-owner-2026-11-23-0700.html, [0-9,]+ kB\n$", _program.Output);
        Assert.Empty(_server.Taken);
        Assert.False(Directory.Exists(Out));
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(2, _server.Taken.Count);
    }

    [Fact]
    public async Task Only_the_recipient_whose_mailbox_was_busy_is_tried_again()
    {
        _server.Recipient = r => r.StartsWith("anna", StringComparison.Ordinal) ? new SmtpResponse((SmtpReplyCode)451, "greylisted") : null;
        Assert.Equal(1, await _program.Run("deliver"));
        Assert.Equal(["ben@acme.example"], Recipients());
        Assert.Contains("weekly: email to anna@acme.example: to be tried again after 2026-11-23 06:05 UTC, tried once\n", _program.Output, StringComparison.Ordinal);
        Assert.EndsWith($"mail server 127.0.0.1:{_server.Port}: anna@acme.example: 451 greylisted{MailServer.Adds}\n", _program.Error, StringComparison.Ordinal);

        _server.Recipient = _ => null;
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Single(_server.Taken);
        _time.Now = A.Time("2026-11-23 06:05");
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(["ben@acme.example", "anna@acme.example"], Recipients());
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_told_once_and_keeps_nobody_else_from_theirs()
    {
        _server.Recipient = r => r.StartsWith("anna", StringComparison.Ordinal) ? new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such mailbox") : null;

        Assert.Equal(1, await _program.Run("deliver"));
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(["ben@acme.example"], Recipients());
        using var told = JsonDocument.Parse(await Dry());
        Assert.Equal(["failed", "accepted", "accepted"], told.RootElement.GetProperty("dispatches").EnumerateArray().Select(d => d.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Where_the_mail_server_is_down_nothing_is_lost()
    {
        await _server.DisposeAsync();
        Assert.Equal(1, await _program.Run("deliver"));
        await using var back = new MailServer(_server.Port);
        _time.Now = A.Time("2026-11-23 08:00");

        Assert.Equal(0, await _program.Run("deliver"));

        Assert.Equal(["anna@acme.example", "ben@acme.example"], back.Taken.Select(m => m.To.ToString()));
        Assert.All(back.Taken, m => Assert.Contains("This report was due on Monday 23 November 2026 at 07:00 and comes late; it tells of now.", m.TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_three_weeks_of_silence_one_report_comes_and_it_is_the_latest()
    {
        _server.Recipient = _ => new SmtpResponse((SmtpReplyCode)451, "later");
        Assert.Equal(1, await _program.Run("deliver"));
        _server.Recipient = _ => null;
        _time.Now = A.Time("2026-12-16 12:00");

        Assert.Equal(0, await _program.Run("deliver"));

        Assert.Equal(["anna@acme.example", "ben@acme.example"], Recipients());
        Assert.Contains("weekly: due on Monday, 14 December 2026, 07:00 (Europe/Berlin), late; next on Monday, 21 December 2026, 07:00.\n", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_have_arrived_is_sent_once_more_as_the_same_message_and_told()
    {
        Subscribe("anna@acme.example");
        _server.DiesBeforeItAnswers = true;
        Assert.Equal(1, await _program.Run("deliver"));
        _server.DiesBeforeItAnswers = false;
        _time.Now = A.Time("2026-11-23 06:05");

        Assert.Equal(0, await _program.Run("deliver"));

        Assert.Equal("weekly: email to anna@acme.example: sent 2026-11-23 06:05 UTC; it may have come twice\n", _program.Output);
        Assert.Equal(2, _server.Taken.Count);
        Assert.Single(_server.Taken.Select(m => m.MessageId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_may_have_arrived_twice_is_sent_no_more_by_itself()
    {
        Subscribe("anna@acme.example");
        _server.DiesBeforeItAnswers = true;
        Assert.Equal(1, await _program.Run("deliver"));
        _time.Now = A.Time("2026-11-23 06:05");
        Assert.Equal(1, await _program.Run("deliver"));
        _server.DiesBeforeItAnswers = false;
        _time.Now = A.Time("2026-11-24 06:00");

        Assert.Equal(0, await _program.Run("deliver"));

        Assert.Equal(2, _server.Taken.Count);
        Assert.Contains("\"state\":\"unknown\"", await Dry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_three_hundred_mailboxes_that_is_full_is_tried_again_alone()
    {
        Subscribe([.. Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"reader-{i:000}@acme.example"))]);
        _server.Recipient = r => r.StartsWith("reader-123", StringComparison.Ordinal) ? new SmtpResponse((SmtpReplyCode)452, "mailbox full") : null;
        Assert.Equal(1, await _program.Run("deliver"));
        Assert.Equal(299, _server.Taken.Count);

        _server.Recipient = _ => null;
        _time.Now = A.Time("2026-11-23 06:05");
        Assert.Equal(0, await _program.Run("deliver"));

        Assert.Equal(300, Recipients().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((300, "reader-123@acme.example"), (_server.Taken.Count, Recipients().Last()));
    }

    [Fact]
    public async Task A_report_that_cannot_be_made_is_told_in_its_place()
    {
        _program.With("BACKLOGHEALTH__Teams__0__Name", "Elsewhere").With("BACKLOGHEALTH__Subscriptions__0__Teams__0", "Elsewhere");
        Assert.Equal(0, await _program.Run("deliver"));

        var mail = _server.Taken.First();
        Assert.Equal("weekly: the report could not be made", mail.Subject);
        Assert.Contains("team Elsewhere: nothing of it is stored yet.", mail.TextBody, StringComparison.Ordinal);
        Assert.Empty(mail.Attachments);
    }

    [Theory]
    [InlineData("Subscriptions__0__Schedule", "monday", "Subscriptions:0:Schedule: found 'monday'; expected a cron expression with seconds, as 0 0 7 ? * MON for Mondays at seven. Correct it.\n")]
    [InlineData("Subscriptions__0__Audience", "boss", "Subscriptions:0:Audience: found 'boss'; expected one of: product-owner, coach, stakeholder. Correct it.\n")]
    [InlineData("Subscriptions__0__Teams__0", "Nobody", "Subscriptions:0:Teams: found 'Nobody'; expected one of: Checkout. Correct the name or add the team.\n")]
    [InlineData("Subscriptions__0__TimeZone", "Mars/Olympus", "Subscriptions:0:TimeZone: found 'Mars/Olympus'; expected an IANA name as Europe/Berlin. Correct the name; if it is right, install the time zone data of the system (package tzdata).\n")]
    [InlineData("Subscriptions__0__Formats__0", "docx", "Subscriptions:0:Formats: found 'docx'; expected some of: html, pdf, md, json, csv. Correct it.\n")]
    [InlineData("Subscriptions__0__Channels__0__Kind", "pigeon", "Subscriptions:0:Channels:0:Kind: found 'pigeon'; expected email, folder, teams, slack or webhook. Correct it.\n")]
    [InlineData("Subscriptions__0__Channels__0__To__0", "Anna <anna@acme.example>", "Subscriptions:0:Channels:0:To: found 'Anna <anna@acme.example>'; expected an address as po@acme.example, without a name. Correct it.\n")]
    [InlineData("Subscriptions__0__Channels__0__To__0", "anna", "Subscriptions:0:Channels:0:To: found 'anna'; expected an address as po@acme.example, without a name. Correct it.\n")]
    [InlineData("Subscriptions__0__StakeholdersSee", "all", "Subscriptions:0:StakeholdersSee: found 'all'; expected aggregates, goals or items. Correct it or leave it out.\n")]
    [InlineData("Mail__Host", "", "Mail:Host: found nothing, and a subscription that goes by e-mail; expected the name of the mail server. Add it, or take the channel out.\n")]
    [InlineData("Mail__From", "", "Mail:From: found nothing; expected the address that reports come from, as backlog-health@acme.example. Add it.\n")]
    [InlineData("Mail__Port", "0", "Mail:Port: found '0'; expected a port from 1 to 65535: 25, or 587 or 465 where an account is needed. Correct it.\n")]
    [InlineData("Mail__Security", "ssl", "Mail:Security: found 'ssl'; expected auto, starttls, tls or none. Correct it or leave it out.\n")]
    [InlineData("Mail__User", "sender", "Mail:User: found an account without a password; expected both, or neither. Name the file with its password in PasswordFile.\n")]
    public async Task What_cannot_be_meant_is_refused(string setting, string value, string expected)
    {
        Assert.Equal(2, await _program.With($"BACKLOGHEALTH__{setting}", value).Run("deliver"));
        Assert.Contains(expected, _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_that_is_not_there_is_told()
    {
        Assert.Equal(2, await _program.Run("deliver", "--subscription", "daily"));
        Assert.Equal("--subscription daily: there is no such subscription. There are: weekly. Correct the name.\n", _program.Error);
    }

    [Fact]
    public async Task The_password_is_nowhere()
    {
        var file = _program.File("password.txt", "canary-5521\n");
        _program.With("BACKLOGHEALTH__Mail__User", "sender").With("BACKLOGHEALTH__Mail__PasswordFile", file);

        Assert.Equal(1, await _program.Run("deliver"));
        var said = _program.Output + _program.Error;
        await _program.Run("config", "show");
        await _program.Run("deliver", "--dry-run", "--json");

        Assert.DoesNotContain("canary-5521", said + _program.Output + _program.Error, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_program.Folder, "test.db*"), f => Assert.DoesNotContain("canary-5521", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chats_and_a_webhook_get_the_report_once_and_each_in_its_own_form()
    {
        await using var web = await WebReceiver.Start();
        Hook(web);
        Assert.Equal(0, await _program.Run("deliver", "--dry-run"));
        Assert.Matches("weekly: teams to 127\\.0\\.0\\.1 #[0-9a-f]{8}: to be sent\n", _program.Output);
        Assert.Empty(web.Taken);

        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(0, await _program.Run("deliver"));

        Assert.Equal(["POST /teams/canary-7741", "POST /slack/canary-7742", "POST /own/canary-7743"], web.Taken.Select(p => p.To).OrderBy(p => p.Split('/')[1] switch { "teams" => 1, "slack" => 2, _ => 3 }));
        using var card = JsonDocument.Parse(web.Taken.Single(p => p.To.Contains("teams", StringComparison.Ordinal)).Body);
        Assert.Equal("message", card.RootElement.GetProperty("type").GetString());
        using var blocks = JsonDocument.Parse(web.Taken.Single(p => p.To.Contains("slack", StringComparison.Ordinal)).Body);
        Assert.Equal("Checkout: backlog health", blocks.RootElement.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString());
        using var own = JsonDocument.Parse(web.Taken.Single(p => p.To.Contains("own", StringComparison.Ordinal)).Body);
        Assert.Equal(("backlog-health/delivery/1", "weekly", "2026-11-23T07:00"), (own.RootElement.GetProperty("schema").GetString(), own.RootElement.GetProperty("subscription").GetString(), own.RootElement.GetProperty("period").GetString()));
        Assert.Equal(_server.Taken.First().Subject, own.RootElement.GetProperty("subject").GetString());
        Assert.Equal("backlog-health/report/1", Assert.Single(own.RootElement.GetProperty("reports").EnumerateArray()).GetProperty("schema").GetString());
    }

    [Fact]
    public async Task A_receiver_that_asks_for_more_time_than_we_would_wait_gets_it()
    {
        await using var web = await WebReceiver.Start();
        Hook(web);
        web.Says(429, "slow down", "Retry-After", "7200");

        Assert.Equal(1, await _program.Run("deliver"));
        Assert.Matches("weekly: slack to 127\\.0\\.0\\.1 #[0-9a-f]{8}: to be tried again after 2026-11-23 08:00 UTC, tried once\n", _program.Output);
        web.Says(200, "ok");
        _time.Now = A.Time("2026-11-23 07:59");
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(3, web.Taken.Count);
        _time.Now = A.Time("2026-11-23 08:00");
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(6, web.Taken.Count);
        Assert.Equal(2, web.Taken.Where(p => p.Headers.ContainsKey("Idempotency-Key")).Select(p => p.Headers["Idempotency-Key"]).GroupBy(k => k).Single().Count());
    }

    [Fact]
    public async Task A_way_that_settings_no_longer_have_gets_nothing_more()
    {
        await using var web = await WebReceiver.Start();
        Hook(web);
        web.Says(500, "");
        Assert.Equal(1, await _program.Run("deliver"));
        web.Says(200, "ok");
        _program.Without("BACKLOGHEALTH__Subscriptions__0__Channels__3__Kind").Without("BACKLOGHEALTH__Subscriptions__0__Channels__3__Url");
        _time.Now = A.Time("2026-11-23 06:30");

        Assert.Equal(1, await _program.Run("deliver"));

        Assert.Matches("slack to 127\\.0\\.0\\.1 #[0-9a-f]{8}: settings no longer have this way\\. It gets nothing more\\.\n", _program.Error);
        Assert.Equal(5, web.Taken.Count);
    }

    [Theory]
    [InlineData("hooks.acme.example/canary-7751", "what is no address of the web; expected one that begins with https://. Copy it whole from where it was made.")]
    [InlineData("ftp://hooks.acme.example/canary-7751", "what is no address of the web; expected one that begins with https://. Copy it whole from where it was made.")]
    [InlineData("https://user:canary-7751@hooks.acme.example/", "an address with a user in it; expected one without. Leave the user out.")]
    [InlineData("http://hooks.acme.example/canary-7751", "an address that begins with http://; expected one that begins with https://, since it carries its own key. Correct it, or name its host in Deliver:AllowedHosts if it is your own.")]
    public async Task What_is_wrong_with_an_address_is_told_without_the_address(string url, string expected)
    {
        _program.With("BACKLOGHEALTH__Subscriptions__0__Channels__1__Kind", "slack").Without("BACKLOGHEALTH__Subscriptions__0__Channels__1__Path").With("BACKLOGHEALTH__Subscriptions__0__Channels__1__Url", url);
        Assert.Equal(2, await _program.Run("deliver"));
        Assert.Equal($"variable BACKLOGHEALTH__Subscriptions__0__Channels__1__Url, Subscriptions:0:Channels:1:Url: found {expected}\n", _program.Error);

        var file = _program.File("url.txt", url + "\n");
        _program.Without("BACKLOGHEALTH__Subscriptions__0__Channels__1__Url").With("BACKLOGHEALTH__Subscriptions__0__Channels__1__UrlFile", file);
        Assert.Equal(2, await _program.Run("deliver"));
        Assert.Equal($"Subscriptions:0:Channels:1:UrlFile: the first line of {file} is {expected.Replace("; expected", ". Expected", StringComparison.Ordinal)}\n", _program.Error);
    }

    [Theory]
    [InlineData("Subscriptions__0__Channels__2__Url", "", "Subscriptions:0:Channels:2:Url: found nothing; expected the address that takes the report. Name a file with it in Subscriptions:0:Channels:2:UrlFile.\n")]
    [InlineData("Subscriptions__0__Channels__2__UrlFile", "url.txt", "Subscriptions:0:Channels:2:UrlFile: found a file, and the same without a file; expected one of them. Leave Subscriptions:0:Channels:2:Url out.\n")]
    [InlineData("Subscriptions__0__Channels__4__Secret", "", "Subscriptions:0:Channels:4:Secret: found nothing; expected the key that signs what is sent. Name a file with it in Subscriptions:0:Channels:4:SecretFile.\n")]
    [InlineData("Deliver__AllowedHosts__0", "http://127.0.0.1/", "Deliver:AllowedHosts: found 'http://127.0.0.1/'; expected the name of a host, as hooks.acme.example, without https:// and without a port. Correct it.\n")]
    public async Task What_cannot_be_meant_of_the_web_is_refused(string setting, string value, string expected)
    {
        await using var web = await WebReceiver.Start();
        Hook(web);
        Assert.Equal(2, await _program.With($"BACKLOGHEALTH__{setting}", value).Run("deliver"));
        Assert.Contains(expected, _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Addresses_and_keys_of_webhooks_are_nowhere(int status)
    {
        await using var web = await WebReceiver.Start();
        Hook(web);
        web.Answer = c =>
        {
            c.Response.StatusCode = status;
            c.Response.Headers.Location = status == 302 ? c.Request.Path.Value : default(string);
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(c.Response, $"seen {c.Request.Path}");
        };

        await _program.Run("deliver");
        var said = _program.Output + _program.Error;
        await _program.Run("deliver", "--dry-run", "--json");
        said += _program.Output + _program.Error;
        await _program.Run("config", "show");
        said += _program.Output + _program.Error;
        await _program.Run("config", "show", "--json");
        said += _program.Output + _program.Error;

        Assert.Equal(3, web.Taken.Count);
        Assert.Contains("Subscriptions:0:Channels:2:Url", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_program.Folder, "test.db*"), f => Assert.DoesNotContain("canary", File.ReadAllText(f), StringComparison.Ordinal));
    }

    /// <summary>Adds one channel of each kind that goes over the web; one of the addresses and the key stand in files.</summary>
    private void Hook(WebReceiver web)
    {
        const string at = "BACKLOGHEALTH__Subscriptions__0__Channels__";
        _program.With("BACKLOGHEALTH__Deliver__AllowedHosts__0", "127.0.0.1")
            .With($"{at}2__Kind", "teams").With($"{at}2__Url", $"http://127.0.0.1:{web.Port}/teams/canary-7741")
            .With($"{at}3__Kind", "slack").With($"{at}3__Url", $"http://127.0.0.1:{web.Port}/slack/canary-7742")
            .With($"{at}4__Kind", "webhook").With($"{at}4__UrlFile", _program.File("hook.txt", $"http://127.0.0.1:{web.Port}/own/canary-7743\n")).With($"{at}4__Secret", "canary-7744");
    }

    private void Subscribe(params string[] to)
    {
        _program.With("BACKLOGHEALTH__Teams__0__Name", "Checkout").With("BACKLOGHEALTH__Mail__Host", "127.0.0.1").With("BACKLOGHEALTH__Mail__Port", $"{_server.Port}")
            .With("BACKLOGHEALTH__Mail__From", "backlog-health@acme.example")
            .With("BACKLOGHEALTH__Subscriptions__0__Name", "weekly").With("BACKLOGHEALTH__Subscriptions__0__TimeZone", "Europe/Berlin")
            .With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Kind", "email")
            .With("BACKLOGHEALTH__Subscriptions__0__Channels__1__Kind", "folder").With("BACKLOGHEALTH__Subscriptions__0__Channels__1__Path", Out)
            .Without("BACKLOGHEALTH__Subscriptions__0__Channels__0__To__1");
        for (var i = 0; i < to.Length; i++)
        {
            _program.With(FormattableString.Invariant($"BACKLOGHEALTH__Subscriptions__0__Channels__0__To__{i}"), to[i]);
        }
    }

    private async Task<string> Dry()
    {
        Assert.Equal(0, await _program.Run("deliver", "--dry-run", "--json"));
        return _program.Output;
    }

    private IEnumerable<string> Recipients() => _server.Taken.Select(m => m.To.ToString());

    private static byte[] Content(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.ToArray();
    }
}
