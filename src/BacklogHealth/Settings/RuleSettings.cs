using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Settings;

/// <summary>Reads what a team says of its rules: what is ready, which findings it does not want, which words it knows.</summary>
internal sealed class RuleSettings(SettingsValues values)
{
    private static readonly string[] MuteFields = ["Rule", "Item", "Label", "Reason", "Until"];

    /// <summary>Ids of rules and names of fields.</summary>
    public ImmutableArray<string> DefinitionOfReady(string at)
    {
        var needs = values.List(at, "DefinitionOfReady");
        var wrong = needs.Where(n => !IsRule(n) && !ReadyField.All.Any(f => f.Name.Equals(n, StringComparison.OrdinalIgnoreCase))).ToList();
        return wrong.Count == 0 ? needs : values.Wrong(
            needs, $"{at}:DefinitionOfReady", string.Join(", ", wrong.Select(n => $"'{n}'")), $"ids of rules, or one of {string.Join(", ", ReadyField.All.Select(f => f.Name))}", $"`{Product.CommandLine} rules` lists the rules");
    }

    /// <summary>What rules take into account.</summary>
    public TeamContext Read(string at) => new()
    {
        Mutes = Mutes(at),
        MuteLabelPrefix = values.Given($"{at}:MuteLabelPrefix") is { } given ? given.Trim() : values.Text(at, "MuteLabelPrefix"),
        MinimumSeverity = Severity(at),
        UsesTemplate = values.YesOrNo(at, "UserStoryTemplate"),
        Glossary = values.List(at, "Glossary").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
        Roles = values.List(at, "Roles").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
        VagueWords = values.List(at, "VagueWords"),
        ClearWords = values.List(at, "ClearWords"),
    };

    // Each is a text ("CL005", "CL005:CHK-12"), or says with names what it covers.
    private ImmutableArray<Mute> Mutes(string at)
    {
        if (values.Given($"{at}:Mutes") is { Length: > 0 } text)
        {
            return values.Wrong(ImmutableArray<Mute>.Empty, $"{at}:Mutes", $"the text '{text}'", $"a list as [ \"{text}\" ]", "Put it into brackets; as a variable, end its name with __0");
        }

        var mutes = values.Below($"{at}:Mutes").Select(i => $"{at}:Mutes:{i}")
            .Select(place => values.Given(place) is { } given ? Short(at, given.Trim()) : Named(place));
        return [.. mutes.OfType<Mute>()];
    }

    private Mute? Short(string at, string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return text.Length == 0 ? null
            : !IsRule(parts[0]) ? values.Wrong<Mute?>(null, $"{at}:Mutes", $"'{text}'", "the id of a rule, or rule and item as CL005:CHK-12", $"`{Product.CommandLine} rules` lists the rules")
            : new Mute { Rule = parts[0].ToUpperInvariant(), Item = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null };
    }

    private Mute? Named(string at)
    {
        var said = MuteFields.ToDictionary(f => f, f => values.Text(at, f), StringComparer.Ordinal);
        string? Given(string field) => said[field].Length == 0 ? null : said[field];
        if (Given("Rule") is { } rule && !IsRule(rule))
        {
            return values.Wrong<Mute?>(null, $"{at}:Rule", $"'{rule}'", "the id of a rule", $"`{Product.CommandLine} rules` lists the rules");
        }

        if (Given("Rule") is null && Given("Item") is null && Given("Label") is null)
        {
            return values.Wrong<Mute?>(null, at, "neither Rule nor Item nor Label", "at least one of them, since a mute of nothing covers nothing", "Say what it covers, or take it out");
        }

        return new Mute { Rule = Given("Rule")?.ToUpperInvariant(), Item = Given("Item"), Label = Given("Label"), Reason = said["Reason"], Until = Until(at) };
    }

    private DateOnly? Until(string at)
    {
        var until = values.Text(at, "Until");
        return until.Length == 0 ? null
            : DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : values.Wrong<DateOnly?>(null, $"{at}:Until", $"'{until}'", "a day as 2026-06-30", "Write it year first");
    }

    private Severity Severity(string at)
    {
        var text = values.Text(at, "MinimumSeverity");
        return Enum.TryParse<Severity>(text, ignoreCase: true, out var severity) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? severity
            : values.Wrong(Core.Scoring.Severity.Info, $"{at}:MinimumSeverity", $"'{text}'", "info, warning or error", "Set it to info to see hints, too");
    }

    private static bool IsRule(string id) => RuleBook.All.Find(id) is not null;
}
