using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// One kind of vague words. Its lists are <c>vague.NAME.words</c>, the words behind which they are not vague (<c>notBefore</c>: "quick search"), and
/// those after which they are not (<c>notAfter</c>: "how fast").
/// </summary>
/// <param name="Name">Name of the kind, as sentences spell it.</param>
internal sealed record VagueKind(string Name)
{
    /// <summary>True where a number with a unit in the same sentence makes them exact.</summary>
    public bool UnlessNumber { get; init; }

    /// <summary>True where they are looked for in sentences that wish, not in any that does not narrate.</summary>
    public bool WishOnly { get; init; }

    /// <summary>True where they only end a list of examples that the sentence announced.</summary>
    public bool UnlessExample { get; init; }

    /// <summary>True where they are looked for in bugs only; others are not looked for in the story a bug tells.</summary>
    public bool BugsOnly { get; init; }

    public WordList Words { get; } = WordList.Named($"vague.{Name}.words");

    public WordList NotBefore { get; } = WordList.Named($"vague.{Name}.notBefore");

    public WordList NotAfter { get; } = WordList.Named($"vague.{Name}.notAfter");
}

/// <summary>A vague word where it stands.</summary>
internal sealed record VagueWord(string Kind, TextReading Text, int First, int Length)
{
    public Evidence Evidence => Text.WordsAsEvidence(First, Length);
}

/// <summary>
/// Finds vague words of all kinds in one pass. Not read: reasons ("so that … quickly"), reports of how things are, quotations, code, and words made
/// exact by a number in the same sentence.
/// </summary>
internal static class VagueWords
{
    /// <summary>The kind of words that a team adds.</summary>
    public const string Own = "own";

    private static readonly WordList Examples = WordList.Named("examples");

    private static readonly VagueKind[] Kinds =
    [
        new("speed") { UnlessNumber = true },
        new("ease"),
        new("quality"),
        new("time") { UnlessNumber = true },
        new("behaviour") { BugsOnly = true },
        new("amount") { UnlessNumber = true, WishOnly = true },
        new("scope") { UnlessExample = true },
        new("option"),
    ];

    /// <summary>Every vague word of an item, in the order of reading.</summary>
    public static List<VagueWord> In(ItemReading item, TeamContext team)
    {
        var found = new List<VagueWord>();
        var bug = item.Item.Kind == WorkItemKind.Bug;
        foreach (var text in item.Fields)
        {
            var kinds = Array.FindAll(Kinds, k => k.BugsOnly == bug && k.Words.IsIn(text));
            foreach (var sentence in kinds.Length > 0 || !team.AddedVague.IsEmpty ? text.Sentences : [])
            {
                Read(new SentenceReading(text, sentence, item.Language), kinds, bug, team, found);
            }
        }

        return found;
    }

    private static void Read(SentenceReading sentence, VagueKind[] kinds, bool bug, TeamContext team, List<VagueWord> found)
    {
        var text = sentence.Text;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (ReasonReader.Reasons.At(text.Words, i) > 0)
            {
                return;
            }

            if (team.Cleared.MatchAt(text.Words, i) is > 0 and var cleared)
            {
                i += cleared - 1;
                continue;
            }

            if (LongestAt(sentence, i, kinds, team) is not { } hit)
            {
                continue;
            }

            var mood = bug ? Mood.Wishes : sentence.Mood;
            if (mood == Mood.Narrates)
            {
                return;
            }

            if (Counts(hit.Kind, mood, sentence, i))
            {
                found.Add(new VagueWord(hit.Kind?.Name ?? Own, text, i, hit.Length));
                i += hit.Length - 1;
            }
        }
    }

    private static bool Counts(VagueKind? kind, Mood mood, SentenceReading sentence, int i) =>
        kind is null
        || ((mood == Mood.Wishes || !kind.WishOnly) && !(kind.UnlessNumber && sentence.IsMeasured) && !(kind.UnlessExample && sentence.SaysBefore(Examples, i)));

    private static (VagueKind? Kind, int Length)? LongestAt(SentenceReading sentence, int i, VagueKind[] kinds, TeamContext team)
    {
        var text = sentence.Text;
        (VagueKind? Kind, int Length)? longest = null;
        if (text.Words[i].Entry is not null)
        {
            foreach (var kind in kinds)
            {
                var length = kind.Words.At(text.Words, i);
                if (length > (longest?.Length ?? 0) && i + length <= sentence.EndWord && Stands(text.Words, i, length, sentence, kind))
                {
                    longest = (kind, length);
                }
            }
        }

        var own = team.AddedVague.MatchAt(text.Words, i);
        return own > (longest?.Length ?? 0) ? (null, own) : longest;
    }

    // False where the words before or behind make a name or a comparison of it ("quick search", "how fast").
    private static bool Stands(Word[] words, int i, int length, SentenceReading sentence, VagueKind kind)
    {
        var behind = i + length;
        return !(behind < sentence.EndWord && words[behind].Joined && kind.NotBefore.Holds(words[behind]))
            && !(i > sentence.FirstWord && words[i].Joined && kind.NotAfter.Holds(words[i - 1]));
    }
}
