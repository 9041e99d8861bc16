using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>A type of work items.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">Reference names of its fields; empty where the list does not say.</param>
/// <param name="States">Its states with the category of each, in the process's order.</param>
internal sealed record AzureType(string Name, ImmutableArray<string> Fields, ImmutableArray<(string Name, string? Category)> States);

/// <summary>Reads the project's types and their states.</summary>
internal static class AzureTypes
{
    public static async Task<ImmutableArray<AzureType>> Read(AzureSite site, AzureProject project, CancellationToken cancellation)
    {
        using var answer = await site.Get($"{project.Path}/_apis/wit/workitemtypes", cancellation);
        if (answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            throw site.NotGiven(answer, $"the types of project '{project.Name}' could not be read ({AzureSite.Refusal(answer)}). Expected an account that may read work items. {site.Grant("Work Items: Read")}");
        }

        var types = ImmutableArray.CreateBuilder<AzureType>();
        foreach (var entry in answer.List("value").EnumerateArray().Where(e => e.Text("name") is not null && e.Flag("isDisabled") != true))
        {
            var type = Of(entry);
            types.Add(type.States.IsEmpty ? type with { States = await StatesOf(site, project, type.Name, cancellation) } : type);
        }

        return types.ToImmutable();
    }

    /// <summary>Reads an entry of the list of types.</summary>
    public static AzureType Of(JsonElement entry) => new(
        entry.Text("name") ?? "",
        [.. entry.Entries("fields").Concat(entry.Entries("fieldInstances")).Select(f => f.Text("referenceName")).OfType<string>().Distinct(StringComparer.Ordinal)],
        States(entry.Entries("states")));

    /// <summary>Reads a list of states.</summary>
    public static ImmutableArray<(string Name, string? Category)> States(IEnumerable<JsonElement> entries) =>
        [.. entries.Select(s => (Name: s.Text("name"), Category: s.Text("category"))).Where(s => s.Name is not null).Select(s => (s.Name!, s.Category))];

    // Older servers keep the states out of the list of types.
    private static async Task<ImmutableArray<(string Name, string? Category)>> StatesOf(AzureSite site, AzureProject project, string type, CancellationToken cancellation)
    {
        using var answer = await site.Get($"{project.Path}/_apis/wit/workitemtypes/{Uri.EscapeDataString(type)}/states", cancellation);
        return States(answer.List("value").EnumerateArray());
    }
}
