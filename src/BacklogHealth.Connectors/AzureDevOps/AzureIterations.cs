using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// The team's iterations as sprints. A sprint's id is the number of its node, because that is what histories hold and what outlives a new name; an
/// iteration which the team has not chosen (the root, a release) is no sprint.
/// </summary>
internal sealed class AzureIterations
{
    private const int Deepest = 20;
    private readonly FrozenDictionary<string, Sprint> _byId;
    private readonly FrozenDictionary<string, Sprint> _byPath;

    private AzureIterations(List<(Sprint Sprint, string? Path)> sprints)
    {
        Sprints = [.. sprints.Select(s => s.Sprint).DistinctBy(s => s.Id).OrderBy(s => s.Start ?? s.End ?? DateTimeOffset.MaxValue).ThenBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal)];
        _byId = Sprints.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
        _byPath = sprints.Where(s => s.Path is not null).DistinctBy(s => s.Path, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(s => s.Path!, s => s.Sprint, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A team without iterations.</summary>
    public static AzureIterations None { get; } = new([]);

    /// <summary>The sprints, oldest first.</summary>
    public ImmutableArray<Sprint> Sprints { get; }

    /// <summary>The sprint of an iteration; null where it is none of the team's.</summary>
    /// <param name="id">Number of the iteration's node.</param>
    /// <param name="path">Its path, for where numbers are not known.</param>
    public Sprint? Find(string? id, string? path) =>
        id is not null && _byId.TryGetValue(id, out var byId) ? byId
        : path is not null && _byPath.TryGetValue(path, out var byPath) ? byPath
        : null;

    /// <summary>Asks for the team's iterations and for the numbers of their nodes.</summary>
    public static async Task<AzureIterations> Read(AzureSite site, AzureProject project, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        if (project.Team is null)
        {
            notes.Add($"Project {project.Name} has no team that the account can see, so there are no sprints, and the order of states is that of the process.");
            return None;
        }

        using var list = await site.Get($"{project.TeamPath}/_apis/work/teamsettings/iterations", cancellation);
        if (!list.Ok)
        {
            notes.Add($"The iterations of team {project.Team} could not be read ({AzureSite.Refusal(list)}), so there are no sprints.");
            return None;
        }

        var entries = Entries(list);
        if (!entries.Any())
        {
            return None;
        }

        notes.Add("Azure DevOps keeps no goals of sprints, so whether the sprints have goals is not known.");
        using var nodes = await site.Get(string.Create(CultureInfo.InvariantCulture, $"{project.Path}/_apis/wit/classificationnodes/iterations?$depth={Deepest}"), cancellation);
        if (!nodes.Ok)
        {
            notes.Add($"The numbers of iterations could not be read ({AzureSite.Refusal(nodes)}), so sprints are known by their paths, and a renamed sprint is lost in histories.");
        }

        return Of(entries, nodes.Ok ? Numbers(nodes.Root) : []);
    }

    /// <summary>Makes sprints of the team's iterations.</summary>
    /// <param name="iterations">The team's iterations.</param>
    /// <param name="numbers">The numbers of nodes by their global ids.</param>
    public static AzureIterations Of(IEnumerable<JsonElement> iterations, Dictionary<string, string> numbers) =>
        new([.. iterations.Select(i => (Sprint: SprintOf(i, numbers), Path: i.Text("path"))).Where(i => i.Sprint is not null).Select(i => (i.Sprint!, i.Path))]);

    /// <summary>The numbers of all nodes of a tree, by their global ids.</summary>
    public static Dictionary<string, string> Numbers(JsonElement root)
    {
        var numbers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<JsonElement>([root]);
        while (open.TryPop(out var node))
        {
            if (node.Text("identifier") is { } identifier && node.Text("id") is { } number)
            {
                numbers.TryAdd(identifier, number);
            }

            foreach (var child in node.Entries("children"))
            {
                open.Push(child);
            }
        }

        return numbers;
    }

    /// <summary>The list's entries; the vendor calls them by two names.</summary>
    public static IEnumerable<JsonElement> Entries(TrackerAnswer list) => list.Root.Get("values") is null ? list.List("value").EnumerateArray() : list.Root.Entries("values");

    // Both dates are days without a zone, the last day included: it ends when the next one begins.
    private static Sprint? SprintOf(JsonElement entry, Dictionary<string, string> numbers)
    {
        if (entry.Text("id") is not { } id)
        {
            return null;
        }

        var attributes = entry.Get("attributes") ?? default;
        var end = AzureInstant.Of(attributes.Get("finishDate"))?.AddDays(1);
        var phase = attributes.Text("timeFrame")?.ToUpperInvariant() switch { "PAST" => SprintPhase.Closed, "CURRENT" => SprintPhase.Active, _ => SprintPhase.Future };
        return new Sprint(numbers.GetValueOrDefault(id, id), AzureText.Line(entry.Text("name") ?? id), null, phase, AzureInstant.Of(attributes.Get("startDate")), end, phase == SprintPhase.Closed ? end : null);
    }
}
