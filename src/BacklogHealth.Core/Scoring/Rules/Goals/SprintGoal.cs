using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>What a sprint goal is made of.</summary>
/// <param name="Keys">How many keys of items it names.</param>
/// <param name="Meaning">The words that say what it is for: without keys, filler and words for the work itself, in one spelling, each once, sorted.</param>
/// <param name="IsEmpty">True where it would fit any sprint ("finish all stories").</param>
internal sealed record SprintGoal(int Keys, ImmutableArray<string> Meaning, bool IsEmpty)
{
    private static readonly WordList Fillers = WordList.Named("goalFillers");
    private static readonly WordList Noise = WordList.Named("titleNoise");
    private static readonly WordList EmptyGoals = WordList.Named("emptyGoals");

    /// <summary>Reads a goal.</summary>
    public static SprintGoal Read(string goal, BacklogIndex backlog, LanguageWords language)
    {
        var words = Words.Read(goal, language.Lexicon);
        var (keys, empty) = (0, 0);
        var meaning = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (IsKey(words[i].Lower, backlog))
            {
                keys++;
            }
            else if (EmptyGoals.At(words, i) is > 0 and var length)
            {
                empty++;
                i += length - 1;
            }
            else if (!Fillers.Holds(words[i]) && !Noise.Holds(words[i]))
            {
                meaning.Add(language.Canonical(words[i]));
            }
        }

        return new SprintGoal(keys, [.. meaning], empty > 0 && meaning.Count == 0);
    }

    /// <summary>The running sprint and the next one, as far as they hold open items; sprints of a past that nobody has closed are left out.</summary>
    public static IEnumerable<SprintItems> ActiveAndNext(BacklogIndex backlog)
    {
        var next = backlog.Sprints.Where(s => s.Phase == SprintPhase.Future).OrderBy(s => s.Start ?? DateTimeOffset.MaxValue).Take(1);
        return backlog.Sprints.Where(s => s.Phase == SprintPhase.Active).Concat(next).Select(s => new SprintItems(s, backlog.InSprint(s.Id))).Where(s => s.Items.Count > 0);
    }

    // "chk-12", whether the backlog holds it or not; "#12"; a number.
    private static bool IsKey(string word, BacklogIndex backlog)
    {
        if (backlog.ByKey(word) is not null || word.All(char.IsAsciiDigit))
        {
            return true;
        }

        var dash = word.LastIndexOf('-');
        return dash > 0 && dash < word.Length - 1 && word.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0 && char.IsAsciiLetter(word[0]);
    }
}

/// <summary>A sprint with the open items in it.</summary>
/// <param name="Sprint">The sprint.</param>
/// <param name="Items">Its items, one or more.</param>
internal sealed record SprintItems(Sprint Sprint, List<IndexRow> Items);
