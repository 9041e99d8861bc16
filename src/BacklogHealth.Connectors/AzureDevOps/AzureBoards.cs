using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads the columns of the team's boards. A team has one board for each level of its backlog; that of the requirements comes first.</summary>
internal static class AzureBoards
{
    /// <summary>Names of states in the order of the columns, one board after the other.</summary>
    public static async Task<ImmutableArray<string>> Read(AzureSite site, AzureProject project, string? requirements, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        if (project.Team is null)
        {
            return [];
        }

        using var list = await site.Get($"{project.TeamPath}/_apis/work/boards", cancellation);
        if (!list.Ok)
        {
            notes.Add($"The boards of team {project.Team} could not be read ({AzureSite.Refusal(list)}), so the order of states is that of the process.");
            return [];
        }

        var states = ImmutableArray.CreateBuilder<string>();
        foreach (var board in list.List("value").EnumerateArray().Where(b => b.Text("id") is not null).OrderBy(b => b.Text("name") == requirements ? 0 : 1))
        {
            using var columns = await site.Get($"{project.TeamPath}/_apis/work/boards/{Uri.EscapeDataString(board.Text("id")!)}/columns", cancellation);
            if (columns.Ok)
            {
                states.AddRange(States(columns.List("value")));
            }
            else
            {
                notes.Add($"The columns of board '{board.Text("name") ?? board.Text("id")}' could not be read ({AzureSite.Refusal(columns)}); it is left out of the order of states.");
            }
        }

        return states.ToImmutable();
    }

    /// <summary>Names of states in the order of a list of columns; each column has a state for each type.</summary>
    public static IEnumerable<string> States(JsonElement columns) => columns.EnumerateArray()
        .SelectMany(c => c.Get("stateMappings") is { ValueKind: JsonValueKind.Object } mappings ? mappings.EnumerateObject().Select(m => m.Value.AsText()) : [])
        .OfType<string>();
}
