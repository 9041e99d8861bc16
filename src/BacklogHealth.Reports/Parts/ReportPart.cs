using System.Text.Json.Nodes;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>One part of a report: sentences, tables and pictures on one question. A part that has nothing true to say gives no blocks.</summary>
/// <typeparam name="TContext">What all parts of that report share.</typeparam>
internal abstract class ReportPart<TContext>
{
    /// <summary>Name in JSON and in links.</summary>
    public abstract string Id { get; }

    /// <summary>What it says, in order.</summary>
    public abstract IEnumerable<Block> Blocks(TContext report);

    /// <summary>The numbers behind its sentences; null where its tables and figures hold them all.</summary>
    public virtual JsonObject? Numbers(TContext report) => null;
}

/// <summary>A part of a report on one team.</summary>
internal abstract class ReportPart : ReportPart<ReportContext>;

/// <summary>A part of a report on several teams.</summary>
internal abstract class PortfolioPart : ReportPart<PortfolioContext>;
