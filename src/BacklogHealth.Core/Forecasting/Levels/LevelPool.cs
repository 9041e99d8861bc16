using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// What other projects teach about how the level of a team moves: a weight for each <see cref="PooledModel"/>, and how far forecasts made with them lay
/// too high. A young team leans on it; with each week its own history counts for more. Made by <see cref="PoolLearning"/>.
/// </summary>
public sealed record LevelPool
{
    /// <summary>Standard deviation of a jump in natural logarithms: two of three jumps change the level by less than 42 %.</summary>
    public const double JumpSize = 0.35;

    /// <summary>Share of weeks that may show anything.</summary>
    public const double OddWeeks = 0.05;

    /// <summary>Days after which the evidence of a team's own history counts half, since teams change their ways.</summary>
    public const double HalfLife = 540;

    private static readonly Lazy<LevelPool> Own = new(ReadShipped);

    /// <summary>Where the numbers come from, for readers.</summary>
    public required string Source { get; init; }

    /// <summary>Projects that were learned from.</summary>
    public required int Projects { get; init; }

    /// <summary>
    /// By how much forecasts without it lay too high in the middle, in units of a model's usual move from week to week (see <see cref="PooledModel.Move"/>):
    /// what was finished of late is, where levels move much, a little better than what comes.
    /// </summary>
    public required double Tilt { get; init; }

    /// <summary>The models.</summary>
    public required ImmutableArray<PooledModel> Models { get; init; }

    /// <summary>The pool that comes with the product.</summary>
    public static LevelPool Shipped => Own.Value;

    /// <summary>Reads a pool.</summary>
    /// <exception cref="InvalidDataException">The text is no pool; the message says where and what was expected.</exception>
    public static LevelPool Parse(string json)
    {
        LevelPool pool;
        try
        {
            using var document = JsonDocument.Parse(json);
            pool = Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"a pool is one JSON object with source, projects, tilt and models; {e.Message}", e);
        }

        return !pool.Models.IsEmpty && pool.Models.All(m => m is { Weight: > 0, Wander: >= 0, Jumps: >= 0 and < 1, Noise: > 1 })
            ? pool
            : throw new InvalidDataException("a pool needs at least one model, each with wander 0 or more, jumps from 0 to below 1, noise above 1 and weight above 0");
    }

    /// <summary>The pool as <see cref="Parse"/> reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, LevelPoolJson.Default.LevelPool).ReplaceLineEndings("\n") + "\n";

    // Each forecast reads a pool first: by hand that is done before a serializer has made itself ready.
    private static LevelPool Read(JsonElement pool)
    {
        var models = ImmutableArray.CreateBuilder<PooledModel>();
        foreach (var model in pool.GetProperty("models").EnumerateArray())
        {
            models.Add(new PooledModel(Number(model, "wander"), Number(model, "jumps"), Number(model, "noise"), Number(model, "weight")));
        }

        return new LevelPool
        {
            Source = pool.GetProperty("source").GetString() ?? "",
            Projects = pool.GetProperty("projects").GetInt32(),
            Tilt = Number(pool, "tilt"),
            Models = models.ToImmutable(),
        };
    }

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static LevelPool ReadShipped()
    {
        using var reader = new StreamReader(typeof(LevelPool).Assembly.GetManifestResourceStream("Forecasting.level-pool.json")!);
        return Parse(reader.ReadToEnd());
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LevelPool))]
internal sealed partial class LevelPoolJson : JsonSerializerContext;
