using System.Text.Json.Nodes;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>One part of a report: sentences, tables and pictures on one question. A part that has nothing true to say gives no blocks.</summary>
internal abstract class ReportPart
{
    /// <summary>Name in JSON and in links.</summary>
    public abstract string Id { get; }

    /// <summary>What it says, in order.</summary>
    public abstract IEnumerable<Block> Blocks(ReportContext report);

    /// <summary>The numbers behind its sentences; null where its tables and figures hold them all.</summary>
    public virtual JsonObject? Numbers(ReportContext report) => null;
}
