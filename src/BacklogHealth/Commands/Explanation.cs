using System.Globalization;
using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Json;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary>One item explained: what was read, what was found in it, how the numbers add up, and how long it is likely to take.</summary>
internal sealed class Explanation(WorkItem item, ItemScore score, ItemOutlook? outlook, Stored stored, DateTimeOffset asOf)
{
    private readonly Readiness _ready = ForecastStep.ReadyOf(stored.Team).Of(
        WorkItemSummary.Of(item), score, stored.Team.Words.Missing);

    private readonly SizeReasons? _size = score.ExpectedSize is null ? null : ScoreStep.Sizes(stored, asOf)?.ReasonsOf(item);

    // What is begun has its start behind it.
    private readonly ItemChances? _chances = ScoreStep.Rules(stored, asOf).StateOf(item) == WorkItemState.NotStarted ? ScoreStep.Chances(stored, asOf)?.Of(item, withParts: true) : null;

    private string? Url => stored.Place.BrowseUrl?.Replace("{key}", item.Key, StringComparison.Ordinal);

    /// <summary>As JSON.</summary>
    public ExplainJson ToJson() => new(
        "backlog-health/explain/1", item.Key, item.Title, item.Type, item.OriginalState, Url, ScoreJson.From(score, _ready, stored.Team.Words),
        ScoreExplanation.Of(score, RuleBook.All), _ready.Missing,
        [.. score.Findings.Select(f => f.RuleId).Distinct(StringComparer.Ordinal).Select(id => RuleCatalogue.Of(RuleBook.All.Find(id)!))],
        Texts(), item.ReadingNotes, [.. History()], ItemOutlookJson.Of(outlook))
    {
        SizeReasons = SizeReasonsJson.Of(_size),
        Rework = ChanceJson.Of(_chances?.Rework),
        Risk = ChanceJson.Of(_chances?.Risk),
    };

    /// <summary>For people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{item.Key}  {item.Title}";
        yield return $"{item.Type}, {item.OriginalState}{(Url is null ? "" : $", {Url}")}";
        yield return "";
        yield return score.NotScoredBecause is { } why ? $"not scored: {why}" : $"clarity {score.Clarity}, slicing {score.Slicing}, {(_ready.IsReady ? "ready" : $"not ready: {string.Join(", ", _ready.Missing)}")}";
        foreach (var finding in score.Findings)
        {
            foreach (var line in Of(finding))
            {
                yield return line;
            }
        }

        foreach (var (finding, mute) in score.Muted)
        {
            yield return "";
            yield return $"{finding.RuleId}  {stored.Team.Words.Message(finding)}  (muted{(mute.Reason.Length == 0 ? "" : $": {mute.Reason}")}{(mute.Until is { } until ? string.Create(CultureInfo.InvariantCulture, $", until {until:yyyy-MM-dd}") : "")})";
        }

        yield return "";
        foreach (var account in ScoreExplanation.Of(score, RuleBook.All))
        {
            yield return AddsUp(account);
        }

        if (score.ExpectedSize is { } size)
        {
            yield return "";
            foreach (var line in SizeWords.Of(size, _size))
            {
                yield return line;
            }
        }

        if (_chances is not null)
        {
            yield return "";
            foreach (var line in ChanceWords.Of(_chances))
            {
                yield return line;
            }
        }

        if (outlook is not null)
        {
            yield return "";
            yield return "how long it takes:";
            foreach (var line in ItemOutlookWords.Of(outlook, item.Kind))
            {
                yield return $"  {line}";
            }
        }

        foreach (var (field, text) in Texts().Where(t => t.Key != "title"))
        {
            yield return "";
            yield return $"{field}, as it was read:";
            foreach (var line in text.Split('\n'))
            {
                yield return $"  | {line}";
            }
        }

        if (!item.ReadingNotes.IsEmpty)
        {
            yield return "";
            yield return "not kept as the tracker gave it:";
            foreach (var note in item.ReadingNotes)
            {
                yield return $"  {note}";
            }
        }

        yield return "";
        yield return "history:";
        foreach (var line in History())
        {
            yield return $"  {line}";
        }
    }

    private IEnumerable<string> Of(Finding finding)
    {
        var rule = RuleBook.All.Find(finding.RuleId)!;
        var words = stored.Team.Words;
        yield return "";
        yield return $"{finding.RuleId}  {words.Message(finding)}  ({(finding.Severity == Severity.Info ? "a hint, no points" : string.Create(CultureInfo.InvariantCulture, $"{finding.Points} points of {finding.Feeds.ToString().ToLowerInvariant()}"))})";
        foreach (var evidence in finding.Evidence.Where(e => e.Length > 0))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"       {evidence.Field} {evidence.Start}+{evidence.Length}: \"{evidence.Text.ReplaceLineEndings(" ")}\"");
        }

        yield return $"       ask: {words.Question(finding)}";
        yield return $"       why: {rule.Rationale} Source: {rule.Source.Name}, {rule.Source.Note}.";
    }

    // "clarity 50 = 60 (start, in the middle) + 10 (gives its reason) − 20 (CL004)"
    private static string AddsUp(ScoreAccount account)
    {
        var (start, lines) = (account.Lines[0], account.Lines.Skip(1).Where(l => l.Points != 0));
        var rest = lines.Select(l => string.Create(CultureInfo.InvariantCulture, $" {(l.Points < 0 ? "−" : "+")} {Math.Abs(l.Points)} ({l.RuleId ?? Small(l.What)})"));
        return string.Create(CultureInfo.InvariantCulture, $"{account.Score.ToString().ToLowerInvariant()} {account.Total} = {start.Points} ({Small(start.What)}){string.Concat(rest)}");
    }

    private static string Small(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private SortedDictionary<string, string> Texts()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["title"] = item.Title };
        if (!item.Description.IsBlank)
        {
            texts["description"] = item.Description.Plain;
        }

        if (!item.AcceptanceCriteria.IsBlank)
        {
            texts["acceptanceCriteria"] = item.AcceptanceCriteria.Plain;
        }

        return texts;
    }

    private IEnumerable<string> History()
    {
        yield return $"{Day(item.Created)}  created";
        foreach (var change in item.Changes.Where(c => c.Field is FieldNames.State or FieldNames.Sprint or FieldNames.StoryPoints or FieldNames.Resolution or FieldNames.Parent))
        {
            yield return $"{Day(change.At)}  {change.Field}: {change.From?.Text ?? "–"} → {change.To?.Text ?? "–"}";
        }

        var texts = item.Changes.Count(c => c.Field is FieldNames.Title or FieldNames.Description or FieldNames.AcceptanceCriteria);
        if (texts > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"            text changed {texts} times");
        }
    }

    private string Day(DateTimeOffset at) => stored.Calendar.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
