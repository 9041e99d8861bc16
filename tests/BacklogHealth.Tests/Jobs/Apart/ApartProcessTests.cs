using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using BacklogHealth.Jobs;
using BacklogHealth.Jobs.Apart;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Tests.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace BacklogHealth.Tests.Jobs.Apart;

/// <summary>Jobs in a real process of their own, on one database with this one.</summary>
public sealed class ApartProcessTests : JobTest
{
    private static readonly ImmutableArray<string> Program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "backlog-health.dll")];

    [Fact]
    public async Task What_a_job_comes_to_and_what_it_measures_is_told_here()
    {
        await Import("Apart");
        using var heard = new Heard();

        var end = await Process(Program).Do("score", Work.Under(await Claim("score")), default);

        Assert.Equal((ExitCode.Done, "2 open items of 1 team scored."), (end.Code, end.Note));
        Assert.Contains(heard.Of("backlog_health.step.duration", "step=score", "team=Apart", "outcome=done"), seconds => seconds > 0);
        Assert.Contains(heard.Spans, s => s is { Step: "forecast", Status: ActivityStatusCode.Ok, Of: "team=Apart" });
        Assert.NotEmpty(await Store.LastSnapshots("Apart", [DateTimeOffset.MinValue, DateTimeOffset.MaxValue], "openItems"));
    }

    [Fact]
    public async Task Nothing_is_written_under_a_claim_that_somebody_else_has_by_now()
    {
        await Import("Late");
        var late = await Claim("score");
        Time.Now += Worker.Lease + TimeSpan.FromSeconds(1);
        Assert.NotNull(await Store.Runs.Claim("score", Worker.Lease));

        var end = await Process(Program).Do("score", Work.Under(late), default);

        Assert.Equal("Job score of 2026-11-23T06:00: somebody else does it by now, since nothing was heard from here for so long. Expected to be the only one. Nothing more is written from here.", end.Note);
        Assert.Empty(await Store.LastSnapshots("Late", [DateTimeOffset.MinValue, DateTimeOffset.MaxValue], "openItems"));
    }

    [Fact]
    public async Task One_that_is_killed_is_told_and_takes_nothing_with_it()
    {
        var end = await Process(["sh", "-c", "kill -9 $$"]).Do("report", Work.Under(await Claim("report")), default);

        Assert.Equal(
            (ExitCode.Failed, "report: the process that was at it ended with exit code 137 and without a word; 137 means that the system killed it, mostly for want of memory. What was stored is kept. Give it more memory, or look into the log for what it said before."),
            (end.Code, end.Note));
    }

    [Fact]
    public async Task A_program_that_is_not_there_any_more_is_told()
    {
        var claim = await Claim("report");
        var fault = await Assert.ThrowsAsync<UserError>(() => Process([Folder.File("gone")]).Do("report", Work.Under(claim), default));

        Assert.StartsWith($"{Folder.File("gone")}: the program cannot be started once more for the job report (", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Expected it where it was when serve began. Put it back, or start serve anew.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_work_is_to_stop_the_end_of_its_input_tells_it()
    {
        var (begun, ended) = (Folder.File("begun"), Folder.File("ended"));
        using var stop = new CancellationTokenSource();
        var doing = Process(["sh", "-c", $"touch {begun}; cat > {ended}.part; mv {ended}.part {ended}"]).Do("report", Work.Under(await Claim("report")), stop.Token);
        while (!File.Exists(begun))
        {
            await Task.Delay(10);
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => doing);
        Assert.Equal("report", JsonSerializer.Deserialize(await File.ReadAllTextAsync(ended), ApartJson.Default.ApartOrder)!.Job);
    }

    [Fact]
    public async Task It_ends_without_an_answer_when_whoever_ordered_is_gone()
    {
        await Import("Orphan");

        var (code, answer) = await Ordered(Order(await Claim("score"), Product.Version));

        Assert.Equal((1, ""), (code, answer));
        Assert.Empty(await Store.LastSnapshots("Orphan", [DateTimeOffset.MinValue, DateTimeOffset.MaxValue], "openItems"));
    }

    [Fact]
    public async Task Another_version_opens_no_database()
    {
        Variables["BACKLOGHEALTH__Storage__ConnectionString"] = $"Data Source={Folder.File("untouched.db")}";

        var (_, answer) = await Ordered(Order(await Claim("score"), "0.0.1"), waits: true);

        Assert.Equal($"job score: serve is version 0.0.1, and the program in its place is {Product.Version} by now. Expected the same. Start serve anew.", JsonSerializer.Deserialize(answer, ApartJson.Default.ApartAnswer)!.End.Note);
        Assert.False(File.Exists(Folder.File("untouched.db")));
    }

    [Fact]
    public async Task Called_by_hand_it_says_what_to_call_instead()
    {
        using var program = new ProgramRun();

        Assert.Equal(2, await program.Run("job", "report"));
        Assert.Equal(
            $"job: found no order on standard input. Expected one line of JSON from `{BacklogHealth.Product.CommandLine} serve`, which alone calls this. To do a job by hand, run `{BacklogHealth.Product.CommandLine} sync`, `score`, `report all` or `deliver`.\n", program.Error);
    }

    private MergedSettings Settings => MergedSettings.Read(Folder.File("none.json"), named: false, Variables);

    private ApartProcess Process(IReadOnlyList<string> program) => new(program, Folder.File("none.json"), Settings, NullLogger.Instance);

    private ApartOrder Order(ClaimedRun claim, string version) => new(version, "score", claim, Folder.File("none.json"), [.. Settings.Given]);

    private async Task<ClaimedRun> Claim(string job)
    {
        await Store.Runs.Add(new RunKey(job, "2026-11-23T06:00"), Time.Now);
        return (await Store.Runs.Claim(job, Worker.Lease))!;
    }

    private static async Task<(int Code, string Answer)> Ordered(ApartOrder order, bool waits = false)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(Program[0], [.. Program.Skip(1), "job", order.Job]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, ApartJson.Default.ApartOrder));
        if (waits)
        {
            await process.StandardInput.FlushAsync();
        }
        else
        {
            process.StandardInput.Close();
        }

        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, answer);
    }

    private async Task Import(string team)
    {
        var items = Folder.File("items.csv");
        await File.WriteAllTextAsync(items, "key,title,status,created,resolved\nA-1,Pay by invoice,To Do,2026-06-01,\nA-2,Search orders,To Do,2026-06-02,\nA-3,Print labels,Done,2026-06-03,2026-07-01\n");
        var host = new AppHost(TextWriter.Null, TextWriter.Null, TextReader.Null, Time, Variables, IsTerminal: false, CanAsk: false);
        Assert.Equal(0, await new CommandLineApp(host).Run(["import", items, "--team", team]));
    }
}
