using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>What the project's process says: which types stand on which level of the backlog, and which fields hold effort and order.</summary>
/// <param name="Kinds">What a type is for, by its name.</param>
/// <param name="Requirements">Name of the backlog of requirements, which is also its board's; null where unknown.</param>
/// <param name="Effort">Reference name of the field with the estimate; null where unknown.</param>
/// <param name="Order">Reference name of the field that orders the backlog; null where unknown.</param>
internal sealed record AzureBacklogs(FrozenDictionary<string, WorkItemKind> Kinds, string? Requirements, string? Effort, string? Order)
{
    private static readonly AzureBacklogs Unknown = new(FrozenDictionary<string, WorkItemKind>.Empty, null, null, null);

    /// <summary>Asks for them. Where the account may not know, kinds are read from the names of types.</summary>
    public static async Task<AzureBacklogs> Read(AzureSite site, AzureProject project, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        using var answer = await site.Get($"{project.Path}/_apis/work/processconfiguration", cancellation);
        if (answer.Ok)
        {
            return Of(answer.Root);
        }

        notes.Add($"The process of project {project.Name} could not be read ({AzureSite.Refusal(answer)}), so kinds are read from the names of types, and fields are found by what the types have.");
        return Unknown;
    }

    /// <summary>Reads a process configuration.</summary>
    public static AzureBacklogs Of(JsonElement process)
    {
        var kinds = new Dictionary<string, WorkItemKind>(StringComparer.OrdinalIgnoreCase);
        void Add(JsonElement? level, Func<string, WorkItemKind> kind)
        {
            foreach (var type in (level ?? default).Entries("workItemTypes").Select(t => t.Text("name")).OfType<string>())
            {
                kinds.TryAdd(type, kind(type));
            }
        }

        // Bugs first: a team may keep them among its requirements or its tasks, and they stay bugs.
        Add(process.Get("bugWorkItems"), _ => WorkItemKind.Bug);
        foreach (var level in process.Entries("portfolioBacklogs"))
        {
            Add(level, _ => WorkItemKind.Epic);
        }

        // A name may say more (a spike); one that says nothing ("Issue" of the Basic process) is a story by its level.
        Add(process.Get("requirementBacklog"), type => WorkItemKinds.FromName(type) is var kind and not (WorkItemKind.Other or WorkItemKind.Epic or WorkItemKind.SubTask) ? kind : WorkItemKind.Story);
        Add(process.Get("taskBacklog"), _ => WorkItemKind.SubTask);
        string? Field(string use) => process.Get("typeFields")?.Get(use)?.Text("referenceName");
        return new(kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), process.Get("requirementBacklog")?.Text("name"), Field("Effort"), Field("Order"));
    }

    /// <summary>What a type is for: by its level, by its name where it stands on none.</summary>
    public WorkItemKind KindOf(string type) => Kinds.TryGetValue(type, out var kind) ? kind : WorkItemKinds.FromName(type);
}
