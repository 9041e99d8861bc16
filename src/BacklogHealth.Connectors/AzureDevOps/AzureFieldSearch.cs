using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Finds fields by what the settings say, then by what the process says, then by what the types have. Two candidates are an error that names both:
/// a guess would be a wrong number in every report.
/// </summary>
internal sealed class AzureFieldSearch
{
    private const string Blocked = "Microsoft.VSTS.CMMI.Blocked";
    private static readonly string[] Efforts = ["Microsoft.VSTS.Scheduling.StoryPoints", "Microsoft.VSTS.Scheduling.Effort", "Microsoft.VSTS.Scheduling.Size"];
    private static readonly string[] Orders = ["Microsoft.VSTS.Common.StackRank", "Microsoft.VSTS.Common.BacklogPriority"];
    private readonly AzureSite _site;
    private readonly List<Field> _fields;
    private readonly ImmutableArray<FieldFound>.Builder _found = ImmutableArray.CreateBuilder<FieldFound>();

    private AzureFieldSearch(AzureSite site, List<Field> fields) => (_site, _fields) = (site, fields);

    /// <summary>Asks for the project's fields and chooses among them.</summary>
    public static async Task<(AzureFields Fields, ImmutableArray<FieldFound> Found)> Read(AzureSite site, AzureProject project, AzureBacklogs backlogs, ImmutableArray<AzureType> types, CancellationToken cancellation)
    {
        using var answer = await site.Get($"{project.Path}/_apis/wit/fields", cancellation);
        return Find(site, answer.List("value"), backlogs, types);
    }

    /// <summary>Chooses among a list of fields.</summary>
    public static (AzureFields Fields, ImmutableArray<FieldFound> Found) Find(AzureSite site, JsonElement list, AzureBacklogs backlogs, ImmutableArray<AzureType> types)
    {
        var all = list.EnumerateArray().Where(f => f.Flag("isDeleted") != true).Select(Field.Of).OfType<Field>().ToList();
        // The list may be that of the whole organisation, with the fields of processes that the project does not follow.
        var used = types.SelectMany(t => t.Fields).ToHashSet(StringComparer.Ordinal);
        var search = new AzureFieldSearch(site, used.Count == 0 ? all : [.. all.Where(f => used.Contains(f.Id))]);
        var fields = new AzureFields(
            search.Found(FieldNames.StoryPoints, search.StoryPoints(backlogs.Effort)),
            search.Found(FieldNames.Rank, search.Order(backlogs.Order)),
            search.Found(FieldNames.AcceptanceCriteria, search.AcceptanceCriteria()),
            search.Found(FieldNames.Flagged, search.Named(Blocked) is { } blocked ? (blocked, "by its name in the process") : null),
            all.Where(f => f.HoldsPeople).Select(f => f.Id).Concat(AzureFields.AlwaysPeople).ToFrozenSet(StringComparer.Ordinal));
        return (fields, search._found.ToImmutable());
    }

    private (Field, string)? StoryPoints(string? effort)
    {
        if (_site.Options.StoryPointsField.Length > 0)
        {
            return (Given(_site.Options.StoryPointsField, "StoryPointsField"), "by the team's settings");
        }

        return effort is not null && Named(effort) is { } field
            ? (field, "by the project's process")
            : Only("story points", "StoryPointsField", Efforts.Select(Named).OfType<Field>());
    }

    private (Field, string)? AcceptanceCriteria() => _site.Options.AcceptanceCriteriaField.Length > 0
        ? (Given(_site.Options.AcceptanceCriteriaField, "AcceptanceCriteriaField"), "by the team's settings")
        : Only("acceptance criteria", "AcceptanceCriteriaField", _fields.Where(f => f.Id == "Microsoft.VSTS.Common.AcceptanceCriteria" || (f.IsText && f.IsCalled("Acceptance Criteria"))));

    // Order has no setting: two fields that are both in use order different backlogs, and no single order exists.
    private (Field, string)? Order(string? order)
    {
        if (order is not null && Named(order) is { } field)
        {
            return (field, "by the project's process");
        }

        var candidates = Orders.Select(Named).OfType<Field>().ToList();
        return candidates.Count == 1 ? (candidates[0], "by its name in the process") : null;
    }

    private (Field, string)? Only(string meaning, string setting, IEnumerable<Field> candidates)
    {
        var found = candidates.DistinctBy(f => f.Id).ToList();
        return found.Count > 1 ? throw Ambiguous(meaning, setting, found) : found.Count == 1 ? (found[0], "by its name in the process") : null;
    }

    private Field Given(string wanted, string setting)
    {
        if (Named(wanted) is { } exact)
        {
            return exact;
        }

        var called = _fields.Where(f => f.IsCalled(wanted)).ToList();
        return called.Count switch
        {
            1 => called[0],
            0 => throw _site.Settings($"the types of project '{_site.Options.Project}' have no field '{wanted}'. Expected the reference name of a field, for example Microsoft.VSTS.Scheduling.StoryPoints. Set {_site.TeamSetting(setting)}."),
            _ => throw Ambiguous($"'{wanted}'", setting, called),
        };
    }

    private TrackerException Ambiguous(string meaning, string setting, List<Field> found)
    {
        FieldCandidate[] all = [.. found.OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => new FieldCandidate(f.Id, f.Name))];
        return _site.Settings(
            $"several fields may hold {meaning}: {string.Join(", ", all.Select(f => $"{f.Id} ('{f.Name}')"))}. Expected one. Set {_site.TeamSetting(setting)} to the reference name of the right one.",
            new FieldChoice(setting, [.. all]));
    }

    private Field? Named(string id) => _fields.Find(f => f.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private string? Found(string meaning, (Field Field, string How)? found)
    {
        if (found is { } it)
        {
            _found.Add(new FieldFound(meaning, it.Field.Id, it.Field.Name, it.How));
        }

        return found?.Field.Id;
    }

    private sealed record Field(string Id, string Name, string? Type, bool HoldsPeople)
    {
        public bool IsText => Type is null or "html" or "plainText" or "string";

        public static Field? Of(JsonElement entry) => entry.Text("referenceName") is { } id
            ? new(id, entry.Text("name") ?? id, entry.Text("type"), entry.Flag("isIdentity") == true || entry.Text("type") == "identity")
            : null;

        public bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
