using System.Text.Json;
using System.Text.Json.Serialization;

namespace BacklogHealth.Core.Sentences;

/// <summary>How a language's words are read: a word that stands twice is a fault. Written by the build, since every start reads some.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict)]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>), TypeInfoPropertyName = "Sections")]
internal sealed partial class LanguageJson : JsonSerializerContext;
