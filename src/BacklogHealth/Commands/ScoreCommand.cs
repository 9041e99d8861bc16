using System.CommandLine;
using System.Globalization;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Json;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>score</c>: the scores of open items, or of every row of a file.</summary>
internal static class ScoreCommand
{
    private static readonly Option<string?> Items = new("--items") { Description = "Score every row of this file, whatever its status; no database is needed.", HelpName = "FILE" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("score", "Scores open items for clarity and slicing.", "score", "score --team Checkout --jsonl", "score --items backlog.csv --jsonl")
        {
            Items, SharedOptions.Json, SharedOptions.JsonLines, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        using var output = new ScoreOutput(call);
        if (call.Get(Items) is { } file)
        {
            var scored = FileScores.Of(call, file, (type, title, score, ready, words) => output.Add(type, title, score, ready, words));
            output.End();
            return scored;
        }

        await using var store = await call.OpenStore(cancellation);
        var day = call.PastDay;
        var code = await call.EachTeam(store, async team =>
        {
            var stored = await StoreStep.AlreadyThere(team, store, cancellation);
            var scored = await ForecastStep.WithPromises(await ScoreStep.Of(stored, store, day, call.Host.Time, cancellation), store, cancellation);
            var ready = ForecastStep.ReadyOf(team);
            foreach (var item in BacklogOrder.Sort(scored.Items))
            {
                output.Add(item.Item.Type, item.Item.Title, item.Score, ready.Of(item.Item, item.Score, team.Words.Missing), team.Words, item.Chances);
            }

            return ExitCode.Done;
        }, cancellation);
        output.End();
        return code;
    }

    /// <summary>Prints scores as lines, as one document, or as a table.</summary>
    private sealed class ScoreOutput(Call call) : IDisposable
    {
        private readonly JsonLines _written = new(call.Host.Output);
        private readonly bool _lines = call.Get(SharedOptions.JsonLines);
        private readonly bool _json = call.Get(SharedOptions.Json);
        private readonly List<ScoreJson> _all = [];
        private readonly List<IReadOnlyList<string>> _rows = [];

        public void Add(string type, string title, ItemScore score, Readiness ready, FindingText words, ItemChances? chances = null)
        {
            if (_lines)
            {
                _written.Add(ScoreJson.From(score, ready, words, chances));
            }
            else if (_json)
            {
                _all.Add(ScoreJson.From(score, ready, words, chances));
            }
            else
            {
                _rows.Add([score.Key, type, Number(score.Clarity), Number(score.Slicing), ready.IsReady ? "ready" : string.Join(", ", ready.Missing), title.Length > 60 ? title[..59] + "…" : title]);
            }
        }

        public void End()
        {
            if (_json && !_lines)
            {
                JsonWriting.Write(call.Host.Output, new ScoresJson("backlog-health/scores/1", _all), indented: true);
            }
            else if (!_lines)
            {
                call.Screen.Table(["Item", "Type", "Clarity", "Slicing", "Ready, or what is missing", "Title"], _rows);
            }
        }

        public void Dispose() => _written.Dispose();

        private static string Number(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "–";
    }
}
