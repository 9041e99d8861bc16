using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>
/// Tells goals that are joined so plainly that each could be an item. In the wish of a user story only operations count ("create a voucher and send
/// it"): stories say more about their wish than titles do, and other verbs in it tell as often how one wish is met. Verbs that stand last in their
/// clause ("bewerten und weiterempfehlen") leave no such doubt. In titles two sides of one change are one goal; sentences of a description outside of the
/// story tell how it is met.
/// </summary>
internal static class JoinedGoals
{
    private static readonly WordList Operations = WordList.Named("operations");

    /// <summary>True where the joined verbs of a clause are goals of their own.</summary>
    public static bool ArePlain(ItemReading item, Clause clause, List<int> verbs) =>
        verbs.Count > 1 && (IsOfStory(clause, item.Story)
            ? item.Language.VerbsStandLast || verbs.TrueForAll(v => item.Language.Holds(Operations, item.Language.VerbOf(clause.Text.Words[v])))
            : ReferenceEquals(clause.Text, item.Title) && !OneChange.Is(clause, verbs, item.Language));

    private static bool IsOfStory(Clause clause, Story? story) =>
        story is { Role.IsEmpty: false } && ReferenceEquals(clause.Text, story.Text) && clause.First >= story.Role.First && clause.First < story.Want.End;
}
