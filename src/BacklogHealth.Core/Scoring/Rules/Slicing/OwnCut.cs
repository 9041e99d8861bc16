using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>Cuts that an item's own words give: what the rules that look for one kind of them propose, and those that only see that it is too much.</summary>
internal static class OwnCut
{
    /// <summary>The first cut that the words give: by operations, by steps, by roles; null where they give none.</summary>
    public static Cut? Of(ItemReading item) => ByOperations(item) ?? BySteps(StepReader.In(item).Steps) ?? ByRoles(RoleReader.In(item));

    /// <summary>Each of some joined verbs with what follows it up to the next one: "create", "edit", "share vouchers".</summary>
    public static Cut? ByOperations(Clause clause, List<int> verbs) =>
        Pieces.Cut(SplitPatterns.Operations, verbs.Select((v, i) => Pieces.Of(clause.Text, v, i + 1 < verbs.Count ? verbs[i + 1] : clause.End)));

    /// <summary>The operations that title and wish join.</summary>
    public static Cut? ByOperations(ItemReading item)
    {
        foreach (var clause in item.Clauses)
        {
            if (JoinedVerbs.In(clause.Text, clause.First, clause.End, item.Language) is { Count: > 1 } verbs)
            {
                return ByOperations(clause, verbs);
            }
        }

        return null;
    }

    /// <summary>Steps of which each can be named; a single word names none.</summary>
    public static Cut? BySteps(List<Clause> steps) => Pieces.Cut(SplitPatterns.Steps, steps.Select(s => s.End - s.First > 1 ? Pieces.Of(s.Text, s.First, s.End) : null));

    /// <summary>One role after the other.</summary>
    public static Cut? ByRoles(List<NamedRole> roles) => Pieces.Cut(SplitPatterns.Roles, roles.Select(r => Pieces.Of(r.Text, r.First, r.End)));

    /// <summary>Members of a list, one after the other.</summary>
    public static Cut? ByMembers(string pattern, IEnumerable<Evidence> members) => Pieces.Cut(pattern, members.Select(m => m.Text));
}
