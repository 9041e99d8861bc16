using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>Finds wishes that no product fulfils by what it does: to study, to understand, to inform politics, to hope.</summary>
internal static class StoryStudy
{
    private const int FirstWords = 3;
    private const int FirstBehind = 6;
    private const int FirstOfReason = 8;

    private static readonly WordList Studies = WordList.Named("story.studies");
    private static readonly WordList Hopes = WordList.Named("story.hopes");

    // "my", "our", "why": who asks why something was done to them asks for an explanation, and a product can give it.
    private static readonly WordList FirstPerson = WordList.Named("story.firstPerson");

    // "use X to …": the wish is behind the second "to".
    private static readonly WordList Means = WordList.Named("story.means");
    private static readonly WordList Informs = WordList.Named("story.informs");
    private static readonly WordList Looks = WordList.Named("story.looks");

    // "factors", "impact": what is found out by thinking.
    private static readonly WordList Causes = WordList.Named("story.causes");
    private static readonly WordList Conducts = WordList.Named("story.conducts");
    private static readonly WordList Research = WordList.Named("story.research");
    private static readonly WordList Access = WordList.Named("story.access");
    private static readonly WordList Knowledge = WordList.Named("story.knowledge");
    private static readonly WordList Verbs = WordList.Named("story.verbs");
    private static readonly WordList Infinitive = WordList.Named("infinitive");

    /// <summary>The words that say so; null where something is asked for that can be done.</summary>
    public static WordRange? Of(Story story, LanguageWords language) =>
        story.Verb is { } verb ? InDeed(story, verb, language) : InThing(story);

    private static WordRange? InDeed(Story story, int verb, LanguageWords language)
    {
        var word = story.Text.Words[verb];
        if (Hopes.At(story.Text.Words, verb) > 0 || (Studies.Holds(word) && !story.Has(FirstPerson, Behind(story, verb))))
        {
            return new WordRange(verb, verb + 1);
        }

        var what = story.ObjectOf(verb);
        if (Looks.Holds(word) && story.Find(Causes, what) is var cause and >= 0)
        {
            return new WordRange(verb, cause + 1);
        }

        if (Conducts.Holds(word) && story.Find(Research, what) is var research and >= 0)
        {
            return new WordRange(verb, research + 1);
        }

        return Means.Holds(word) ? InEnd(story, verb, language) : null;
    }

    private static WordRange Behind(Story story, int verb) => new(verb + 1, Math.Min(verb + 1 + FirstBehind, story.Want.End));

    private static WordRange? InEnd(Story story, int verb, LanguageWords language)
    {
        var words = story.Text.Words;
        for (var i = verb + 1; i < story.Want.End - 1; i++)
        {
            if (!Infinitive.Holds(words[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < story.Want.End - 1 && language.Endings.IsAdverb(words[end]))
            {
                end++;
            }

            if (Verbs.Holds(words[end]))
            {
                return Informs.Holds(words[end]) ? new WordRange(end, end + 1)
                    : Looks.Holds(words[end]) && story.Find(Causes, story.ObjectOf(end)) is var cause and >= 0 ? new WordRange(end, cause + 1)
                    : null;
            }
        }

        return null;
    }

    private static WordRange? InThing(Story story)
    {
        var first = story.Want with { End = Math.Min(story.Want.First + FirstWords, story.Want.End) };
        if (story.Find(Knowledge, first) is var knowledge and >= 0)
        {
            return new WordRange(knowledge, knowledge + 1);
        }

        // "access to the data, so that I can study …": what is wanted is to study.
        var why = story.Reason with { End = Math.Min(story.Reason.First + FirstOfReason, story.Reason.End) };
        return Access.Holds(story.Text.Words[first.First]) && story.Find(Research, why) is var research and >= 0 ? new WordRange(research, research + 1) : null;
    }
}
