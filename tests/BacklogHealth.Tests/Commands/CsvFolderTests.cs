namespace BacklogHealth.Tests.Commands;

/// <summary>CSV files of a report from run to run, as somebody finds them in the folder.</summary>
public sealed class CsvFolderTests : IDisposable
{
    private const string Head = "key,title,description,status,created\n";

    private readonly ProgramRun _program = new();

    private string Folder => Path.Combine(_program.Folder, "reports");

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_table_that_the_report_no_longer_has_does_not_stay_behind()
    {
        await Report("A", $"{Head}A-1,Checkout,,Open,2026-01-02\nA-2,Improve all of it,TBD,Open,2026-01-03\n");
        var first = Files();
        Assert.Contains(first, f => f.StartsWith("a-coach-not-ready-", StringComparison.Ordinal));

        await Report("A", $"{Head}A-3,Buyers pay by invoice,\"So that companies can order before payday.\n\nAcceptance criteria:\n- An order without a card arrives within 2 seconds.\",Open,2026-01-03\n");

        Assert.DoesNotContain(Files(), f => f.StartsWith("a-coach-not-ready-", StringComparison.Ordinal));
        Assert.NotEmpty(Files());
    }

    [Fact]
    public async Task What_no_run_of_this_report_has_written_stays_where_it_is()
    {
        await Report("A", $"{Head}A-1,Checkout,,Open,2026-01-02\n");
        await Report("A Coach", $"{Head}A-1,Checkout,,Open,2026-01-02\n");
        string[] own = ["a-coach-mine.csv", "a-coach-not-ready-notes.csv", "b.csv"];
        Array.ForEach(own, f => File.WriteAllText(Path.Combine(Folder, f), "mine"));
        File.AppendAllLines(Path.Combine(Folder, ".a-coach.csv-files"), ["../outside.csv", "b.csv", "a-coach-notes.txt"]);
        File.WriteAllText(Path.Combine(_program.Folder, "outside.csv"), "mine");
        var others = Files().Where(f => f.StartsWith("a-coach-coach-", StringComparison.Ordinal)).ToList();

        await Report("A", $"{Head}A-1,Checkout,,Open,2026-01-02\n");

        Assert.NotEmpty(others);
        var there = Files();
        Assert.All([.. own, .. others], f => Assert.Contains(f, there));
        Assert.True(File.Exists(Path.Combine(_program.Folder, "outside.csv")));
    }

    private List<string> Files() => [.. Directory.GetFiles(Folder, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private async Task Report(string team, string rows)
    {
        Assert.Equal(0, await _program.Run("import", _program.File("items.csv", rows), "--team", team));
        var settings = _program.File("settings.json", System.Text.Json.JsonSerializer.Serialize(new { Teams = new[] { new { Name = team } } }));
        Assert.Equal(0, await _program.Run("report", "coach", "--format", "csv", "--out", Folder, "--config", settings));
    }
}
