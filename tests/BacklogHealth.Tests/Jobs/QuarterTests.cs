using System.Globalization;
using BacklogHealth.Delivery;
using BacklogHealth.Jobs;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;
using BacklogHealth.Tests.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using SmtpServer.Protocol;

namespace BacklogHealth.Tests.Jobs;

/// <summary>
/// Twenty teams in five zones, two nodes on one database whose clocks differ by ninety seconds, a real mail server that is busy, down, or goes away in the middle, and a
/// clock that goes by the hour: what is due is sent to each recipient once, and nothing is lost. Two weeks with changes of the clock, or a quarter of a year where
/// the variable <c>BACKLOGHEALTH_QUARTER</c> is set.
/// </summary>
public sealed class QuarterTests : IAsyncDisposable
{
    private const int Teams = 20;

    private static readonly string[] Places = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"];

    private readonly FixedTime _time = new(IsLong ? "2026-09-01 00:00" : "2026-10-20 00:00");
    private readonly ProgramRun _program;
    private readonly List<MimeKit.MimeMessage> _mails = [];
    private MailServer _server = new();

    public QuarterTests() => _program = new ProgramRun { Time = _time };

    private static bool IsLong => Environment.GetEnvironmentVariable("BACKLOGHEALTH_QUARTER") is not null;

    private string Database => $"Data Source={Path.Combine(_program.Folder, "test.db")}";

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task What_is_due_is_sent_to_each_recipient_once_whatever_happens()
    {
        await Import();
        var start = _time.Now;
        var settings = new SettingsReader(MergedSettings.Read(Path.Combine(_program.Folder, "none.json"), named: false, Variables())).Read();
        await using var first = await Node.Open(Database, _time, settings);
        await using var second = await Node.Open(Database, new Ahead(_time), settings);
        var chance = new Random(7);
        for (var end = start.AddDays(IsLong ? 92 : 15); _time.Now < end; _time.Now = _time.Now.AddHours(1))
        {
            // The weather of this hour: calm in the last day and a half, so that what waits can go out.
            var weather = _time.Now > end.AddHours(-40) ? 4 : chance.Next(5);
            _server.Recipient = r => weather == 0 && r.StartsWith('b') ? new SmtpResponse((SmtpReplyCode)451, "greylisted") : null;
            _server.DiesBeforeItAnswers = weather == 1;
            if (weather == 2)
            {
                await Down();
            }

            await Task.WhenAll(first.Hour(), weather == 3 ? Task.CompletedTask : second.Hour());
            if (weather == 2)
            {
                _server = new MailServer(_server.Port);
            }
        }

        await Down();
        await Check(first.Store, settings, start);
    }

    private async Task Check(BacklogStore store, AppSettings settings, DateTimeOffset start)
    {
        foreach (var subscription in settings.Subscriptions)
        {
            var sent = await store.Dispatches.Of(subscription.Name);
            Assert.Equal(Periods(subscription, settings, start), sent.Select(d => d.Key.Period).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            Assert.All(sent.GroupBy(d => d.Key.Period), p => Assert.Equal(subscription.Channels[0].Recipients.Order(StringComparer.Ordinal), p.Select(d => d.Key.Recipient).Order(StringComparer.Ordinal)));
            foreach (var one in sent)
            {
                Assert.True(one.State is DispatchState.Accepted or DispatchState.Unknown, $"{one}");
                var id = DispatchId.Of(one.Key);
                var came = _mails.Count(m => m.MessageId!.StartsWith(id, StringComparison.Ordinal));
                Assert.InRange(came, 1, 1 + one.Doubts);
                Assert.All(_mails.Where(m => m.MessageId!.StartsWith(id, StringComparison.Ordinal)), m => Assert.Equal(one.Key.Recipient, m.To.Mailboxes.Single().Address));
            }
        }

        Assert.Equal(_mails.Count, _mails.Select(m => m.MessageId).Distinct(StringComparer.Ordinal).Count() + (await Doubled(store, settings)));
        foreach (var job in JobReader.Names.Select(n => n.ToLowerInvariant()).Where(n => n is "score" or "promises"))
        {
            var runs = await store.Runs.Newest(job, 1000);
            Assert.NotEmpty(runs);
            Assert.All(runs, r => Assert.Equal((job, RunState.Done, 1), (r.Key.Job, r.State, r.Attempts)));
        }
    }

    // The one that had gone by when it all began, and each that came since.
    private IEnumerable<string> Periods(SubscriptionSettings subscription, AppSettings settings, DateTimeOffset start)
    {
        var zone = settings.Teams.First(t => t.Name == subscription.Teams[0]).TimeZone!;
        for (var slot = subscription.Schedule.Latest(start, zone); slot is not null && slot.At <= _time.Now.AddHours(-1); slot = subscription.Schedule.Next(slot.At, zone))
        {
            yield return slot.Period;
        }
    }

    private async Task<int> Doubled(BacklogStore store, AppSettings settings)
    {
        var doubled = 0;
        foreach (var subscription in settings.Subscriptions)
        {
            doubled += (await store.Dispatches.Of(subscription.Name)).Where(d => d.Doubts > 0).Sum(d => _mails.Count(m => m.MessageId!.StartsWith(DispatchId.Of(d.Key), StringComparison.Ordinal)) - 1);
        }

        return doubled;
    }

    private async Task Down()
    {
        await _server.DisposeAsync();
        _mails.AddRange(_server.Taken);
        _server.Taken.Clear();
    }

    private async Task Import()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 24).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"CHK-{i},Pay order {i} by invoice,{(i <= 16 ? "Done" : "To Do")},2026-06-{1 + i:00},{(i <= 16 ? $"2026-07-{1 + i:00}" : "")}")));
        var items = _program.File("items.csv", $"key,title,status,created,resolved\n{rows}");
        for (var team = 0; team < Teams; team++)
        {
            Assert.Equal(0, await _program.Run("import", items, "--team", $"Team {team:00}"));
        }
    }

    private Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["BACKLOGHEALTH__Storage__ConnectionString"] = Database,
            ["BACKLOGHEALTH__Mail__From"] = "backlog-health@acme.example",
            ["BACKLOGHEALTH__Mail__Host"] = "127.0.0.1",
            ["BACKLOGHEALTH__Mail__Port"] = _server.Port.ToString(CultureInfo.InvariantCulture),
            ["BACKLOGHEALTH__Jobs__Score__Schedule"] = "0 0 4 ? * SUN",
            ["BACKLOGHEALTH__Jobs__Promises__Schedule"] = "0 0 5 1 * ?",
            ["BACKLOGHEALTH__Jobs__Report__Schedule"] = "off",
        };
        for (var i = 0; i < Teams; i++)
        {
            variables[$"BACKLOGHEALTH__Teams__{i}__Name"] = $"Team {i:00}";
            variables[$"BACKLOGHEALTH__Teams__{i}__TimeZone"] = Places[i % Places.Length];
            var at = $"BACKLOGHEALTH__Subscriptions__{i}";
            variables[$"{at}__Name"] = $"weekly {i:00}";
            variables[$"{at}__Audience"] = "stakeholder";
            variables[$"{at}__Teams__0"] = $"Team {i:00}";
            variables[$"{at}__Schedule"] = "0 30 2 ? * SUN";
            variables[$"{at}__Formats__0"] = "md";
            variables[$"{at}__Channels__0__Kind"] = "email";
            variables[$"{at}__Channels__0__To__0"] = $"anna-{i:00}@acme.example";
            variables[$"{at}__Channels__0__To__1"] = $"ben-{i:00}@acme.example";
        }

        return variables;
    }

    /// <summary>One program of several on a database.</summary>
    private sealed class Node(BacklogStore store, TimeProvider time, IReadOnlyList<Job> jobs, JobWork work) : IAsyncDisposable
    {
        private readonly Worker _data = new([.. jobs.Where(j => j.Lane == Lane.Data)], work, NullLogger<Worker>.Instance);
        private readonly Worker _delivery = new([.. jobs.Where(j => j.Lane == Lane.Delivery)], work, NullLogger<Worker>.Instance);

        public BacklogStore Store => store;

        public static async Task<Node> Open(string database, TimeProvider time, AppSettings settings)
        {
            var store = await BacklogStore.Open(database, time);
            var host = new AppHost(TextWriter.Null, TextWriter.Null, TextReader.Null, time, new Dictionary<string, string>(StringComparer.Ordinal), IsTerminal: false, CanAsk: false);
            return new Node(store, time, await JobBook.Of(settings, store, default), new JobWork(store, settings, host, new Screen(TextWriter.Null, TextWriter.Null, interactive: false, quiet: true)));
        }

        public async Task Hour()
        {
            foreach (var job in jobs)
            {
                await new Slots(store.Runs, time).Note(job, default);
            }

            foreach (var worker in new[] { _data, _delivery })
            {
                while (await worker.Once(default))
                {
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            _data.Dispose();
            _delivery.Dispose();
            await store.DisposeAsync();
        }
    }

    private sealed class Ahead(TimeProvider time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow().AddSeconds(90);
    }
}
