using System.Text.Json.Nodes;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>A Product Owner's sixteen duties: what the data say of each, and how that could mislead. For whoever wants to go through them once in a while.</summary>
internal sealed class DutiesInWords : ReportPart
{
    public override string Id => "duties";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var duties = report.Health.Duties;
        if (!duties.Known.Any())
        {
            yield break;
        }

        yield return new Heading($"The data tell something of {duties.Known.Count():##} of a Product Owner's {duties.Duties.Length:##} duties");
        yield return new Paragraph(
            report.Before is { } before
                ? (Sentence)$"None of these numbers is a target; what changed since {before} stands behind them. The command `backlog-health duties` also says what each rests on, and which are not available."
                : $"None of these numbers is a target. The command `backlog-health duties` also says what each rests on, and which are not available.",
            Tone.Note);
        yield return new Details($"Sixteen duties, each with its measure",
        [
            Table.Of([new($"Duty"), new($"What the data say"), new($"How that could mislead", ColumnKind.Named)], duties.Duties.Select(d => new[] { Title(d), Told(d), d.Duty.IsMeasured ? (Sentence)$"{d.Duty.Trap} {d.Duty.Avoided}" : $"{d.Duty.Trap}" })),
        ]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["duties"] = new JsonArray([.. report.Health.Duties.Duties.Select(d => new JsonObject
        {
            ["id"] = d.Duty.Id,
            ["name"] = d.Duty.Name.ToString(),
            ["measures"] = new JsonArray([.. d.Measures.Select(m => new JsonObject
            {
                ["id"] = m.Id, ["name"] = m.Name.ToString(), ["value"] = m.Value, ["unit"] = m.Unit.Name, ["count"] = m.Count, ["n"] = m.N, ["of"] = m.Of, ["reason"] = m.Reason?.ToString(), ["trend"] = m.Trend,
            })]),
        })]),
    };

    private static Sentence Title(MeasuredDuty duty) => $"{duty.Duty.Id} **{duty.Duty.Name:^}**";

    private static Sentence Told(MeasuredDuty duty) =>
        !duty.Duty.IsMeasured ? (Sentence)$"{duty.Duty.Avoided}"
        : duty.Headline.Available ? Sentence.Join(duty.Measures.Where(m => m.Available).Select(Told))
        : $"Not available. {Sentence.Join(duty.NotAvailable.Select(n => (Sentence)$"{n.Reason}"))}";

    private static Sentence Told(DutyMeasure measure) => measure.HasMoved
        ? (Sentence)$"{measure.Name:^}: **{measure.Said}**, {measure.Moved}."
        : $"{measure.Name:^}: **{measure.Said}**.";
}
