using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>What was learned of a team, to the store and back: verdicts and comparisons as JSON, models as model files.</summary>
internal static class KeptModels
{
    private const string Effects = "effects";

    /// <summary>Keeps what was learned; what was kept before makes way.</summary>
    public static Task Save(string team, OwnModels models, DateOnly dataTo, BacklogStore store, TimeProvider time, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        return store.SaveModels(
            team,
            [
                .. models.Verdicts.Select(v => new KeptModel(
                    v.Target, dataTo, at, JsonSerializer.Serialize(v, KeptJson.Default.ModelVerdict), models.Models.TryGetValue(v.Target, out var model) ? ModelFile.Write(model) : null)),
                new KeptModel(Effects, dataTo, at, JsonSerializer.Serialize(models.Effects, KeptJson.Default.ImmutableArrayStartEffect), null),
            ],
            cancellation);
    }

    /// <summary>What is kept. What this program cannot use is left out, and told as a sentence: the simple way stands in its place until something is learned anew.</summary>
    public static async Task<OwnModels> Of(string team, BacklogStore store, CancellationToken cancellation)
    {
        var verdicts = new List<ModelVerdict>();
        var models = new Dictionary<string, LearnedModel>(StringComparer.Ordinal);
        var (effects, notes) = (ImmutableArray<StartEffect>.Empty, new List<string>());
        foreach (var kept in await store.Models(team, cancellation))
        {
            try
            {
                if (kept.Target == Effects)
                {
                    effects = JsonSerializer.Deserialize(kept.Verdict, KeptJson.Default.ImmutableArrayStartEffect);
                    continue;
                }

                var verdict = JsonSerializer.Deserialize(kept.Verdict, KeptJson.Default.ModelVerdict) ?? throw new InvalidDataException("found no verdict");
                if (kept.Coefficients is { } text)
                {
                    models[kept.Target] = Usable(ModelFile.Read(text), kept.Target);
                }

                verdicts.Add(verdict);
            }
            catch (Exception e) when (e is InvalidDataException or JsonException)
            {
                notes.Add($"What was learned of \"{kept.Target}\" is left out: {(e is JsonException ? "found a verdict that cannot be read; expected what `learn` has written" : e.Message)}. Run `{Product.CommandLine} learn --team \"{team}\"`.");
            }
        }

        return verdicts.Count + effects.Length + notes.Count == 0 ? OwnModels.None
            : new OwnModels([.. verdicts.OrderBy(v => ModelTargets.All.IndexOf(v.Target))], models) { Effects = effects, Notes = [.. notes] };
    }

    private static LearnedModel Usable(LearnedModel model, string target)
    {
        if (model.Card.Target != target)
        {
            throw new InvalidDataException($"found a model of \"{model.Card.Target}\"; expected one of \"{target}\"");
        }

        // Asks whether it reads what this program makes.
        _ = target == ModelTargets.Size ? null : OutcomeModel.Of(model);
        return model;
    }
}

/// <summary>What the store keeps as JSON of what was learned.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ModelVerdict))]
[JsonSerializable(typeof(ImmutableArray<StartEffect>))]
internal sealed partial class KeptJson : JsonSerializerContext;
