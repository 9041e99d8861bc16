using BacklogHealth.Core.Health;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How large items are likely to be among those of the team, by what their texts say: a column of a table, and what it rests on. Nothing where no model is shown.</summary>
internal static class LikelySizes
{
    /// <summary>The column, where at least one of the items has such a size.</summary>
    public static IEnumerable<(Column Column, Func<BacklogItem, Sentence> Cell)> Columns(IReadOnlyCollection<BacklogItem> items) =>
        items.Any(i => i.Score.ExpectedSize is not null)
            ? [(new Column($"Likely larger than", ColumnKind.Number), i => i.Score.ExpectedSize is { } size ? ReliabilityDiagram.Whole(size.Expected) : Sentence.None)]
            : [];

    /// <summary>What the column means and rests on.</summary>
    public static IEnumerable<Paragraph> Notes(IReadOnlyCollection<BacklogItem> items) =>
        items.Select(i => i.Score.ExpectedSize).FirstOrDefault(s => s is not null) is { } size ? [new Paragraph(Rests(size.Evidence), Tone.Note)] : [];

    private static Sentence Rests(ModelEvidence evidence) => evidence.Source == ModelSource.Public
        ? (Sentence)$"“Likely larger than”: so many of 100 of the team's items are likely to be smaller, by what the text says. Learned from public projects; in others, the order by text and the order by estimate agreed with a rank correlation of {evidence.Skill.Value:0.00} (1 is the same order, 0 is luck). A hint for talking about size, no estimate."
        : $"“Likely larger than”: so many of 100 of the team's items are likely to be smaller, by what the text says. Learned from the team's own items, too; of {evidence.Skill.Items} later ones, the order by text and the order by estimate agreed with a rank correlation of {evidence.Skill.Value:0.00} (1 is the same order, 0 is luck). A hint for talking about size, no estimate.";
}
