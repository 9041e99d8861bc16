using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Calendars;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Settings;

/// <summary>Reads one team, and checks that what it asks for is something that its kind of tracker has.</summary>
internal sealed class TeamReader(SettingsValues values, ImmutableArray<ConnectionSettings> connections)
{
    private readonly RuleSettings _rules = new(values);

    /// <summary>The team at a place of the settings.</summary>
    public TeamSettings Read(string at)
    {
        var name = values.Needed(at, "Name");
        var connection = Connection(at);
        var language = values.Text(at, "Language");
        if (!FindingText.Languages.Contains(language, StringComparer.Ordinal))
        {
            values.Wrong($"{at}:Language", $"'{language}'", $"one of: {string.Join(", ", FindingText.Languages)}", "Set it to the language that the team writes in, or leave it out for en");
        }

        var kind = connections.FirstOrDefault(c => c.Name == connection)?.Kind;
        CheckScope(at, kind);
        return new TeamSettings
        {
            Name = name,
            Connection = connection,
            Project = values.Text(at, "Project"),
            Board = values.Text(at, "Board"),
            AreaPath = values.Text(at, "AreaPath"),
            Query = values.Text(at, "Query"),
            Fields = FieldSettings.Read(values, at, kind),
            TimeZone = values.Zone(at, "TimeZone"),
            Language = language,
            Workflow = Workflow($"{at}:Workflow"),
            DefinitionOfReady = _rules.DefinitionOfReady(at),
            Rules = _rules.Read(at),
            DaysOff = DaysOff(at),
            CalendarFiles = values.List(at, "CalendarFiles"),
            WantedReadyWeeks = values.Number(at, "WantedReadyWeeks"),
            FeaturesAtOnce = FeaturesAtOnce(at),
        };
    }

    private string Connection(string at)
    {
        var connection = values.Text(at, "Connection");
        return connection.Length == 0 ? (connections.Length == 1 ? connections[0].Name : "")
            : connections.Any(c => c.Name.Equals(connection, StringComparison.Ordinal)) ? connection
            : values.Wrong("", $"{at}:Connection", $"'{connection}'", connections.Length == 0 ? "the name of a connection, and there is none" : $"one of: {string.Join(", ", connections.Select(c => c.Name))}", "Correct the name or add the connection");
    }

    private void CheckScope(string at, TrackerKind? kind)
    {
        var areaPath = values.Text(at, "AreaPath");
        if (areaPath.Length > 0 && kind is TrackerKind.JiraCloud or TrackerKind.JiraDataCenter)
        {
            values.Wrong($"{at}:AreaPath", $"'{areaPath}' for a team in a Jira", "nothing, since only Azure DevOps has area paths", "Leave it out; Query can narrow the team's items");
        }

        if (areaPath.Length > 0 && values.Text(at, "Query").Length > 0)
        {
            values.Wrong($"{at}:AreaPath", "an area path beside a query", "one of them, since the query alone says which items are the team's", $"Leave one out; in a query it is [System.AreaPath] UNDER '{areaPath}'");
        }

        if (kind == TrackerKind.AzureDevOps && values.Text(at, "Project").Length == 0)
        {
            values.Wrong($"{at}:Project", "nothing", "the name of the team's project, which Azure DevOps wants beside a board or a query, too", "Add it");
        }
    }

    private int? FeaturesAtOnce(string at)
    {
        var said = values.Number(at, "FeaturesAtOnce");
        return said == 0 ? null : said is >= 1 and <= 100 && said == Math.Floor(said) ? (int)said
            : values.Wrong((int?)null, $"{at}:FeaturesAtOnce", $"'{values.Text(at, "FeaturesAtOnce")}'", "a whole number from 1 to 100, or 0 for a team that works down its backlog item by item", "Correct it or leave it out");
    }

    private ImmutableSortedDictionary<string, WorkItemState> Workflow(string at) => values.Given(at) is { Length: > 0 } text
        ? values.Wrong(ImmutableSortedDictionary<string, WorkItemState>.Empty, at, $"the text '{text}'", "names of states, each with its meaning, as { \"Waiting for release\": \"Finished\" }", "Write it so, or leave it out")
        : values.Below(at).ToImmutableSortedDictionary(name => name, name =>
        {
            var value = values.Given($"{at}:{name}")!;
            return Enum.TryParse<WorkItemState>(value, ignoreCase: true, out var state) && !int.TryParse(value, CultureInfo.InvariantCulture, out _)
                ? state
                : values.Wrong(WorkItemState.NotStarted, $"{at}:{name}", $"'{value}'", "NotStarted, Started or Finished", "Say what the state means");
        }, StringComparer.OrdinalIgnoreCase);

    private ImmutableArray<DateOnly> DaysOff(string at)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        foreach (var text in values.List(at, "DaysOff"))
        {
            var read = DayRange.Read(text);
            days.AddRange(read.IsEmpty ? values.Wrong(read, $"{at}:DaysOff", $"'{text}'", DayRange.Expected, "Write it year first") : read);
        }

        return DaysOffLimit.Find(Core.Flow.DaysOff.Of(days)) is { } fault
            ? values.Wrong(ImmutableArray<DateOnly>.Empty, $"{at}:DaysOff", fault.Found, fault.Expected, "Look for a mistyped year, and leave out what is no day off of the whole team")
            : days.ToImmutable();
    }
}
