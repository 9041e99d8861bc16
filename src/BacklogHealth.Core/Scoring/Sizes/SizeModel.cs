using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Sizes;

/// <summary>
/// Tells from an item's text how large it is likely to be among those of its team: the sum of what public projects teach, for texts in English, and of
/// what the team's own items teach beyond that. Where there is neither, nothing is said. Safe for several threads.
/// </summary>
public sealed class SizeModel
{
    /// <summary>The language that public projects are written in.</summary>
    public const string PublicLanguage = "en";

    private static readonly Lazy<LearnedModel> Public = new(ReadPublic);

    private readonly string _language;
    private readonly ImmutableArray<LearnedModel> _models;
    private readonly ModelEvidence _evidence;

    private SizeModel(string language, ImmutableArray<LearnedModel> models, ModelEvidence evidence) => (_language, _models, _evidence) = (language, models, evidence);

    /// <summary>What comes with the product, learned on public projects; read when it is first asked for.</summary>
    public static LearnedModel Shipped => Public.Value;

    /// <summary>The model of a team; null where nothing can be said in its language.</summary>
    /// <param name="language">The team's language; of texts in another one nothing is said.</param>
    /// <param name="shared">What public projects teach; null to leave it out. Left out as well where the team writes in another language.</param>
    /// <param name="own">What the team's own items teach beyond that; null where they teach nothing.</param>
    public static SizeModel? Of(string language, LearnedModel? shared, LearnedModel? own = null)
    {
        shared = language == PublicLanguage ? shared : null;
        return own is not null ? new SizeModel(language, shared is null ? [own] : [shared, own], new ModelEvidence(ModelSource.Team, own.Card.Skill[0]))
            : shared is not null ? new SizeModel(language, [shared], new ModelEvidence(ModelSource.Public, shared.Card.Skill[0]))
            : null;
    }

    /// <summary>The team's estimate that a share of its estimates does not exceed; null where there are none.</summary>
    /// <param name="share">0 to 1; what lies beyond counts as the nearer end.</param>
    /// <param name="estimates">The estimates, smallest first.</param>
    public static double? PointsAt(double share, ImmutableArray<double> estimates) =>
        estimates.IsEmpty ? null : Percentile.NearestRank(estimates, Math.Clamp(share, double.Epsilon, 1));

    /// <summary>How large an item is likely to be; null where nothing can be said.</summary>
    internal SizeEstimate? Of(ItemReading reading, string language, ImmutableArray<double> estimates)
    {
        if (language != _language)
        {
            return null;
        }

        var (terms, measures) = (TextTerms.Of(reading), TextMeasures.Of(reading));
        var value = 0.0;
        foreach (var model in _models)
        {
            value += model.Model.Of(terms, measures);
        }

        var expected = Math.Clamp(value, 0, 1);
        return new SizeEstimate(_models[^1].RankOf(value), expected, estimates.Length < SizeStart.FewestEstimates ? null : PointsAt(expected, estimates), _evidence);
    }

    /// <summary>Why an item is expected to be so large; null where nothing can be said.</summary>
    public SizeReasons? ReasonsOf(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var reading = new ItemReading(item, LanguageWords.For(_language));
        if (LanguageGuess.Of(reading, _language) != _language)
        {
            return null;
        }

        var (terms, measures) = (TextTerms.Of(reading), TextMeasures.Of(reading));
        var parts = _models.SelectMany(m => m.Model.Parts(terms, measures))
            .GroupBy(p => p.Name.EndsWith(TextMeasures.Squared, StringComparison.Ordinal) ? p.Name[..^TextMeasures.Squared.Length] : p.Name, StringComparer.Ordinal)
            .Select(g => new Part(g.Key, g.Sum(p => p.Adds), g.First().At) { Value = g.First().Value })
            .OrderByDescending(p => Math.Abs(p.Adds)).ThenBy(p => p.Name, StringComparer.Ordinal);
        return new SizeReasons(_models.Sum(m => m.Model.Start), [.. parts]);
    }

    private static LearnedModel ReadPublic()
    {
        using var reader = new StreamReader(typeof(SizeModel).Assembly.GetManifestResourceStream("Scoring.size-model.json")!);
        return ModelFile.Read(reader.ReadToEnd());
    }
}
