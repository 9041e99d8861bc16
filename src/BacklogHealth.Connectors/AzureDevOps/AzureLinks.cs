using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reads the relations of an item: its parent, links to other items, attachments, and links that lead out of the tracker.</summary>
internal static class AzureLinks
{
    private const string Hierarchy = "System.LinkTypes.Hierarchy-";

    /// <summary>Id of the parent; null where there is none.</summary>
    public static string? Parent(JsonElement workItem) =>
        workItem.Entries("relations").Where(r => r.Text("rel") == $"{Hierarchy}Reverse").Select(Target).LastOrDefault(id => id is not null)
        ?? (workItem.Get("fields") ?? default).Text(AzureFields.Parent);

    /// <summary>Id of the item at the other end of a relation; null where there is none.</summary>
    public static string? Target(JsonElement relation) =>
        relation.Text("url") is { } url && url[(url.LastIndexOf('/') + 1)..] is var id && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? id : null;

    /// <summary>Links to other items, but for parents and children.</summary>
    public static ImmutableArray<ItemLink> Links(JsonElement workItem, AzureDialect dialect) =>
    [
        .. from relation in workItem.Entries("relations")
           let kind = relation.Text("rel") ?? ""
           where IsLink(kind) && !kind.StartsWith(Hierarchy, StringComparison.Ordinal) && Target(relation) is not null
           select new ItemLink(dialect.LinkNames.GetValueOrDefault(kind) ?? relation.Get("attributes")?.Text("name") ?? kind, Target(relation)!),
    ];

    /// <summary>Names of attached files.</summary>
    public static ImmutableArray<string> Attachments(JsonElement workItem) =>
        [.. workItem.Entries("relations").Where(r => r.Text("rel") == "AttachedFile").Select(r => r.Get("attributes")?.Text("name")).OfType<string>()];

    /// <summary>What people wrote beside links that lead out of the tracker, or else where these lead. Commits and builds are the tracker's own and no such links.</summary>
    public static ImmutableArray<string> Remote(JsonElement workItem) =>
        [.. workItem.Entries("relations").Where(r => r.Text("rel") is { } kind && (kind == "Hyperlink" || IsRemote(kind))).Select(Words).OfType<string>()];

    private static string? Words(JsonElement relation) =>
        relation.Get("attributes")?.Text("comment") is { } comment && !string.IsNullOrWhiteSpace(comment) ? AzureText.Line(comment)
        : Uri.TryCreate(relation.Text("url"), UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host
        : relation.Text("url");

    // Items of another organisation have numbers that mean other items here.
    private static bool IsRemote(string kind) => kind.StartsWith("System.LinkTypes.Remote.", StringComparison.Ordinal);

    private static bool IsLink(string kind) => kind is not ("AttachedFile" or "Hyperlink" or "ArtifactLink" or "") && !IsRemote(kind);
}
