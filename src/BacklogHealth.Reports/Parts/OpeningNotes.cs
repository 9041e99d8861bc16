using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a reader must know before the first number: data that are incomplete, a past day, a backlog without an order.</summary>
internal sealed class OpeningNotes : ReportPart
{
    public override string Id => "notes";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var health = report.Health;
        if (!health.Data.Complete)
        {
            var known = health.Data.InTracker is { } all ? Say.Of(health.Data.Stored, all, "item") : Say.Count(health.Data.Stored, "item");
            var since = health.Data.ProvenAt is { } proven ? $" They were last proven whole on {report.Instant(proven)}." : "";
            yield return new Paragraph(Line.Of(Line.Strong("These data are incomplete"), $": {known} could be read, and what is missing may change what follows.{since} {string.Join(' ', health.Data.Problems)}"), Tone.Banner);
        }

        if (report.OnlyFinishDates)
        {
            yield return new Paragraph("The file gives the days on which items were finished, and nothing else. What is open, clear, ready or getting old is not known; how much to expect is.", Tone.Banner);
        }

        if (!health.Ordered && report.Audience != Audience.Stakeholder && report.Next.Count > 0)
        {
            yield return new Paragraph($"The {(report.FromFile ? "file" : "tracker")} keeps no order for this backlog, so “next” means: created first.", Tone.Note);
        }
    }
}
