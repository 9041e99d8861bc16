using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What all parts of one report share.</summary>
internal sealed class ReportContext(ReportInput input, Audience audience, string? name = null)
{
    public Audience Audience { get; } = audience;

    /// <summary>What the command line, file names and JSON call the report: after its audience, unless it has a name of its own.</summary>
    public string Name { get; } = name ?? Audiences.NameOf(audience);

    public TeamHealth Health { get; } = input.Health;

    public ReportOptions Options { get; } = input.Options;

    /// <summary>What the other reports on the team show, too.</summary>
    public SharedByReports Shared { get; } = input.Shared;

    public NumbersOf Numbers => Shared.Numbers;

    public DateOnly Today => Health.Today;

    /// <summary>Says sentences in the report's language.</summary>
    public Voice Voice => Shared.Voice;

    /// <summary>The three answers with the rule behind each state word.</summary>
    public ThreeAnswers Answers { get; } = ThreeAnswers.Of(input.Health);

    /// <summary>The items likely to be pulled next, in backlog order.</summary>
    public IReadOnlyList<BacklogItem> Next => Answers.First.Next;

    /// <summary>Of these, the ones that are not ready.</summary>
    public IReadOnlyList<BacklogItem> NotReady => Answers.First.NotReady;

    /// <summary>The day that the report compares with; null where there is none.</summary>
    public DateOnly? Before => Health.LastWeek is { } week ? Health.Calendar.DayOf(week.AsOf) : null;

    /// <summary>How forecasts of four weeks would have held at past points; null where the history is too short to look back.</summary>
    public BacktestRecord? FourWeeksBack => Health.Backtest.Value.FirstOrDefault(r => r.Days == 28);

    /// <summary>An instant as the team's calendar and clock show it, for example "23 November 2026, 07:00".</summary>
    public Sentence Instant(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Health.Calendar.Zone);
        return $"{DateOnly.FromDateTime(local.DateTime):full}, {Say.Text($"{local:HH:mm}")}";
    }

    /// <summary>True where the items come from files: nobody listed how many there are.</summary>
    public bool FromFile => Health.Data.FromFile;

    /// <summary>True where the reader may also be who runs the pulls: addresses, settings and commands are for nobody else.</summary>
    public bool TellsOperator => Audience != Audience.Stakeholder;

    /// <summary>True where titles and names from the tracker may be told: always to the team itself, to a stakeholder by the scope of the settings.</summary>
    public bool TellsNames => Audience != Audience.Stakeholder || Options.StakeholdersSee != StakeholderScope.Aggregates;

    /// <summary>True where a stakeholder may see single items.</summary>
    public bool TellsStakeholdersItems => Audience == Audience.Stakeholder && Options.StakeholdersSee == StakeholderScope.Items;

    /// <summary>True where a file gave nothing but the days on which items were finished: each was finished when it came to be known, and none is open.</summary>
    public bool OnlyFinishDates => FromFile && Health.Open.IsEmpty && !Health.Flow.IsEmpty && Health.Flow.All(f => f.Started is null && f.Finished == f.Item.Created);

    /// <summary>Open items, epics and sub-tasks left out.</summary>
    public int OpenItems => Health.Open.Count(o => Counted.Is(o.Item.Kind));

    /// <summary>How much of all there is to know was read, on whatever day it lies.</summary>
    public Sentence HowComplete() => Health.Data switch
    {
        { Complete: true } when FromFile => $"{Health.Data.Stored:no item|the one item|all # items} of the file read",
        { OldButWhole: true } data => $"{data.Stored:no items|# item|# items}, read {Instant(data.ProvenAt!.Value)}",
        { InTracker: { } all, Complete: true } data => $"{data.Stored} of {all:# item|# items}, complete",
        { InTracker: { } all } data => $"{data.Stored} of {all:# item|# items}, incomplete",
        { Complete: true } data => $"{data.Stored:no items|# item|# items}, complete",
        var data => $"{data.Stored:no items|# item|# items}, incomplete",
    };

    public FindingWords Words(Finding finding) => input.Words(finding);

    /// <summary>An item's key, leading to its page where the tracker has one.</summary>
    public Run Key(string key) => new(key, Emphasis.None, Link(key));

    /// <summary>"author", leading to where the tracker tells who that is, so that a coach can ask; no words at all where it does not.</summary>
    public Sentence Author(BacklogItem item) =>
        item.Item.AuthorId is { } author && Web(Health.AuthorUrl?.Replace("{author}", Uri.EscapeDataString(author), StringComparison.Ordinal), item.Item.Key) is { } link
            ? new Marked($"author", Link: link)
            : Sentence.None;

    /// <summary>The findings of an item that count, heaviest first.</summary>
    public static IReadOnlyList<Finding> Heaviest(BacklogItem item) =>
        [.. item.Score.Findings.Where(f => f.Severity != Severity.Info).OrderByDescending(f => f.Severity).ThenByDescending(f => f.Points)];

    /// <summary>An item's title, at a length that a table bears.</summary>
    public static Sentence TitleOf(string title) => Sentence.Data(Say.Short(title, 140));

    /// <summary>"And 5 more.", for a list that was cut.</summary>
    public static Paragraph More(int items) => new($"And {items} more.", Tone.Note);

    private string? Link(string key) => Web(Health.BrowseUrl, key);

    // Only web addresses become links: a setting must not smuggle in a script.
    private static string? Web(string? address, string key)
    {
        var url = address?.Replace("{key}", Uri.EscapeDataString(key), StringComparison.Ordinal);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
    }
}
