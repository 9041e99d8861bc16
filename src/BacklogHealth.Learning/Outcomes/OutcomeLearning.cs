using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Learning.Outcomes;

/// <summary>
/// Learns what befalls a team's items after their start, looks on later items whether that is worth anything, and says in a verdict what is shown and why.
/// A model in use makes way only for one that does better on items that neither has seen.
/// </summary>
public static class OutcomeLearning
{
    private const int FewestNewMet = 10;

    /// <summary>Learns.</summary>
    /// <param name="target">What is foretold.</param>
    /// <param name="all">The team's items that were begun, in any order.</param>
    /// <param name="asOf">The day at whose start everything is looked at: nothing later gets in.</param>
    /// <param name="champion">The model in use; null where there is none.</param>
    /// <param name="version">Version of the product.</param>
    /// <returns>The verdict, and the model that is to be used; null where nothing is shown.</returns>
    public static (ModelVerdict Verdict, LearnedModel? Model) Learn(OutcomeTarget target, IReadOnlyList<StartedItem> all, DateOnly asOf, LearnedModel? champion, string version)
    {
        ArgumentNullException.ThrowIfNull(target);
        var items = all.Where(i => i.Started < asOf && target.SpeaksOf(i)).OrderBy(i => i.Started).ThenBy(i => i.Key, StringComparer.Ordinal).ToList();
        var known = Known.On(asOf, target, items);
        var counts = (Items: known?.Items.Count ?? 0, Met: known?.Met ?? 0);
        var seen = new ModelVerdict(target.Name, Gate.Counts(counts.Items, counts.Met) ?? VerdictReason.Learned)
        {
            DataTo = asOf,
            From = items.Count == 0 ? null : items[0].Started,
            Items = counts.Items,
            Met = counts.Met,
        };
        if (!seen.IsShown)
        {
            return (seen, null);
        }

        seen = Measured(seen, LaterItems.Of(target, items, asOf));
        if (Gate.Figures(seen) is { } failed)
        {
            return (seen with { Reason = failed }, null);
        }

        seen = seen with { Comparison = champion is null ? null : Compare(champion, target, items, asOf) };
        return champion is not null && (seen.Comparison is not { } both || both.Challenger <= both.Champion)
            ? (seen with { Reason = VerdictReason.Kept }, champion)
            : (seen, Learned(known!, seen, version));
    }

    private static ModelVerdict Measured(ModelVerdict seen, List<Foretold> foretold)
    {
        var area = Discrimination.Of([.. foretold.Select(f => (f.Chance, f.Met))]);
        if (area is not { } found)
        {
            return seen;
        }

        var met = foretold.Count(f => f.Met);
        var (from, to) = Discrimination.Interval(found, met, foretold.Count - met);
        var simple = foretold.TrueForAll(f => f.Simple is not null) ? Discrimination.Of([.. foretold.Select(f => (f.Simple!.Value, f.Met))]) : null;
        return seen with
        {
            Skill = new SkillFigure("AUC", found, from, to, simple ?? 0.5, foretold.Count, "later-items"),
            Brier = foretold.Average(f => Square(f.Chance, f.Met)),
            BrierOfUsual = foretold.Average(f => Square(f.Usual, f.Met)),
            Calibration = Calibration.Of([.. foretold.Select(f => (f.Chance, f.Met))]),
        };
    }

    private static double Square(double said, bool met) => (said - (met ? 1 : 0)) * (said - (met ? 1 : 0));

    private static Comparison? Compare(LearnedModel champion, OutcomeTarget target, List<StartedItem> items, DateOnly asOf)
    {
        if (TimeOrder.Unseen(items, i => i.Started, champion.Card.To) is not var (cut, half) || Known.On(cut, target, items) is not { } before)
        {
            return null;
        }

        var old = LaterItems.Foretell(champion.Model, before, half, asOf).ToList();
        var met = old.Count(f => f.Met);
        return met < FewestNewMet || old.Count - met < FewestNewMet ? null
            : new Comparison(old.Count, Area(old), Area([.. LaterItems.Foretell(before.Learn(), before, half, asOf)]));
    }

    private static double Area(List<Foretold> foretold) => Discrimination.Of([.. foretold.Select(f => (f.Chance, f.Met))])!.Value;

    private static LearnedModel Learned(Known known, ModelVerdict seen, string version)
    {
        var model = known.Learn();
        var values = known.Items.Select(i => model.Of([], known.Target.Read(i.Item.Facts))).Order().Select(ModelFile.Rounded).ToArray();
        return new LearnedModel(
            new ModelCard
            {
                Target = known.Target.Name,
                Features = LearnedModel.Features,
                Version = version,
                Seed = Trainer.Seed,
                Method = "logistic regression with a ridge on numbers of each item as it stood when work on it began",
                Data = "the team's own items",
                From = seen.From,
                To = seen.DataTo,
                Items = seen.Items,
                Skill = [seen.Skill!],
            },
            model, [values[0], values[^1]]);
    }
}
