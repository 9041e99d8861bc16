using System.Text.Json;
using System.Text.Json.Serialization;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The shapes of the language files: a name that stands twice, or that nobody asks for, is a fault. Written by the build, since every start reads some.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SortedDictionary<string, string[]>), TypeInfoPropertyName = "Lists")]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SentenceFile))]
internal sealed partial class ResourceJson : JsonSerializerContext;
