using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>
/// "It", "they" and "this" point to something that stands before them, and "as discussed" to a place where it can be read. A text may open
/// with "this" and mean its title; below a heading it points to nothing.
/// </summary>
internal sealed class SayWhatItRefersTo : ItemRule
{
    private static readonly WordList One = WordList.Named("pronounsForOne");
    private static readonly WordList Many = WordList.Named("pronounsForMany");

    // A verb or the like: "this fails" points to something, "this page" names it.
    private static readonly WordList BehindPronouns = WordList.Named("behindPronouns");

    // "It is possible to", "this ticket", "that means": they point to nothing, or to what was just said.
    private static readonly WordList Expletives = WordList.Named("expletives");
    private static readonly WordList Elsewhere = WordList.Named("saidElsewhere");

    // "as discussed in the design document" says where.
    private static readonly WordList LeadsOn = WordList.Named("leadsOn");
    private static readonly WordList NotSeveral = WordList.Named("notSeveral");
    private static readonly WordList Several = WordList.Named("several");

    public override string Id => "CL012";

    public override Criterion Criterion => Criterion.Unambiguous;

    public override string Title => "Say what it refers to";

    public override string Rationale => "Who writes “it” has a picture in mind; each reader fills in another one, and nobody notices until it is built.";

    public override Source Source => new("Requirements smells: ambiguous pronouns", "Frattini et al. 2023 find a strong effect on those who work with them; ours asks only where nothing stands near that is meant");

    public override Reading? Reading { get; } = new(14, 10, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 8;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("what it points to stands before it", "Scan return labels", "The scanner beeps when a label is torn. It must stay silent."),
        new("the title", "Refuse used vouchers", "This is needed before the winter sale."),
        new("it points to nothing", "Refuse used vouchers", "Background:\nIt is possible to use a voucher twice."),
        new("said where it can be read", "Print the packing list", "As discussed in PRT-12, the shelf is printed."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nothing stands before it", "Scan return labels", "Goal:\nIt beeps twice."),
        new("several, and none named", "Print the packing list", "They must be printed in the order of the way."),
        new("said elsewhere", "Print the packing list", "As discussed, the shelf is printed."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.Bug;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var text = item.Description;
        List<Evidence>? hits = null;
        var said = Elsewhere.IsIn(text) && InElsewhere(text, ref hits);
        if (One.IsIn(text) || Many.IsIn(text))
        {
            InSentences(item, text, ref hits);
        }

        return hits is null ? [] : [Found(hits.OrderBy(h => h.Start), null, ("for", said && hits.Count == 1 ? "elsewhere" : "pronoun"))];
    }

    private static void InSentences(ItemReading item, TextReading text, ref List<Evidence>? hits)
    {
        var line = 0;
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var sentence = text.Sentences[s];
            var first = sentence.FirstWord;
            if (sentence.WordCount < 3 || !(Many.Holds(text.Words[first]) || One.Holds(text.Words[first])) || !IsSubject(text, sentence))
            {
                continue;
            }

            while (line + 1 < text.Lines.Length && text.Lines[line + 1].FirstWord <= first && text.Lines[line + 1].Start <= text.Words[first].Start)
            {
                line++;
            }

            if (Many.Holds(text.Words[first]) ? !NamesSeveral(item, text, s) : NothingBefore(text, line, sentence))
            {
                (hits ??= []).Add(text.WordsAsEvidence(first, 1));
            }
        }
    }

    // The pronoun is the subject of its sentence.
    private static bool IsSubject(TextReading text, Sentence sentence) =>
        Expletives.At(text.Words, sentence.FirstWord) == 0 && text.Words[sentence.FirstWord + 1].Joined && BehindPronouns.At(text.Words, sentence.FirstWord + 1) > 0;

    // The sentence stands right below a heading: what it speaks of is a section away.
    private static bool NothingBefore(TextReading text, int line, Sentence sentence) =>
        line > 0 && text.Lines[line].FirstWord == sentence.FirstWord && text.Lines[line - 1].Kind is LineKind.Heading;

    private static bool NamesSeveral(ItemReading item, TextReading text, int s)
    {
        var from = s >= 2 ? text.Sentences[s - 2].FirstWord : 0;
        return HoldsSeveral(text, from, text.Sentences[s].FirstWord, item.Language) || (s < 2 && HoldsSeveral(item.Title, 0, item.Title.Words.Length, item.Language));
    }

    // A word in the plural, by its ending or by a list, or two things joined; what is blanked may be several.
    private static bool HoldsSeveral(TextReading text, int from, int end, LanguageWords language)
    {
        for (var i = from; i < end; i++)
        {
            if (Several.At(text.Words, i) > 0 || (language.MayBeSeveral(text.Words[i].Lower) && !NotSeveral.Holds(text.Words[i])))
            {
                return true;
            }
        }

        return from < end && text.Prose[text.Words[from].Start..text.Words[end - 1].End].Contains(Prose.Blank);
    }

    private static bool InElsewhere(TextReading text, ref List<Evidence>? hits)
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            var length = Elsewhere.At(text.Words, i);
            if (length == 0)
            {
                continue;
            }

            if (LeadsOn.Holds(text.Words[Math.Min(i + length, text.Words.Length - 1)]))
            {
                continue;
            }

            var sentence = text.SentenceOf(i);
            if (!Leads(text, sentence))
            {
                (hits ??= []).Add(text.WordsAsEvidence(i, length));
                return true;
            }

            // The lead is that of the whole sentence.
            i = sentence.EndWord - 1;
        }

        return false;
    }

    // A link or the key of an item.
    private static bool Leads(TextReading text, Sentence sentence)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            var lower = text.Words[i].Lower;
            if (char.IsAsciiDigit(lower[^1]) && lower.Contains('-', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return text.Prose[sentence.Start..sentence.End].Contains(Prose.Blank);
    }
}
