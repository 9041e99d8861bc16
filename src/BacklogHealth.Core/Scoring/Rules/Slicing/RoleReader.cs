using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>One role that a wish names.</summary>
internal sealed record NamedRole(TextReading Text, int First, int End)
{
    /// <summary>The role's words.</summary>
    public Evidence Evidence => Text.WordsAsEvidence(First, End - First);
}

/// <summary>Finds who wishes: what stands between "As a" and "I want to", taken apart where several roles are joined there.</summary>
internal static class RoleReader
{
    private const int MostWords = 14;
    private static readonly WordList AsRole = WordList.Named("roleOpens");
    private static readonly WordList Wants = WordList.Named("wants");

    // What follows a role and is none of its words: "who has an account", "I".
    private static readonly WordList RoleEnds = WordList.Named("roleEnds");
    private static readonly WordList Roles = WordList.Named("roles");
    private static readonly WordList Joins = WordList.Named("joins");
    private static readonly WordList Determiners = WordList.Named("determiners");

    /// <summary>The different roles of all wishes in title and description, as first written.</summary>
    public static List<NamedRole> In(ItemReading item)
    {
        var roles = new List<NamedRole>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in item.Fields)
        {
            if (!AsRole.IsIn(text) || !Wants.IsIn(text))
            {
                continue;
            }

            foreach (var sentence in text.Sentences)
            {
                roles.AddRange(Of(text, sentence).Where(r => known.Add(Key(r, item.Language))));
            }
        }

        return roles;
    }

    private static List<NamedRole> Of(TextReading text, Sentence sentence)
    {
        var first = sentence.FirstWord + AsRole.At(text.Words, sentence.FirstWord);
        var end = Math.Min(sentence.EndWord, first + MostWords);
        if (first == sentence.FirstWord || Wants.First(text.Words, first, end) <= first)
        {
            return [];
        }

        var ends = RoleEnds.First(text.Words, first, end);
        return ends > first ? Apart(text, first, ends) : [];
    }

    // "a buyer or clerk": each part must itself be a role; else it is one role with a long name ("research and development manager").
    private static List<NamedRole> Apart(TextReading text, int first, int end)
    {
        var parts = new List<NamedRole>();
        var start = first;
        for (var i = first; i <= end; i++)
        {
            var join = i < end ? Joins.At(text.Words, i) : 0;
            if (i < end && join == 0 && (i == start || !Parted(text, i)))
            {
                continue;
            }

            if (i > start)
            {
                parts.Add(Bare(text, start, i));
            }

            start = i + join;
        }

        return parts.Count > 1 && parts.TrueForAll(p => IsRole(text, p)) ? parts : [Bare(text, first, end)];
    }

    private static bool Parted(TextReading text, int i) => text.Prose[text.Words[i - 1].End..text.Words[i].Start].Trim() is "," or "/" or "&";

    private static NamedRole Bare(TextReading text, int first, int end) => new(text, end - first > 1 && Determiners.Holds(text.Words[first]) ? first + 1 : first, end);

    private static bool IsRole(TextReading text, NamedRole part)
    {
        for (var i = Math.Max(part.First, part.End - 2); i < part.End; i++)
        {
            if (i + Roles.At(text.Words, i) == part.End && Roles.At(text.Words, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string Key(NamedRole role, LanguageWords language) =>
        string.Join(' ', Enumerable.Range(role.First, role.End - role.First).Select(i => language.Canonical(role.Text.Words[i])));
}
