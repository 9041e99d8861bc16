using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models.Skill;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Learning.Outcomes;

/// <summary>An item of a file that is known to have been in progress.</summary>
/// <param name="Size">Its text and its estimate.</param>
/// <param name="Facts">What is known of it; its text as the file has it.</param>
/// <param name="Minutes">Minutes it was in progress, above 0.</param>
public sealed record TimedItem(SizeItem Size, StartFacts Facts, double Minutes);

/// <summary>What was said of an item by other projects' items, and what became of it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Project">Its project.</param>
/// <param name="Chance">The chance that it stays in progress for longer than 85 of 100 items of its project.</param>
/// <param name="Share">The simple way: the share of its project's items that its estimate is larger than.</param>
/// <param name="Actual">Whether it did.</param>
public sealed record RiskForecast(string Key, string Project, double Chance, double Share, bool Actual);

/// <summary>How well the risk of one project's items was told.</summary>
/// <param name="Project">The project.</param>
/// <param name="Items">Items that were told of.</param>
/// <param name="Area">Area under the ROC curve; null where none stayed long.</param>
/// <param name="AreaOfEstimate">The same by the estimate alone.</param>
public sealed record RiskSkill(string Project, int Items, double? Area, double? AreaOfEstimate)
{
    /// <summary>Measures each project, in the order in which they come.</summary>
    public static IReadOnlyList<RiskSkill> Of(IEnumerable<RiskForecast> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        return
        [
            .. forecasts.GroupBy(f => f.Project, StringComparer.Ordinal).Select(g => new RiskSkill(
                g.Key, g.Count(), Discrimination.Of([.. g.Select(f => (f.Chance, f.Actual))]), Discrimination.Of([.. g.Select(f => (f.Share, f.Actual))]))),
        ];
    }
}

/// <summary>
/// Measures how well it is told which items stay in progress for long, each project by what the others teach: of the project itself nothing is known but
/// its estimates and its texts. Points mean something else in each project, so the share of its items counts that an estimate is larger than.
/// </summary>
public static class RiskEvaluation
{
    /// <summary>Fewest items of a project that is told of.</summary>
    public const int FewestItems = 50;

    private const double UsualShare = 0.85;

    /// <summary>Tells of every item.</summary>
    /// <param name="items">The items, in any order.</param>
    /// <param name="rankOf">Where an item's text puts it among others by size, 0 to 1, learned from other projects.</param>
    public static IEnumerable<RiskForecast> Run(IReadOnlyList<TimedItem> items, Func<TimedItem, double> rankOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(rankOf);
        var read = items.GroupBy(i => i.Size.Project, StringComparer.Ordinal).Where(g => g.Count() >= FewestItems).SelectMany(g => Read([.. g], rankOf)).ToList();
        foreach (var project in read.Select(r => r.Item.Size.Project).Distinct(StringComparer.Ordinal).ToList())
        {
            var others = read.FindAll(r => r.Item.Size.Project != project);
            if (others.Count < FewestItems)
            {
                continue;
            }

            var model = Trainer.Learn([.. others.Select(r => r.Example)], Recipe.Outcome, ["estimate", .. StartFacts.RiskMeasures], _ => "");
            foreach (var (item, example) in read.Where(r => r.Item.Size.Project == project))
            {
                yield return new RiskForecast(item.Size.Key, project, OutcomeModel.ChanceOf(model.Of([], example.Measures)), example.Measures[0], example.Label > 0.5);
            }
        }
    }

    private static IEnumerable<(TimedItem Item, Example Example)> Read(List<TimedItem> project, Func<TimedItem, double> rankOf)
    {
        var usual = Percentile.NearestRank([.. project.Select(i => i.Minutes).Order()], UsualShare);
        var shares = Ranks.Shares(project.ConvertAll(i => i.Size.Points));
        return project.Select((item, i) => (item, new Example([], [shares[i], .. (item.Facts with { ExpectedSize = rankOf(item) }).ForRisk(estimated: false)], 0) { Label = item.Minutes > usual ? 1 : 0 }));
    }
}
