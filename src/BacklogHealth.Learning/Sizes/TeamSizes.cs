using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Learning.Sizes;

/// <summary>An estimated item of a team, as it stood when work on it began.</summary>
/// <param name="Started">The team's day on which it began.</param>
/// <param name="Item">Its text and estimate of then.</param>
public sealed record TimedSize(DateOnly Started, SizeItem Item);

/// <summary>
/// Learns what a team's own items tell of sizes beyond what public projects do, looks on later items whether that is worth anything, and whether the
/// public model holds for this team at all.
/// </summary>
public static class TeamSizes
{
    /// <summary>Learns.</summary>
    /// <param name="all">The team's estimated items, in any order.</param>
    /// <param name="shared">What public projects teach; null where the team writes in another language.</param>
    /// <param name="corpus">What read the texts.</param>
    /// <param name="asOf">The day at whose start everything is looked at.</param>
    /// <param name="champion">The team's own model in use; null where there is none.</param>
    /// <param name="version">Version of the product.</param>
    /// <returns>The verdict, and the team's own model where it is used.</returns>
    public static (ModelVerdict Verdict, LearnedModel? Model) Learn(
        IReadOnlyList<TimedSize> all, LearnedModel? shared, Corpus corpus, DateOnly asOf, LearnedModel? champion, string version)
    {
        ArgumentNullException.ThrowIfNull(all);
        var items = all.Where(i => i.Started < asOf).OrderBy(i => i.Started).ThenBy(i => i.Item.Key, StringComparer.Ordinal).ToList();
        var seen = new ModelVerdict(ModelTargets.Size, shared is null ? VerdictReason.OtherLanguage : VerdictReason.PublicAlone)
        {
            DataTo = asOf,
            From = items.Count == 0 ? null : items[0].Started,
            Items = items.Count,
        };
        if (items.Count < Gate.FewestEstimates)
        {
            return (seen, null);
        }

        if (items.TrueForAll(i => i.Item.Points.Equals(items[0].Item.Points)))
        {
            return (seen with { Reason = VerdictReason.OneSize }, null);
        }

        if (Later(items, shared, corpus) is { } own && own.Low > 0 && own.Value > own.Baseline)
        {
            seen = seen with { Skill = own, Comparison = champion is null ? null : Compare(champion, items, shared, corpus) };
            if (champion is not null && (seen.Comparison is not { } both || both.Challenger <= both.Champion))
            {
                return (seen with { Reason = VerdictReason.Kept }, champion);
            }

            return (seen with { Reason = VerdictReason.Learned }, SizeLearning.FromTeam([.. items.Select(i => i.Item)], shared?.Model, corpus, card => card with
            {
                Version = version,
                Data = "the team's own items",
                From = seen.From,
                To = asOf,
                Skill = [own],
            }));
        }

        return (Judged(seen, items, shared), null);
    }

    // The public model has seen none of these items: all of them can judge it.
    private static ModelVerdict Judged(ModelVerdict seen, List<TimedSize> items, LearnedModel? shared)
    {
        if (shared is null)
        {
            return seen with { Reason = VerdictReason.NoLink };
        }

        var skill = Skill(items, i => i.Item.Example.ValueBy(shared.Model), 0, "all-items");
        return seen with
        {
            Skill = skill,
            Reason = items.Count < Gate.FewestToJudge ? VerdictReason.PublicAlone : skill is { Low: > 0 } ? VerdictReason.PublicHolds : VerdictReason.NoLink,
        };
    }

    private static SkillFigure? Later(List<TimedSize> items, LearnedModel? shared, Corpus corpus)
    {
        var said = new Dictionary<TimedSize, double>(ReferenceEqualityComparer.Instance);
        foreach (var (cut, later) in TimeOrder.LaterHalf(items, i => i.Started))
        {
            var own = Own(items.FindAll(i => i.Started < cut), shared, corpus);
            foreach (var item in later)
            {
                said[item] = Value(item, shared, own);
            }
        }

        List<TimedSize> tested = [.. said.Keys];
        var simple = shared is null ? 0 : Skill(tested, i => i.Item.Example.ValueBy(shared.Model), 0, "")?.Value ?? 0;
        return Skill(tested, i => said[i], simple, "later-items");
    }

    private static Comparison? Compare(LearnedModel champion, List<TimedSize> items, LearnedModel? shared, Corpus corpus)
    {
        if (TimeOrder.Unseen(items, i => i.Started, champion.Card.To) is not var (cut, half))
        {
            return null;
        }

        var challenger = Own(items.FindAll(i => i.Started < cut), shared, corpus);
        var (old, young) = (Skill(half, i => Value(i, shared, champion), 0, ""), Skill(half, i => Value(i, shared, challenger), 0, ""));
        return old is null || young is null ? null : new Comparison(half.Count, old.Value, young.Value);
    }

    private static LearnedModel? Own(List<TimedSize> items, LearnedModel? shared, Corpus corpus) =>
        SizeLearning.FromTeam([.. items.Select(i => i.Item)], shared?.Model, corpus, c => c);

    private static double Value(TimedSize item, LearnedModel? shared, LearnedModel? own) =>
        (shared is null ? 0 : item.Item.Example.ValueBy(shared.Model)) + (own is null ? 0 : item.Item.Example.ValueBy(own.Model));

    private static SkillFigure? Skill(List<TimedSize> items, Func<TimedSize, double> value, double baseline, string split)
    {
        if (items.Count < 4 || RankCorrelation.Of([.. items.Select(i => (value(i), i.Item.Points))]) is not { } found)
        {
            return null;
        }

        var (from, to) = RankCorrelation.Interval(found, items.Count);
        return new SkillFigure("rank correlation", found, from, to, baseline, items.Count, split);
    }
}
