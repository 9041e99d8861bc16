using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>
/// Finds two wishes joined by "and" in what a story wants: two deeds ("detect and report"), two qualities ("fair and transparent"), two things ("alerts
/// and reports"). What follows as a purpose ("to improve X and reduce Y"), stands behind a preposition ("from X and Y") or is one thing by custom
/// ("terms and conditions") is no second wish.
/// </summary>
internal static class JoinedWishes
{
    private const int ShortSubject = 6;

    private static readonly WordList And = WordList.Named("story.ands");
    private static readonly WordList Verbs = WordList.Named("story.verbs");
    private static readonly WordList Infinitive = WordList.Named("infinitive");
    private static readonly WordList Fillers = WordList.Named("story.fillers");
    private static readonly WordList Relatives = WordList.Named("story.relatives");
    private static readonly WordList Prepositions = WordList.Named("story.prepositions");
    private static readonly WordList Determiners = WordList.Named("determiners");
    private static readonly WordList Owners = WordList.Named("story.owners");
    private static readonly WordList PhraseEnds = WordList.Named("story.phraseEnds");
    private static readonly WordList OnePairs = WordList.Named("story.onePairs");

    // "I want a tool to …" says what for; "I want the tool to …" says what it does.
    private static readonly WordList SomethingOf = WordList.Named("story.somethingOf");

    // "use X to …": the first "to" is the wish.
    private static readonly WordList Means = WordList.Named("story.meansOnly");

    // Words behind which a verb stands: "can detect and report".
    private static readonly WordList Helpers = WordList.Named("story.helpers");
    private static readonly WordList DoubleVerbs = WordList.Named("story.doubleVerbs");
    private static readonly WordList Auxiliaries = WordList.Named("story.auxiliaries");

    /// <summary>Where in the wish a word stands.</summary>
    private enum Place
    {
        /// <summary>In the wish itself.</summary>
        Wish,

        /// <summary>Behind "that", "which", "who".</summary>
        Relative,

        /// <summary>In what a means is used for, or a thing is there for.</summary>
        Purpose,
    }

    /// <summary>The two words that are joined; null where one thing is wanted.</summary>
    public static (int First, int Second)? In(Story story, LanguageWords language)
    {
        if (!And.IsIn(story.Text))
        {
            return null;
        }

        var words = story.Text.Words;
        var (place, means, behindPreposition) = (Place.Wish, story.Verb is { } verb && Means.Holds(words[verb]), false);
        var plain = story.Verb is null;
        for (var i = (story.Verb ?? (story.Want.First - 1)) + 1; i < story.Want.End; i++)
        {
            if (Infinitive.Holds(words[i]) && i > story.Want.First && Opens(story, i, language))
            {
                var subject = plain && i - story.Want.First <= ShortSubject && !SomethingOf.Holds(words[story.Want.First]);
                (place, behindPreposition, plain) = (subject ? place : Place.Purpose, false, false);
            }
            else if (i > story.Want.First && story.Text.Gap(i).StartsWith(",") && language.Endings.IsParticiple(words[i]))
            {
                return null;
            }
            else if (Relatives.Holds(words[i]))
            {
                (place, behindPreposition, plain) = (place == Place.Purpose ? place : Place.Relative, false, false);
            }
            else if (Prepositions.Holds(words[i]))
            {
                (behindPreposition, plain) = (true, false);
            }
            else if (And.Holds(words[i]) && i > story.Want.First && place != Place.Purpose && Next(story, i, language) is { } next)
            {
                var kind = KindOf(story, i, next, language);
                if (kind == Kind.Deeds || kind == Kind.Qualities
                    || (place == Place.Wish && !behindPreposition && !means && AreThings(story, i, next, language)))
                {
                    return (i - 1, next);
                }

                behindPreposition &= kind != Kind.Deeds;
            }
        }

        return null;
    }

    private enum Kind
    {
        Deeds,
        Qualities,
        Things,
    }

    // "to improve", "to easily find", "to be told": a verb follows, or "be".
    private static bool Opens(Story story, int to, LanguageWords language)
    {
        var next = to + 1;
        while (next < story.Want.End - 1 && language.Endings.IsAdverb(story.Text.Words[next]))
        {
            next++;
        }

        return next < story.Want.End && (Verbs.Holds(story.Text.Words[next]) || Fillers.Holds(story.Text.Words[next]));
    }

    // The word behind "and", past "then", "to", "easily".
    private static int? Next(Story story, int and, LanguageWords language)
    {
        var next = and + 1;
        while (next < story.Want.End - 1 && (Fillers.Holds(story.Text.Words[next]) || language.Endings.IsAdverb(story.Text.Words[next])))
        {
            next++;
        }

        return next < story.Want.End ? next : null;
    }

    private static Kind KindOf(Story story, int and, int next, LanguageWords language)
    {
        var words = story.Text.Words;
        var (before, after) = (words[and - 1], words[next]);
        if (Auxiliaries.Holds(after))
        {
            return Kind.Deeds;
        }

        if (Verbs.Holds(after))
        {
            var adjacent = Verbs.Holds(before) && (and - 1 == story.Verb || (and >= 2 && (Helpers.Holds(words[and - 2]) || language.Endings.IsAdverb(words[and - 2]))));
            var ends = next + 1 >= story.Want.End || Prepositions.Holds(words[next + 1]) || PhraseEnds.Holds(words[next + 1]) || !words[next + 1].Joined;
            if (adjacent || (!ends && (Determiners.Holds(words[next + 1]) || !DoubleVerbs.Holds(after))))
            {
                return Kind.Deeds;
            }
        }

        return language.Endings.IsAdjective(before) && language.Endings.IsAdjective(after) ? Kind.Qualities : Kind.Things;
    }

    private static bool AreThings(Story story, int and, int next, LanguageWords language)
    {
        var words = story.Text.Words;
        var isVerb = Verbs.Holds(words[and - 1]) && !DoubleVerbs.Holds(words[and - 1]);
        if (isVerb || OnePairs.At(words, and - 1) > 0 || Owners.Holds(words[next]) || and - 1 == story.Verb || words[and - 1].Lower.EndsWith("'s", StringComparison.Ordinal) || language.Endings.IsAdverb(words[and - 1]))
        {
            return false;
        }

        // "my skills and experience" belong to one owner.
        for (var i = Math.Max(story.Want.First, and - 3); i < and; i++)
        {
            if (Owners.Holds(words[i]))
            {
                return false;
            }
        }

        // "the taxi and train stations": both words describe one thing.
        var head = next;
        while (head + 1 < story.Want.End && words[head + 1].Joined && !Prepositions.Holds(words[head + 1]) && !PhraseEnds.Holds(words[head + 1]))
        {
            head++;
        }

        var bare = and - 2 < story.Want.First || and - 2 == story.Verb || Determiners.Holds(words[and - 2]) || PhraseEnds.Holds(words[and - 2]) || Prepositions.Holds(words[and - 2]);
        return !(head > next && bare);
    }
}
