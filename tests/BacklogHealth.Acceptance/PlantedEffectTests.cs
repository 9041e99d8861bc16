using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Acceptance;

/// <summary>
/// The sample company plants what unclear items lead to in one team, and nothing of it in the other. What is learned from what the connector brings finds
/// the first, and reports the second as no evidence.
/// </summary>
public sealed class PlantedEffectTests
{
    [Fact]
    public async Task What_was_planted_in_one_team_is_found_and_what_was_not_in_the_other_is_no_evidence()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var found = await Learned(run, store, "Checkout");
        var none = await Learned(run, store, "Field Service");
        Say(found);
        Say(none);

        var rework = found.Verdicts.Single(v => v.Target == ModelTargets.Rework);
        Assert.True(rework is { Reason: VerdictReason.Learned, Items: > 400, Met: > 100, Skill: { Value: > 0.7, Low: > 0.6 }, Calibration.Error: <= 0.05 }, $"{rework}");
        Assert.True(found.ReadyEffect is { IsThere: true, Ratio: > 1.2 }, $"{found.ReadyEffect}");

        // Nearly twice as long was planted: 5.1 days after an unclear start, 2.8 after a clear one.
        Assert.True(found.ReadyEffect!.From < 5.1 / 2.8, $"{found.ReadyEffect}");
        Assert.Equal(VerdictReason.NoLink, none.Verdicts.Single(v => v.Target == ModelTargets.Rework).Reason);
        Assert.False(none.Models.ContainsKey(ModelTargets.Rework));
        Assert.False(none.ReadyEffect!.IsThere, $"{none.ReadyEffect}");
    }

    [Fact]
    public async Task Only_the_team_where_it_was_found_is_told_what_may_befall_its_items_and_unready_ones_far_more_often()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        foreach (var (team, isFound) in (IEnumerable<(string, bool)>)[("Checkout", true), ("Field Service", false)])
        {
            await Learned(run, store, team);
            var health = (await run.Flow(store).Forecast(run.Team(team), null, CancellationToken.None)).Health;
            var waiting = health.Open.Where(o => o.Chances?.Rework is not null).ToList();

            Assert.Equal(isFound, waiting.Count > 0);
            if (isFound)
            {
                var (ready, unready) = (waiting.Where(o => o.Ready.IsReady).Average(o => o.Chances!.Rework!.Chance), waiting.Where(o => !o.Ready.IsReady).Average(o => o.Chances!.Rework!.Chance));
                Assert.True(unready > 2 * ready, $"ready {ready:0.00}, unready {unready:0.00}");
                TestContext.Current.TestOutputHelper?.WriteLine($"ready {ready:0.00}, unready {unready:0.00}");
            }
        }
    }

    [Fact]
    public async Task The_same_data_on_the_same_day_teach_the_same_and_a_second_run_of_the_week_learns_nothing_anew()
    {
        await using var run = await SampleRun.Start();
        await using var store = await run.OpenStore();
        var stored = await run.Pull(store, "Checkout");
        Assert.True(LearnStep.IsDue(stored, run.Time));
        var first = await LearnStep.Of(stored, store, run.Time, CancellationToken.None);
        var again = await LearnStep.Of(stored, store, run.Time, CancellationToken.None);

        Assert.Equal(ModelFile.Write(first.Models[ModelTargets.Rework]), ModelFile.Write(again.Models[ModelTargets.Rework]));
        Assert.Equal(first.Verdicts.Select(v => $"{VerdictWords.Say(v)}"), again.Verdicts.Select(v => $"{VerdictWords.Say(v)}"));
        stored = await StoreStep.AlreadyThere(run.Team("Checkout"), store, CancellationToken.None);
        Assert.False(LearnStep.IsDue(stored, run.Time));
        Assert.Equal(ModelFile.Write(first.Models[ModelTargets.Rework]), ModelFile.Write(stored.Learned.Models[ModelTargets.Rework]));
        Assert.Equal(first.Effects.AsEnumerable(), stored.Learned.Effects);
        Assert.Equal(first.Verdicts.Select(v => $"{VerdictWords.Say(v)}"), stored.Learned.Verdicts.Select(v => $"{VerdictWords.Say(v)}"));
    }

    private static async Task<OwnModels> Learned(SampleRun run, BacklogStore store, string team) =>
        await LearnStep.Of(await run.Pull(store, team), store, run.Time, CancellationToken.None);

    private static void Say(OwnModels learned)
    {
        foreach (var verdict in learned.Verdicts)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{verdict.Target}: {VerdictWords.Say(verdict)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{EffectWords.Say(learned.ReadyEffect)}");
    }
}
