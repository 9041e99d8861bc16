using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports;

/// <summary>Whom a report is for.</summary>
public enum Audience
{
    /// <summary>One page for Monday morning: three answers, at most ten items, what changed.</summary>
    ProductOwner,

    /// <summary>Before planning: which of the next items are not ready, and what is stuck.</summary>
    Coach,

    /// <summary>What will be there when, how sure that is, and what is not known.</summary>
    Stakeholder,
}

/// <summary>The names under which the command line and file names know the audiences.</summary>
public static class Audiences
{
    /// <summary>All audiences, in the order in which reports are made.</summary>
    public static IReadOnlyList<Audience> All { get; } = [Audience.ProductOwner, Audience.Coach, Audience.Stakeholder];

    /// <summary><c>product-owner</c>, <c>coach</c> or <c>stakeholder</c>.</summary>
    public static string NameOf(Audience audience) => audience switch
    {
        Audience.ProductOwner => "product-owner",
        Audience.Coach => "coach",
        Audience.Stakeholder => "stakeholder",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, "no such audience"),
    };

    /// <summary>The audience of a name; null where there is none.</summary>
    public static Audience? Find(string name) => All.Where(a => NameOf(a) == name).Select(a => (Audience?)a).FirstOrDefault();
}

/// <summary>The names under which the command line and file names know the reports that are for more than one audience.</summary>
public static class ReportNames
{
    /// <summary>The backlog of a team on one page.</summary>
    public const string StoryMap = "story-map";

    /// <summary>What can be told from a team's own items and what cannot.</summary>
    public const string WhatWeCanTell = "what-we-can-tell";

    /// <summary>Several teams in one report.</summary>
    public const string Portfolio = "portfolio";
}

/// <summary>What a stakeholder's report may show of single things in the tracker. Deliveries bear the names that settings give them in each scope, and nobody's report names a person.</summary>
public enum StakeholderScope
{
    /// <summary>Numbers and days alone: no title and no name from the tracker.</summary>
    Aggregates,

    /// <summary>Names of large pieces of work and of releases, too.</summary>
    Goals,

    /// <summary>Also what is left of each delivery, item by item.</summary>
    Items,
}

/// <summary>A finding in the reader's words.</summary>
/// <param name="Message">What was seen.</param>
/// <param name="Question">One open question about it.</param>
/// <param name="Missing">Short name of what is missing, for example "acceptance criteria"; empty where nothing is.</param>
public readonly record struct FindingWords(string Message, string Question, string Missing);

/// <summary>What may be chosen about a report.</summary>
public sealed record ReportOptions
{
    /// <summary>Weeks of history that charts show, 4 to 104.</summary>
    public int Weeks { get; init; } = 26;

    /// <summary>Most items that a list of findings names, 1 to 50.</summary>
    public int MostItems { get; init; } = 10;

    /// <summary>Most items that a list for planning names in each group, 1 to 100.</summary>
    public int MostItemsInGroup { get; init; } = 12;

    /// <summary>What a stakeholder's report may show of single things in the tracker.</summary>
    public StakeholderScope StakeholdersSee { get; init; } = StakeholderScope.Goals;
}

/// <summary>All that a report is made from. The same input gives the same bytes.</summary>
/// <param name="Health">What is known of the team.</param>
/// <param name="Words">Renders a finding in the report's language.</param>
/// <param name="Options">What may be chosen.</param>
public sealed record ReportInput(TeamHealth Health, Func<Finding, FindingWords> Words, ReportOptions Options)
{
    private readonly Lock _gate = new();
    private SharedByReports? _shared;

    /// <summary>What its reports share. A copy with another team's health has its own.</summary>
    internal SharedByReports Shared
    {
        get
        {
            lock (_gate)
            {
                return _shared is { } known && known.IsOf(Health, Options.Weeks) ? known : _shared = new SharedByReports(Health, Options.Weeks);
            }
        }
    }
}
