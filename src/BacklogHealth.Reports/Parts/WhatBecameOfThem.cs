using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What became of the items that were pointed out a week before; nothing where none was.</summary>
internal sealed class WhatBecameOfThem : ReportPart
{
    public override string Id => "follow-up";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.Health.FollowUp is not { } follow)
        {
            yield break;
        }

        yield return new Heading($"{follow.Said}");
        yield return Table.Of(
            [new($"Item", ColumnKind.Key), new($"Title"), new($"What became of it")],
            follow.Items.Take(report.Options.MostItemsInGroup).Select(i => new[] { report.Key(i.Key), ReportContext.TitleOf(i.Title), Became(i) }));
        if (follow.Of > report.Options.MostItemsInGroup)
        {
            yield return new Paragraph($"And {follow.Of - report.Options.MostItemsInGroup} more; `backlog-health ready --json` lists them all.", Tone.Note);
        }
    }

    public override JsonObject? Numbers(ReportContext report) => report.Health.FollowUp is not { } follow ? null : new()
    {
        ["of"] = follow.Of,
        ["items"] = new JsonArray([.. follow.Items.Select(i => new JsonObject
        {
            ["key"] = i.Key, ["became"] = i.Became.ToString().ToLowerInvariant(), ["missing"] = new JsonArray([.. i.Missing.Select(m => (JsonNode?)m)]),
        })]),
    };

    private static Sentence Became(FollowedItem item) => item.Became switch
    {
        FollowedAs.Mended => $"ready now",
        FollowedAs.Pulled => $"begun without: {Names(item)}",
        FollowedAs.Open => $"still lacks: {Names(item)}",
        FollowedAs.Finished => $"finished",
        _ => $"taken out of the backlog",
    };

    // Names of what is missing may hold an "and" of their own.
    private static Sentence Names(FollowedItem item) => Sentence.JoinBy(", ", item.Missing.Select(Sentence.Data));
}
