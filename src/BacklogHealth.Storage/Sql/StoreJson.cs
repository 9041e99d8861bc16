using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Pulls;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Sql;

/// <summary>Small lists and records kept as JSON in a column. Written the same way on every run.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<ItemLink>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(ImmutableArray<Finding>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, double>))]
[JsonSerializable(typeof(StoredProfile))]
[JsonSerializable(typeof(PullResult))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(AuditDetail))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IEnumerable<long>))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>A list as JSON; null where it is empty, which is the usual case.</summary>
    public static string? Write(ImmutableArray<string> list) =>
        list.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(list, Default.ImmutableArrayString);

    /// <summary>A list read back.</summary>
    public static ImmutableArray<string> ReadList(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.ImmutableArrayString);

    /// <summary>Links as JSON; null where there are none.</summary>
    public static string? Write(ImmutableArray<ItemLink> links) =>
        links.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(links, Default.ImmutableArrayItemLink);

    /// <summary>Links read back.</summary>
    public static ImmutableArray<ItemLink> ReadLinks(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.ImmutableArrayItemLink);

    /// <summary>Named values as JSON; null where there are none.</summary>
    public static string? Write(ImmutableSortedDictionary<string, string> values) =>
        values.IsEmpty ? null : JsonSerializer.Serialize(values, Default.ImmutableSortedDictionaryStringString);

    /// <summary>Named values read back, ordered ordinally.</summary>
    public static ImmutableSortedDictionary<string, string> ReadValues(string? json) =>
        json is null
            ? ImmutableSortedDictionary<string, string>.Empty
            : JsonSerializer.Deserialize(json, Default.ImmutableSortedDictionaryStringString)!.WithComparers(StringComparer.Ordinal);
}
