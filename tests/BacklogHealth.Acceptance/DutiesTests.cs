using System.Text.Json;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Scoring;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Steps;

namespace BacklogHealth.Acceptance;

/// <summary>The sixteen duties on the sample, held against what was planted in it.</summary>
public sealed class DutiesTests : IDisposable
{
    private readonly ProgramUnderTest _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task Every_duty_says_what_was_planted(int daysAgo)
    {
        await using var run = await SampleRun.Start();
        foreach (var project in run.Backlog.Projects)
        {
            var health = await Health(run, project.Team, daysAgo);
            var truth = new DutyTruth(run.Backlog, project, health.AsOf);
            var measures = health.Duties.Duties.SelectMany(d => d.Measures).ToDictionary(m => m.Id, StringComparer.Ordinal);

            Assert.Equal(Enumerable.Range(1, 16), health.Duties.Duties.Select(d => d.Duty.Id));
            Share(truth.Improvements(), "improvements-done");
            Share(truth.OpenBoxes(), "done-with-open-boxes");
            Share(truth.OpenParts(), "done-with-open-parts");
            Share(truth.Reestimated(), "estimate-changed-after-start");
            Share(truth.Clarified(), "clarification-load");
            Share(truth.Reopened(), "reopened");
            Share(truth.OutcomesTold(), "outcomes-told");
            Share(truth.UnderAnEpic(), "goal-coverage-open");
            TestContext.Current.TestOutputHelper?.WriteLine($"{project.Key} from feedback {truth.FromFeedback()}, cloned {truth.Cloned()}, days to feedback {string.Join(' ', truth.DaysToFeedback())}");
            Assert.Equal(truth.FromFeedback(), (int?)measures["items-from-feedback"].Value);
            Feedback(truth.DaysToFeedback(), measures["days-to-feedback"]);
            if (project.Sprints.IsEmpty)
            {
                Assert.Equal("The team works without sprints.", measures["sprint-goals"].Reason?.ToString());
                Assert.Equal("The team works without sprints.", measures["closed-and-cloned"].Reason?.ToString());
            }
            else
            {
                Share(truth.SprintGoals(), "sprint-goals");
                Assert.Equal(truth.Cloned(), (int?)measures["closed-and-cloned"].Value);
            }

            void Share((int Count, int N) planted, string id)
            {
                // Shown with --output Detailed: the figures, not only whether they agree.
                TestContext.Current.TestOutputHelper?.WriteLine($"{project.Key} {id}: {planted.Count} of {planted.N}");
                Assert.Equal(
                    planted.N < DutyMeasure.Fewest ? $"{project.Key} {id}: not available" : $"{project.Key} {id}: {planted.Count} of {planted.N}",
                    $"{project.Key} {id}: {(measures[id].Available ? $"{measures[id].Count} of {measures[id].N}" : "not available")}");
            }
        }
    }

    [Fact]
    public async Task What_rules_look_for_is_found_where_it_was_planted_and_without_the_rule_nothing_is_said()
    {
        await using var run = await SampleRun.Start();
        foreach (var project in run.Backlog.Projects)
        {
            var health = await Health(run, project.Team, 0);
            var items = health.Open.ToDictionary(i => i.Item.Key, StringComparer.Ordinal);
            int Planted(Fact fact) => run.Backlog.Truth.Facts.Count(f => f.Fact == fact && items.ContainsKey(f.Key));

            Found("hypotheses-without-signal", "GO007", Planted(Fact.HypothesisWithoutSignal));
            Found("open-questions", "RD005", Planted(Fact.QuestionOpen));
            Found("items-with-picture", "RD008", Planted(Fact.Pictured));

            void Found(string id, string rule, int atLeast)
            {
                var measure = health.Duties.Duties.SelectMany(d => d.Measures).Single(m => m.Id == id);
                if (RuleBook.All.Find(rule) is not null)
                {
                    Assert.True(measure.Available && (measure.Count ?? measure.Value) >= 0.9 * atLeast, $"{project.Key} {id}: {measure.Said}, planted {atLeast}; {measure.Reason}");
                }
                else if (id != "open-questions")
                {
                    Assert.Equal("No rule looks for it.", measure.Reason?.ToString());
                }
            }
        }
    }

    [Fact]
    public async Task Json_has_all_sixteen_for_each_team_each_with_a_value_or_the_reason_why_there_is_none()
    {
        Assert.Equal(0, await _program.Run("demo", "--out", _program.Folder));
        Assert.Equal(0, await _program.Run("duties", "--json", "--config", Path.Combine(_program.Folder, "appsettings.json")));
        var teams = _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();

        Assert.Equal(["Checkout", "Field Service"], teams.Select(t => t.GetProperty("team").GetString()));
        Assert.All(teams, team =>
        {
            Assert.Equal("backlog-health/duties/1", team.GetProperty("schema").GetString());
            var duties = team.GetProperty("duties").EnumerateArray().ToList();
            Assert.Equal(Enumerable.Range(1, 16), duties.Select(d => d.GetProperty("id").GetInt32()));
            Assert.All(duties.Concat(duties.SelectMany(d => d.GetProperty("measures").EnumerateArray())), d =>
            {
                Assert.Equal(d.GetProperty("available").GetBoolean(), d.GetProperty("value").ValueKind == JsonValueKind.Number);
                Assert.Equal(d.GetProperty("available").GetBoolean(), d.GetProperty("reason").ValueKind == JsonValueKind.Null);
                Assert.InRange(d.GetProperty("n").GetInt32(), 0, d.GetProperty("of").GetInt32());
            });
            Assert.True(duties.Count(d => d.GetProperty("available").GetBoolean()) >= 12);
            Assert.True(duties.Count(d => d.GetProperty("trend").ValueKind == JsonValueKind.Number) >= 10);
        });
    }

    private static void Feedback(IReadOnlyList<double> planted, DutyMeasure measure)
    {
        if (planted.Count < DutyMeasure.Fewest)
        {
            Assert.False(measure.Available);
            return;
        }

        Assert.Equal(planted.Count, measure.N);
        Assert.Equal((planted[(planted.Count - 1) / 2] + planted[planted.Count / 2]) / 2, measure.Value!.Value, 0.01);
    }

    private static async Task<TeamHealth> Health(SampleRun run, string team, int daysAgo)
    {
        await using var store = await run.OpenStore();
        var stored = await run.Pull(store, team);
        DateOnly? day = daysAgo == 0 ? null : SampleRun.Sunday.AddDays(-daysAgo);
        return (await ForecastStep.Of(await ScoreStep.WithWeekBefore(stored, store, day, run.Time, CancellationToken.None), store, run.Settings, CancellationToken.None)).Health;
    }
}
