using System.Collections.Frozen;

namespace BacklogHealth.SampleTracker.Backlog.Seeds;

/// <summary>
/// Reads the line that begins an item, <c>+ S todo good top | Title</c>: a letter for the type (S story, T task, B bug, K spike, U sub-task
/// of the item before), then words for its state (done where none is said), its flaws and its history, then the title.
/// </summary>
internal static class ItemHeader
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["S"] = "Story",
        ["T"] = "Task",
        ["B"] = "Bug",
        ["K"] = "Spike",
        ["U"] = "Sub-task",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Flaw> Flaws = new Dictionary<string, Flaw>(StringComparer.Ordinal)
    {
        ["nodesc"] = Flaw.NoDescription,
        ["noun"] = Flaw.TitleOnlyNoun,
        ["noreason"] = Flaw.NoReason,
        ["noac"] = Flaw.NoAcceptanceCriteria,
        ["vague"] = Flaw.VagueWords,
        ["tbd"] = Flaw.OpenPlaceholder,
        ["goals"] = Flaw.SeveralGoals,
        ["many"] = Flaw.TooManyCriteria,
        ["layer"] = Flaw.CutByLayer,
        ["twin"] = Flaw.NearDuplicate,
        ["solution"] = Flaw.SolutionNotProblem,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The flaw that a word stands for.</summary>
    public static Flaw FlawOf(string word) => Flaws[word];

    public static ItemSeed Parse(string line)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var words = line[1..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var seed = new ItemSeed { Type = Types[words[0]], Title = line[(bar + 1)..].Trim() };
        foreach (var word in words.AsSpan(1))
        {
            seed = With(seed, word, line);
        }

        return seed;
    }

    private static ItemSeed With(ItemSeed seed, string word, string line)
    {
        if (Flaws.TryGetValue(word, out var flaw))
        {
            return seed with { Flaws = seed.Flaws.Add(flaw) };
        }

        return word switch
        {
            "todo" => seed with { State = SeedState.Todo },
            "ready" => seed with { State = SeedState.Ready },
            "doing" => seed with { State = SeedState.Doing },
            "review" => seed with { State = SeedState.Review },
            "wontdo" => seed with { State = SeedState.WontDo },
            "duplicate" => seed with { State = SeedState.Duplicate },
            "good" => seed with { Good = true },
            "added" => seed with { IsAdded = true },
            "new" => seed with { IsNew = true },
            "old" => seed with { IsOld = true },
            "ageing" => seed with { IsAgeing = true },
            "top" => seed with { IsTop = true },
            "reopened" => seed with { WasReopened = true },
            "blocked" => seed with { IsBlocked = true },
            "clone" => seed with { IsClone = true },
            "reestimated" => seed with { WasReestimated = true },
            "retro" => seed with { Labels = seed.Labels.Add("retro") },
            "voiced" => seed with { Labels = seed.Labels.Add("customer-feedback") },
            _ => throw new FormatException($"Sample text '{line}': found the word '{word}'; expected a state, a flaw or a mark; see {nameof(ItemHeader)}."),
        };
    }
}
