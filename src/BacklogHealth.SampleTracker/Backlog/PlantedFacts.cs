using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>Which facts of everyday work the text files plant in a project.</summary>
internal static class PlantedFacts
{
    public static IEnumerable<PlantedFact> Of(SampleProject project, ImmutableArray<(string Key, ItemSeed Seed)> seeds)
    {
        var keys = seeds.ToLookup(s => s.Seed.Title, s => s.Key, StringComparer.Ordinal);
        foreach (var (key, seed) in seeds)
        {
            foreach (var fact in Own(seed))
            {
                yield return new PlantedFact(key, fact);
            }

            if (seed.CameFrom is { } from)
            {
                yield return new PlantedFact(keys[from].Single(), Fact.LedToAnother);
            }
        }

        foreach (var item in project.Items)
        {
            if (item.Links.Any(l => string.Equals(l.Relation, "is cloned by", StringComparison.Ordinal)))
            {
                yield return new PlantedFact(item.Key, Fact.Cloned);
            }
        }
    }

    private static IEnumerable<Fact> Own(ItemSeed seed)
    {
        var comments = seed.Comments;
        var boxes = seed.Description?.Blocks.Where(b => b.Kind == SampleBlockKind.Checkbox).ToList() ?? [];
        var isDone = seed.State == SeedState.Done;
        return
        [
            .. When(seed.IsOpen && comments.Any(c => c.Asks), Fact.QuestionOpen),
            .. When(seed.IsOpen && comments.Any(c => c is { Asks: true, To: not null }), Fact.MentionOpen),
            .. When(seed.IsOpen && (seed.Pictures.Length > 0 || seed.Pages.Length > 0), Fact.Pictured),
            .. When(comments.Any(c => c.After is not null), Fact.ToldOfUse),
            .. When(seed.Labels.Contains("customer-feedback"), Fact.FromFeedback),
            .. When(seed.Labels.Contains("retro"), Fact.Improvement),
            .. When(isDone && boxes.Count > 0 && boxes.TrueForAll(b => b.Ticked), Fact.BoxesTicked),
            .. When(isDone && boxes.Exists(b => !b.Ticked), Fact.BoxOpen),
            .. When(isDone && seed.SubTasks.Any(s => s.IsOpen), Fact.PartOpen),
            .. When(seed.WasReestimated, Fact.Reestimated),
            .. seed.Hypothesis is { } hypothesis ? When(true, hypothesis) : [],
        ];
    }

    private static Fact[] When(bool holds, Fact fact) => holds ? [fact] : [];
}
