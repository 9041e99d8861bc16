using BacklogHealth.Core.Scoring;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Steps;

namespace BacklogHealth.Acceptance;

/// <summary>How much of what was planted in the sample backlog the rules find, and how often they cry over items that were written well.</summary>
public sealed class GroundTruthTests
{
    // The sample knows nothing of the product's rules; which rule looks for which flaw is said here.
    private static readonly Dictionary<Flaw, string[]> RulesFor = new()
    {
        [Flaw.NoDescription] = ["CL001"],
        [Flaw.TitleOnlyNoun] = ["CL002"],
        [Flaw.NoReason] = ["CL003", "RD014"],
        [Flaw.NoAcceptanceCriteria] = ["CL004", "RD011", "RD012"],
        [Flaw.VagueWords] = ["CL005", "CL014", "CL015", "CL016"],
        [Flaw.OpenPlaceholder] = ["CL006"],
        [Flaw.SeveralGoals] = ["SL001", "SL005"],
        [Flaw.TooManyCriteria] = ["SL002"],
        [Flaw.CutByLayer] = ["BL001"],
        [Flaw.NearDuplicate] = ["BL002"],
    };

    [Fact]
    public async Task The_rules_find_at_least_nine_of_ten_planted_flaws_of_each_kind()
    {
        var (truth, scores) = await Scored();
        var empty = truth.Flaws.Where(f => f.Flaw == Flaw.NoDescription).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var shares = RulesFor.Select(r =>
        {
            // An empty description is told once: what it leaves out is not told again.
            var within = r.Key is Flaw.NoReason or Flaw.NoAcceptanceCriteria;
            var planted = truth.Flaws.Where(f => f.Flaw == r.Key && !(within && empty.Contains(f.Key))).Select(f => f.Key).ToList();
            var missed = planted.Where(key => !scores[key].Findings.Any(f => r.Value.Contains(f.RuleId))).ToList();
            return (r.Key, Found: planted.Count - missed.Count, Planted: planted.Count, Missed: missed);
        }).ToList();

        Say(string.Join(", ", shares.Select(s => $"{s.Key} {s.Found} of {s.Planted}")));
        Assert.All(shares, s => Assert.True(s.Planted >= 12 && s.Found >= 0.9 * s.Planted, $"{s.Key}: found {s.Found} of {s.Planted} planted; missed: {string.Join(' ', s.Missed)}; all: {string.Join(", ", shares.Select(x => $"{x.Key} {x.Found} of {x.Planted}"))}"));
    }

    [Fact]
    public async Task At_most_one_in_ten_well_written_items_has_a_warning()
    {
        var (truth, scores) = await Scored();
        var cried = truth.GoodKeys.Where(k => scores[k].Findings.Any(f => f.Severity != Severity.Info)).Select(k => $"{k} {string.Join('+', scores[k].Findings.Select(f => f.RuleId))}").ToList();

        Say($"{cried.Count} of {truth.GoodKeys.Length} well-written items have a warning");
        Assert.True(truth.GoodKeys.Length >= 20, $"only {truth.GoodKeys.Length} items were written well");
        Assert.True(cried.Count <= truth.GoodKeys.Length / 10, $"{cried.Count} of {truth.GoodKeys.Length}: {string.Join(", ", cried)}");
    }

    [Fact]
    public async Task Of_what_the_rules_say_at_least_three_quarters_was_planted()
    {
        var (truth, scores) = await Scored();
        var planted = truth.Flaws.SelectMany(f => RulesFor.GetValueOrDefault(f.Flaw, []).Select(r => (f.Key, Rule: r))).ToHashSet();
        // Only items that the generator speaks of: each of the others may hold flaws that nobody recorded.
        var known = truth.Flaws.Select(f => f.Key).Concat(truth.GoodKeys).ToHashSet(StringComparer.Ordinal);
        var said = scores.Values.Where(s => known.Contains(s.Key)).SelectMany(s => s.Findings.Where(f => f.Severity != Severity.Info).Select(f => (s.Key, Rule: f.RuleId))).ToList();
        var wrong = said.Where(s => !planted.Contains(s)).GroupBy(s => s.Rule).Select(g => $"{g.Key}: {g.Count()} ({string.Join(' ', g.Take(6).Select(x => x.Key))})");

        Say($"{said.Count(planted.Contains)} of {said.Count} findings were planted; not planted: {string.Join(", ", wrong)}");
        Assert.True(said.Count(planted.Contains) >= 0.75 * said.Count, $"{said.Count(planted.Contains)} of {said.Count} were planted; not planted: {string.Join(", ", wrong)}");
    }

    // Shown with --output Detailed: the figures, not only whether they suffice.
    private static void Say(string figures) => TestContext.Current.TestOutputHelper?.WriteLine(figures);

    private static async Task<(GroundTruth Truth, Dictionary<string, ItemScore> Scores)> Scored()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var scores = new Dictionary<string, ItemScore>(StringComparer.Ordinal);
        foreach (var team in run.Settings.Teams)
        {
            var stored = await run.Pull(store, team.Name);
            foreach (var item in (await ScoreStep.Of(stored, store, null, run.Time, CancellationToken.None)).Items)
            {
                scores.Add(item.Item.Key, item.Score);
            }
        }

        return (run.Backlog.Truth, scores);
    }
}
