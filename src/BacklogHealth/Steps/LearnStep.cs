using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Learning;
using BacklogHealth.Learning.Outcomes;
using BacklogHealth.Learning.Sizes;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Steps;

/// <summary>
/// Learn: reads every item that was begun as it stood then, learns what its fate tells, looks on later items whether that is worth anything, and keeps
/// the verdicts and what is shown. Known is what happened before the team's day begins, so that all runs of one day say the same. No text is kept.
/// </summary>
internal static class LearnStep
{
    // Those begun last. What a team did longer ago says less of it, and time and memory stay bounded.
    private const int Most = 20_000;

    private const int Week = 7;

    /// <summary>True where nothing was learned of a team yet, or what was learned is a week old.</summary>
    public static bool IsDue(Stored stored, TimeProvider time)
    {
        var known = stored.Learned.Verdicts;
        return known.IsEmpty || known.Any(v => v.DataTo <= stored.Calendar.DayOf(time.GetUtcNow()).AddDays(-Week));
    }

    /// <summary>Learns from a team's items.</summary>
    /// <returns>What was learned; the store has it.</returns>
    public static async Task<OwnModels> Of(Stored stored, BacklogStore store, TimeProvider time, CancellationToken cancellation)
    {
        using var step = TimedStep.OfTeam("learn", stored.Team.Name);
        var today = stored.Calendar.DayOf(time.GetUtcNow());
        // A file has texts as they were when it was written: what was changed meanwhile would look as if it had been known.
        var isFile = stored.Place.Connection.Length == 0;
        var corpus = new Corpus(Recipe.OwnSize.FewestItems);
        var (items, sizes) = await Read(stored, store, today, corpus, cancellation);
        var before = stored.Learned.On(today).Models;
        var shared = stored.Team.Settings.Language == SizeModel.PublicLanguage ? SizeModel.Shipped : null;
        (ModelVerdict Verdict, LearnedModel? Model)[] learned =
        [
            TeamSizes.Learn(sizes, shared, corpus, today, before.GetValueOrDefault(ModelTargets.Size), Product.Version),
            .. new OutcomeTarget[] { new ReworkTarget(), RiskTarget.For(items) }.Select(target => isFile
                ? (new ModelVerdict(target.Name, VerdictReason.NoHistory) { DataTo = today }, null)
                : OutcomeLearning.Learn(target, items, today, Fitting(target, before), Product.Version)),
        ];
        var models = new OwnModels([.. learned.Select(l => l.Verdict)], learned.Where(l => l.Model is not null).ToDictionary(l => l.Verdict.Target, l => l.Model!, StringComparer.Ordinal))
        {
            Effects = isFile ? [] : StartEffect.Of(items),
        };
        await KeptModels.Save(stored.Team.Name, models, today, store, time, cancellation);
        return step.Done(models);
    }

    // A model that read other numbers has nothing to say against one that reads these.
    private static LearnedModel? Fitting(OutcomeTarget target, IReadOnlyDictionary<string, LearnedModel> models) =>
        models.TryGetValue(target.Name, out var model) && model.Model.Measures.Select(m => m.Name).SequenceEqual(target.Measures) ? model : null;

    private static async Task<(List<StartedItem> Items, List<TimedSize> Sizes)> Read(Stored stored, BacklogStore store, DateOnly today, Corpus corpus, CancellationToken cancellation)
    {
        var (team, calendar, language) = (stored.Team.Name, stored.Calendar, stored.Team.Settings.Language);
        var begun = StartedAndFinished.Of(await store.History(team, cancellation), stored.Workflow, calendar.StartOf(today))
            .Where(f => f is { Started: not null, Item.Complete: true } && Counted.Is(f.Item))
            .OrderByDescending(f => f.Started).ThenBy(f => f.Item.Id, StringComparer.Ordinal).Take(Most)
            .ToDictionary(f => f.Item.Id, StringComparer.Ordinal);
        var reader = new StartReader(ScoreStep.Rules(stored, calendar.StartOf(today)), ForecastStep.ReadyOf(stored.Team));
        var (items, sizes) = (new List<StartedItem>(), new List<TimedSize>());
        await foreach (var item in store.ItemsOf(team, begun.Keys, cancellation))
        {
            var flow = begun[item.Id];
            if (reader.At(item, flow.Started!.Value) is not { } facts)
            {
                continue;
            }

            var started = calendar.DayOf(flow.Started.Value);
            items.Add(new StartedItem(item.Key, started, flow.Finished is { } end ? calendar.DayOf(end) : null, facts, Outcome.Of(item, flow, stored.Workflow, language)));
            if (facts.Estimate is >= 0 and <= SizeLearning.MostPoints and var points && TextFeatures.At(item, flow.Started.Value, language) is { } text)
            {
                sizes.Add(new TimedSize(started, new SizeItem(item.Key, team, corpus.Read(text, 0), points)));
            }
        }

        return (items, sizes);
    }
}
