using System.Diagnostics;
using System.Globalization;
using BacklogHealth.Benchmarks.Pulls;
using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Benchmarks.Scores;

/// <summary>
/// What scoring costs. First in this process, in turns: reading the texts of real items into lines, sentences and words, and scoring them with every
/// rule, which reads them too, without and with expected sizes. Then the program itself over a file of them, repeated until it holds as many as wanted.
/// </summary>
internal static class ScoreComparison
{
    private const int Rounds = 7;
    private const double MostTimes = 6;
    private const double MostTimesWithSizes = 1.75;
    private const double FewestRules = 20_000;
    private const double FewestWhole = 10_000;

    /// <summary>Runs it; false where a bound does not hold.</summary>
    /// <param name="file">A file of items.</param>
    /// <param name="items">How many the program scores.</param>
    public static async Task<bool> Run(string file, int items)
    {
        var read = ItemFile.Open(file).Rows().OfType<FileRow.Good>().Select(r => r.Item).ToList();
        var holds = Rules(read);
        var folder = Directory.CreateTempSubdirectory("backlog-health-score-").FullName;
        try
        {
            var large = Path.Combine(folder, "items.csv");
            await Repeat(file, read.Count, items, large);
            var small = await Program(file, read.Count);
            var whole = await Program(large, items);
            return holds
                & Bound.Holds($"at least {FewestWhole:0} items a second of processor time", items / whole.Processor, items / whole.Processor >= FewestWhole)
                & Bound.Holds("memory flat: MB more than for the file alone", whole.PeakMegabytes - small.PeakMegabytes, whole.PeakMegabytes - small.PeakMegabytes < 250);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Rules(List<WorkItem> items)
    {
        var team = new TeamContext { Today = new DateOnly(2021, 1, 1) };
        var started = Stopwatch.GetTimestamp();
        var backlog = BacklogIndex.Build(items, team);
        Say("index, with near-duplicates", items.Count, Stopwatch.GetElapsedTime(started));
        var scorer = new Scorer(RuleBook.All, team, backlog);
        var sizing = new Scorer(RuleBook.All, team, backlog, SizeModel.Of(team.Language, SizeModel.Shipped));
        var language = LanguageWords.For("en");
        var (reading, scoring, both) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            reading.Add(Timed(items, item => new ItemReading(item, language).WordCount));
            scoring.Add(Timed(items, item => scorer.Score(item).Findings.Length));
            both.Add(Timed(items, item => sizing.Score(item).Findings.Length));
        }

        var (read, scored) = (reading.Min(), scoring.Min());
        Say("reading alone", items.Count, read);
        Say($"{RuleBook.All.Rules.Length} rules, reading included", items.Count, scored);
        Say("the same with sizes", items.Count, both.Min());
        return Bound.Holds($"at most {MostTimes:0} times the time of reading", scored / read, scored / read <= MostTimes)
            & Bound.Holds("with sizes at most so many times as long", both.Min() / scored, both.Min() / scored <= MostTimesWithSizes)
            & Bound.Holds($"at least {FewestRules:0} items a second", items.Count / scored.TotalSeconds, items.Count / scored.TotalSeconds >= FewestRules);
    }

    private static TimeSpan Timed(List<WorkItem> items, Func<WorkItem, int> read)
    {
        var started = Stopwatch.GetTimestamp();
        var sum = 0L;
        foreach (var item in items)
        {
            sum += read(item);
        }

        GC.KeepAlive(sum);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<Measured> Program(string file, int items)
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../BacklogHealth/release/backlog-health" + (OperatingSystem.IsWindows() ? ".exe" : "")));
        var measured = await Measured.Of(program, "score", "--items", file, "--jsonl");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"score --items --jsonl on {items} items: {measured}; {items / measured.Elapsed:0} a second"));
        return measured;
    }

    // The same rows again and again, each time with keys of their own and with a word of their own in the title, so that they are no duplicates.
    private static async Task Repeat(string file, int rows, int items, string target)
    {
        await using var writer = new StreamWriter(target);
        await writer.WriteLineAsync("key,project,type,status,storyPoints,title,description");
        for (var copy = 0; copy * rows < items; copy++)
        {
            foreach (var row in ItemFile.Open(file).Rows().OfType<FileRow.Good>().Take(items - (copy * rows)))
            {
                var item = row.Item;
                await writer.WriteLineAsync(string.Join(',', new[]
                {
                    $"{item.Key}-{copy}", item.Project, item.Type, item.OriginalState, item.StoryPoints?.ToString(CultureInfo.InvariantCulture) ?? "",
                    $"{item.Title} {(char)('a' + copy)}{copy}", item.Description.Plain,
                }.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
            }
        }
    }

    private static void Say(string what, int items, TimeSpan took) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32}{took.TotalMilliseconds,8:0} ms for {items} items, {items / took.TotalSeconds:0} a second"));
}
