using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>The verbs of what is wanted, in either word order: several where they are joined, else the one that the clause is about.</summary>
internal static class ClauseVerbs
{
    /// <summary>Indexes of the verbs, in order; none where a clause in German has none.</summary>
    public static List<int> In(Clause clause, LanguageWords language)
    {
        var (text, first, end) = clause;
        if (!language.VerbsStandLast)
        {
            var joined = JoinedVerbs.In(text, first, end, language);
            return joined.Count > 1 ? joined : [first];
        }

        var nouns = NounsOfVerbs.In(text, first, end, language);
        return nouns.Count > 0 ? nouns : ClosingVerbs.In(text, first, end, language);
    }
}
