using System.IO.Compression;
using System.Net;
using System.Text;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Settings;
using BacklogHealth.Telemetry;
using BacklogHealth.Testing;
using BacklogHealth.Tests.Delivery;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmtpServer.Protocol;

namespace BacklogHealth.Tests.Telemetry;

/// <summary>
/// Secrets with names of their own go through every command, with others that are well and with others that repeat all they were sent. Then everything that was written is
/// searched: a secret may be in none of it, the words of an item only where items are shown.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Token = "canary-token-8101";
    private const string MailPassword = "canary-mail-8102";
    private const string Hook = "canary-hook-8103";
    private const string Key = "canary-key-8104";
    private const string ServeToken = "canary-serve-8106-0123456789abcdef0123456789";
    private const string ClientSecret = "canary-client-8107";
    private const string ItemText = "canary-of-an-item-8105";
    private static readonly string[] Secrets = [Token, MailPassword, Hook, Key, ServeToken, ClientSecret, Convert.ToBase64String(Encoding.UTF8.GetBytes($"po@sample.example:{Token}")), Convert.ToBase64String(Encoding.UTF8.GetBytes(MailPassword))];

    private readonly MailServer _mail = new(takesAccounts: true);
    private readonly Heard _heard = new();
    private readonly StringBuilder _shown = new();
    private readonly StringBuilder _told = new();
    private WebReceiver _web = null!;

    public async ValueTask InitializeAsync() => _web = await WebReceiver.Start();

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _mail.DisposeAsync();
        _heard.Dispose();
    }

    [Fact]
    public async Task No_secret_is_written_anywhere_and_an_item_s_words_only_where_items_are_shown()
    {
        await using var sample = await Started("Canary-well", FaultScript.None);
        await Everything(sample.Program, whole: true);

        Assert.Equal(2, _web.Taken.Count);
        Assert.Single(_mail.Taken);
        Assert.Contains(ItemText, _shown.ToString(), StringComparison.Ordinal);
        Holds(sample.Program);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task A_tracker_that_repeats_the_token_in_its_refusal_brings_it_nowhere(int status)
    {
        var answer = FormattableString.Invariant($"{{\"errorMessages\":[\"refused: Basic {Secrets[6]} of {Token}\"],\"errors\":{{\"jql\":\"{Token}\"}}}}");
        await using var sample = await Started("Canary-refused", FaultScript.When("").Answer(status, answer, "application/json").Header("WWW-Authenticate", $"Basic realm=\"{Token}\""));
        await Everything(sample.Program);

        Assert.NotEmpty(sample.Server.Requests);
        Holds(sample.Program);
    }

    [Fact]
    public async Task A_tracker_that_breaks_off_with_the_token_in_its_words_brings_it_nowhere()
    {
        await using var sample = await Started("Canary-broken", FaultScript.When("bulkfetch").Answer(400, $"{{\"errorMessages\":[\"refused: {Token}\"]}}", "application/json"));
        await Everything(sample.Program);
        Holds(sample.Program);
    }

    [Fact]
    public async Task A_redirect_that_holds_the_token_brings_it_nowhere()
    {
        await using var sample = await Started("Canary-moved", FaultScript.When("").Redirect($"http://127.0.0.1:{_web.Port}/login?back={Token}"));
        await Everything(sample.Program);

        Assert.DoesNotContain(_web.Taken, p => p.To.StartsWith("GET", StringComparison.Ordinal));
        Holds(sample.Program);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(500)]
    public async Task Receivers_and_a_mail_server_that_repeat_what_they_were_sent_bring_it_nowhere(int status)
    {
        _web.Answer = c =>
        {
            c.Response.StatusCode = status;
            c.Response.Headers.Location = status == (int)HttpStatusCode.Redirect ? c.Request.Path.Value : default(string);
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(c.Response, $"refused {c.Request.Path} {(c.Request.Path.StartsWithSegments("/own", StringComparison.Ordinal) ? Key : "")}");
        };
        _mail.Recipient = _ => new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"no {MailPassword} here");
        await using var sample = await Started("Canary-refusing", FaultScript.None);
        await Everything(sample.Program);

        Assert.Equal(2, _web.Taken.Count);
        Holds(sample.Program);
    }

    [Fact]
    public async Task What_serve_shows_and_logs_holds_neither_a_secret_nor_the_words_of_an_item()
    {
        await using var sample = await Started("Canary-serve", FaultScript.When("search").Answer(400, $"{{\"errorMessages\":[\"refused: {Token}\"]}}", "application/json"));
        var program = sample.Program.With("BACKLOGHEALTH__Logs__Level", "debug").With("BACKLOGHEALTH__Serve__TokenFile", sample.Program.File("serve-token.txt", ServeToken + "\n"))
            .With("BACKLOGHEALTH__Serve__OpenIdConnect__Authority", $"http://127.0.0.1:{_web.Port}/nobody").With("BACKLOGHEALTH__Serve__OpenIdConnect__ClientId", "backlog")
            .With("BACKLOGHEALTH__Serve__OpenIdConnect__ClientSecretFile", sample.Program.File("client-secret.txt", ClientSecret + "\n"));
        await Run(program, "sync", _told);
        await using var log = new StringWriter();
        using var written = TextWriter.Synchronized(log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var serving = program.Run(ShiftedTime.Running(SampleProgram.Time.Now), TextWriter.Null, written, stop.Token, "serve", "--urls", "http://127.0.0.1:0");
        var address = await Address(Said, serving);
        await Ask(address);
        await stop.CancelAsync();
        await serving;
        _told.Append(Said());

        Assert.Contains("\"time\":", _told.ToString(), StringComparison.Ordinal);
        var key = (await File.ReadAllTextAsync(Path.Combine(program.Folder, "backlog-health.key"), TestContext.Current.CancellationToken)).Trim();
        Assert.DoesNotContain(key, _told.ToString(), StringComparison.Ordinal);
        Holds(program);

        // A synchronized writer locks itself.
        string Said()
        {
            lock (written)
            {
                return log.ToString();
            }
        }
    }

    private static async Task<Uri> Address(Func<string> said, Task serving)
    {
        const string before = "serving at ";
        while (!serving.IsCompleted)
        {
            if (said() is var text && text.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at && text.IndexOf(';', at) is > 0 and var end)
            {
                return new Uri(text[(at + before.Length)..end]);
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"serve ended: {said()}");
    }

    /// <summary>Asks for every page as somebody who may come in, as somebody who may not, and as somebody who guesses.</summary>
    private async Task Ask(Uri address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var token in new[] { ServeToken, "", "guessed-0123456789abcdef0123456789abcdef" })
        {
            foreach (var page in new[] { "/", "/reports", "/health/live", "/health/ready", "/metrics", "/login", "/login/organisation", "/reports/2026-11-22/none", "/nowhere" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, page));
                request.Headers.Authorization = token.Length > 0 ? new("Bearer", token) : null;
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(token != ServeToken || page is not ("/" or "/reports" or "/metrics") || answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
                _told.Append(answer.Headers).Append(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }
        }
    }

    private async Task<SampleProgram> Started(string team, FaultScript faults)
    {
        var sample = await SampleProgram.Start(team, Token, i => i with { Title = $"Check the {ItemText}", Description = SampleText.Of($"The {ItemText} must be user-friendly.") }, faults);
        const string at = "BACKLOGHEALTH__Subscriptions__0__Channels__";
        sample.Program.With("BACKLOGHEALTH__Deliver__AllowedHosts__0", "127.0.0.1")
            .With("BACKLOGHEALTH__Mail__Host", "127.0.0.1").With("BACKLOGHEALTH__Mail__Port", $"{_mail.Port}").With("BACKLOGHEALTH__Mail__From", "bh@acme.example")
            .With("BACKLOGHEALTH__Mail__User", "sender").With("BACKLOGHEALTH__Mail__PasswordFile", sample.Program.File("password.txt", MailPassword + "\n"))
            .With($"{at}1__Kind", "slack").With($"{at}1__UrlFile", sample.Program.File("hook.txt", $"http://127.0.0.1:{_web.Port}/slack/{Hook}\n"))
            .With($"{at}2__Kind", "webhook").With($"{at}2__Url", $"http://127.0.0.1:{_web.Port}/own/{Hook}").With($"{at}2__Secret", Key)
            .With("BACKLOGHEALTH__Subscriptions__1__Name", $"{team}-mail").With("BACKLOGHEALTH__Subscriptions__1__TimeZone", "Europe/Berlin")
            .With("BACKLOGHEALTH__Subscriptions__1__Channels__0__Kind", "email").With("BACKLOGHEALTH__Subscriptions__1__Channels__0__To__0", "anna@acme.example");
        return sample;
    }

    /// <summary>Runs what a process of its own runs, and as a whole what a person runs, too. What shows items is kept apart from what must not.</summary>
    private async Task Everything(ProgramRun program, bool whole = false)
    {
        foreach (var args in new[] { "sync --json -v", "deliver -v", "deliver --dry-run --json", "status", "status --json", "doctor --json", "config show", "config show --json" })
        {
            await Run(program, args, _told);
        }

        foreach (var args in whole ? ["sync --full", "doctor", "score", "score --jsonl", "report all --format html,md,json,csv --out " + Path.Combine(program.Folder, "reports"), "export --jsonl", "backup " + Path.Combine(program.Folder, "backup.db")] : Array.Empty<string>())
        {
            await Run(program, args, _shown);
        }

        if (whole)
        {
            // Told to whoever reads a bug report, so no words of an item.
            await Run(program, "export --anonymise", _told);
            Assert.Contains("backlog-health/item/1", program.Output, StringComparison.Ordinal);
        }

        Log(program);
        _heard.Ask();
    }

    private static async Task Run(ProgramRun program, string args, StringBuilder into)
    {
        await program.Run(args.Split(' '));
        into.Append(program.Output).Append(program.Error);
    }

    // What the process that runs by itself would write of what these commands met.
    private void Log(ProgramRun program)
    {
        using var lines = new StringWriter();
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["BACKLOGHEALTH__Connections__0__Token"] = Token,
            ["BACKLOGHEALTH__Subscriptions__0__Channels__0__UrlFile"] = Path.Combine(program.Folder, "hook.txt"),
            ["BACKLOGHEALTH__Subscriptions__0__Channels__0__Secret"] = Key,
            ["BACKLOGHEALTH__Mail__PasswordFile"] = Path.Combine(program.Folder, "password.txt"),
        };
        var host = new AppHost(TextWriter.Null, lines, TextReader.Null, SampleProgram.Time, variables, IsTerminal: false, CanAsk: false);
        using var services = new ServiceCollection().AddLogging(b => ServeLogging.AddTo(b, host, MergedSettings.Read("none.json", named: false, variables), LogLevel.Debug)).BuildServiceProvider();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("BacklogHealth.Jobs");
        log.LogError(new InvalidOperationException($"Authorization: {Token}, {ItemText}"), "A run failed; {Answer}", $"{Token} {Key} {MailPassword} http://127.0.0.1:{_web.Port}/slack/{Hook}");
        _told.Append(lines);
    }

    private void Holds(ProgramRun program)
    {
        SqliteConnection.ClearAllPools();
        var files = Directory.GetFiles(program.Folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("hook.txt" or "password.txt" or "serve-token.txt" or "client-secret.txt")).ToList();
        Assert.NotEmpty(files);
        var written = files.ToDictionary(f => f, f => Encoding.Latin1.GetString(File.ReadAllBytes(f)) + (f.EndsWith(".db", StringComparison.Ordinal) ? Unpacked(f) : ""), StringComparer.Ordinal);
        foreach (var secret in Secrets)
        {
            Assert.DoesNotContain(secret, _shown.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, _told.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, _heard.All, StringComparison.Ordinal);
            Assert.All(written, w => Assert.False(w.Value.Contains(secret, StringComparison.Ordinal), $"{w.Key} holds {secret}"));
            Assert.All(_mail.Taken, m => Assert.DoesNotContain(secret, m.ToString(), StringComparison.Ordinal));
        }

        Assert.DoesNotContain(ItemText, _told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ItemText, _heard.All, StringComparison.Ordinal);
    }

    /// <summary>What a database keeps compressed.</summary>
    private static string Unpacked(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        var tables = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var text = new StringBuilder();
        foreach (var table in tables)
        {
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                for (var i = 0; i < row.FieldCount; i++)
                {
                    text.Append(row.GetValue(i) is byte[] packed ? Unpack(packed) : "");
                }
            }
        }

        return text.ToString();
    }

    private static string Unpack(byte[] packed)
    {
        try
        {
            using var unpack = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var read = new StreamReader(unpack);
            return read.ReadToEnd();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or InvalidDataException)
        {
            return "";
        }
    }
}
