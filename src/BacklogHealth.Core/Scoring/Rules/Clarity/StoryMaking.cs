using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>Tells stories of those who make a product from stories of those who use it.</summary>
internal static class StoryMaking
{
    private const int WordsBefore = 3;
    private const int FewestWords = 4;
    private const int MostWords = 6;
    private const int FirstWords = 4;

    // Who makes software, as the last word of the role ("developer") or as words anywhere in it ("data scientist").
    private static readonly WordList Makers = WordList.Named("story.makers");
    private static readonly WordList MakerPhrases = WordList.Named("story.makerPhrases");

    // What makers do all day.
    private static readonly WordList MakerVerbs = WordList.Named("story.makerVerbs");

    // To make something, and to try out what was made.
    private static readonly WordList Makes = WordList.Named("story.makes");
    private static readonly WordList Checks = WordList.Named("story.checks");

    // Parts and means of software ("model", "framework"), and what is measured of them ("accuracy").
    private static readonly WordList Works = WordList.Named("story.works");
    private static readonly WordList Merits = WordList.Named("story.merits");

    // The software as a whole: who makes it and speaks of it speaks of making.
    private static readonly WordList Wholes = WordList.Named("story.wholes");

    // The product itself, by any of its names, and what stands before something that is not there yet: "a", "an".
    private static readonly WordList Things = WordList.Named("story.things");
    private static readonly WordList SomethingOf = WordList.Named("story.somethingOf");
    private static readonly WordList Have = WordList.Named("story.have");

    // Parts that only makers see: to try them out is work on the product, where to try out a product may be what a customer does.
    private static readonly WordList Internals = WordList.Named("story.internals");

    /// <summary>The words of the role where it is one that makes the product; null else.</summary>
    public static WordRange? Maker(Story story)
    {
        var role = story.RoleName;
        var makes = !role.IsEmpty && (Makers.Holds(story.Text.Words[role.End - 1]) || story.Has(MakerPhrases, role));
        return makes ? role : null;
    }

    /// <summary>The words that say that something is made or tried out, not used; null where the story says nothing of that.</summary>
    public static WordRange? Work(Story story)
    {
        if (story.Verb is { } verb)
        {
            var what = story.ObjectOf(verb);
            var word = story.Text.Words[verb];
            var work = Makes.Holds(word) ? story.Find(Works, what) : Checks.Holds(word) ? Inside(story, what) : -1;
            if (work >= 0)
            {
                return new WordRange(verb, work + 1);
            }
        }

        return Maker(story) is null ? null : MakersWork(story);
    }

    /// <summary>
    /// The words for the product where one of those who make it says what it shall do ("I want the system to …"): they speak for somebody else. Null
    /// where they do not; "I want a service that …" may be what a developer buys.
    /// </summary>
    public static WordRange? Product(Story story)
    {
        if (Maker(story) is null)
        {
            return null;
        }

        var first = story.Verb is { } verb && Have.Holds(story.Text.Words[verb]) ? verb + 1 : story.Want.First;
        if (first >= story.Want.End || (story.Verb is not null && first == story.Want.First) || SomethingOf.Holds(story.Text.Words[first]))
        {
            return null;
        }

        var thing = story.Find(Things, new WordRange(first, Math.Min(first + FirstWords, story.Want.End)));
        return thing < 0 ? null : new WordRange(first, thing + 1);
    }

    // Of somebody who makes software, the verb or a part of software is enough.
    private static WordRange? MakersWork(Story story)
    {
        if (story.Verb is { } verb && MakerVerbs.Holds(story.Text.Words[verb]))
        {
            var end = Math.Clamp(story.ObjectOf(verb).End, verb + FewestWords, verb + MostWords);
            return new WordRange(verb, Math.Min(end, story.Want.End));
        }

        var part = Inside(story, story.Want) is var inside and >= 0 ? inside : story.Find(Wholes, story.Want);
        return part < 0 ? null : new WordRange(Math.Max(story.Want.First, part - WordsBefore), part + 1);
    }

    private static int Inside(Story story, WordRange range) => story.Find(Internals, range) is var inside and >= 0 ? inside : story.Find(Merits, range);
}
