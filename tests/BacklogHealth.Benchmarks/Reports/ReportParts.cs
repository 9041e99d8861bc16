using System.Diagnostics;
using System.Globalization;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;
using BacklogHealth.Reports;

namespace BacklogHealth.Benchmarks.Reports;

/// <summary>All reports of one stored team, step by step as the program makes them, with what each step costs.</summary>
internal static class ReportParts
{
    /// <summary>Prints a line for each step: elapsed, processor time, memory in use at its end.</summary>
    /// <param name="folder">The folder with database and settings.</param>
    public static async Task Run(string folder)
    {
        var settings = new SettingsReader(MergedSettings.Read(Path.Combine(folder, "appsettings.json"), named: true, new Dictionary<string, string>())).Read();
        await using var store = await BacklogStore.Open(settings.Storage.ConnectionString, TimeProvider.System);
        var team = new Team("Big", settings.Teams[0], null);
        var stored = await StoreStep.AlreadyThere(team, store, CancellationToken.None);
        await Timed("reading: history as rows", () => store.History("Big"));
        var scored = await Timed("reading and scoring open items", () => ScoreStep.WithWeekBefore(stored, store, null, TimeProvider.System, CancellationToken.None));
        var forecast = await Timed("reading and computing, with the week before", () => ForecastStep.Of(scored, store, settings, CancellationToken.None));
        var words = team.Words;
        var input = new ReportInput(forecast.Health, f => new FindingWords(words.Message(f), words.Question(f), words.Missing(f)), new ReportOptions());
        foreach (var audience in Audiences.All)
        {
            var name = Audiences.NameOf(audience);
            var report = await Timed($"{name}: numbers and sentences", () => Task.FromResult(ReportWriter.Render(audience, input)));
            var json = await Timed($"{name}: writing JSON", () => Task.FromResult(report.Json.ToJsonString()));
            var html = await Timed($"{name}: drawing and writing HTML", () => Task.FromResult(report.Html));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: JSON {json.Length / 1e6:0.00} MB, HTML {html.Length / 1e6:0.00} MB"));
        }
    }

    private static async Task<T> Timed<T>(string what, Func<Task<T>> step)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var made = await step();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-46}{Stopwatch.GetElapsedTime(started).TotalSeconds,8:0.00} s{(Environment.CpuUsage.TotalTime - processor).TotalSeconds,8:0.00} s of processor time{GC.GetTotalMemory(false) / 1e6,8:0} MB"));
        return made;
    }
}
