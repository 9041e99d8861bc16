using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What is likely to befall items once they are begun, as columns of a table and as what they rest on. Nothing where no model of the team's own is shown.</summary>
internal static class LaterChances
{
    private static readonly (Func<ItemChances, OutcomeChance?> Of, Sentence Name, Func<SkillFigure, Sentence> Rests)[] All =
    [
        (c => c.Rework, $"Changed or asked about later", ReworkRests),
        (c => c.Risk, $"Takes long", RiskRests),
    ];

    /// <summary>The columns that at least one of the items has a chance for.</summary>
    public static IEnumerable<(Column Column, Func<BacklogItem, Sentence> Cell)> Columns(IReadOnlyCollection<BacklogItem> items) =>
        All.Where(a => items.Any(i => Chance(i, a.Of) is not null)).Select(a => (new Column(a.Name, ColumnKind.Number), (Func<BacklogItem, Sentence>)(i => Chance(i, a.Of) is { } chance ? ReliabilityDiagram.Whole(chance.Chance) : Sentence.None)));

    /// <summary>What the columns mean and rest on.</summary>
    public static IEnumerable<Paragraph> Notes(IReadOnlyCollection<BacklogItem> items) =>
        All.Select(a => new { a.Rests, First = items.Select(i => Chance(i, a.Of)).FirstOrDefault(c => c is not null) }).Where(a => a.First is not null)
            .Select(a => new Paragraph(a.Rests(a.First!.Evidence.Skill), Tone.Note));

    private static OutcomeChance? Chance(BacklogItem item, Func<ItemChances, OutcomeChance?> which) => item.Chances is { } chances ? which(chances) : null;

    private static Sentence ReworkRests(SkillFigure skill) =>
        $"“Changed or asked about later”: of 100 items begun as this one stands, so many are changed, asked about or sent back before they are finished. Learned from the team's own items; of two later ones it picked the right one {Share.OfHundred(skill.Value)} times of 100 (AUC {skill.Value:0.00}, n = {skill.Items}; luck would be 50 times).";

    private static Sentence RiskRests(SkillFigure skill) =>
        $"“Takes long”: of 100 items begun as this one stands, so many stay in progress for longer than 85 of 100 items of the team. Learned from the team's own items; of two later ones it picked the right one {Share.OfHundred(skill.Value)} times of 100 (AUC {skill.Value:0.00}, n = {skill.Items}; luck would be 50 times).";
}
