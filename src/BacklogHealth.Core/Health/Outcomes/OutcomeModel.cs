using System.Collections.Immutable;
using BacklogHealth.Core.Models;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>How likely it is that something befalls an item after work on it began.</summary>
/// <param name="Chance">Between 0.01 and 0.99: nothing is certain.</param>
/// <param name="Usual">The chance of an item of which nothing is known.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record OutcomeChance(double Chance, double Usual, ModelEvidence Evidence)
{
    /// <summary>What each number of the item added, the strongest first: with <see cref="Usual"/> they add up to <see cref="Chance"/>. Empty where nobody asked.</summary>
    public ImmutableArray<Part> Parts { get; init; } = [];
}

/// <summary>Tells from what is known of an item how likely something is that befell others of its team: logistic regression, with what each number added.</summary>
public sealed class OutcomeModel
{
    private const double Least = 0.01;
    private const double NoWay = 1e-9;

    private static readonly ImmutableArray<ImmutableArray<string>> RiskMeasures = [[StartFacts.EstimateMeasure, .. StartFacts.RiskMeasures], StartFacts.RiskMeasures];

    private readonly LearnedModel _learned;
    private readonly bool _isRework;
    private readonly bool _estimated;
    private readonly ModelEvidence _evidence;

    private OutcomeModel(LearnedModel learned, bool isRework)
    {
        (_learned, _isRework, _estimated) = (learned, isRework, learned.Model.Measures.Any(m => m.Name == StartFacts.EstimateMeasure));
        _evidence = new ModelEvidence(ModelSource.Team, learned.Card.Skill[0]);
    }

    /// <summary>A model that was learned.</summary>
    /// <exception cref="InvalidDataException">It foretells something else, or from numbers that this program does not make.</exception>
    public static OutcomeModel Of(LearnedModel learned)
    {
        ArgumentNullException.ThrowIfNull(learned);
        var measures = learned.Model.Measures.Select(m => m.Name);
        return learned.Card.Target switch
        {
            _ when learned.Card.Skill.IsEmpty => throw new InvalidDataException($"found a model of \"{learned.Card.Target}\" without a figure of skill; expected one"),
            ModelTargets.Rework when measures.SequenceEqual(StartFacts.ReworkMeasures) => new OutcomeModel(learned, true),
            ModelTargets.Risk when RiskMeasures.Any(r => measures.SequenceEqual(r)) => new OutcomeModel(learned, false),
            _ => throw new InvalidDataException($"found a model of \"{learned.Card.Target}\" that was learned from other numbers (by version {learned.Card.Version}); expected those of this version"),
        };
    }

    /// <summary>The chance for an item; null where the model reads its estimate and it has none.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="withParts">True to tell what each number added.</param>
    public OutcomeChance? Of(StartFacts facts, bool withParts = false)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (_estimated && facts.Estimate is null)
        {
            return null;
        }

        var numbers = _isRework ? facts.ForRework() : facts.ForRisk(_estimated);
        var (chance, usual) = (ChanceOf(_learned.Model.Of([], numbers)), ChanceOf(_learned.Model.Start));
        return new OutcomeChance(chance, usual, _evidence) { Parts = withParts ? PartsOf(numbers, chance - usual) : [] };
    }

    /// <summary>The chance for the logarithm of odds, between 0.01 and 0.99.</summary>
    public static double ChanceOf(double logOdds) => Math.Clamp(1 / (1 + Math.Exp(-logOdds)), Least, 1 - Least);

    // "length of the text" and "length of the text, none" are one to a reader.
    // Parts add up in odds; each is told as its share of the way that the chance went from what is usual.
    private ImmutableArray<Part> PartsOf(double[] numbers, double way)
    {
        var parts = _learned.Model.Measures.Select((m, i) => (Name: m.Name.Split(',')[0], Adds: m.Adds(numbers[i]), Value: numbers[i])).ToList();
        var sum = parts.Sum(p => p.Adds);
        var usual = ChanceOf(_learned.Model.Start);
        var scale = Math.Abs(sum) > NoWay ? way / sum : usual * (1 - usual);
        return
        [
            .. parts.GroupBy(p => p.Name, StringComparer.Ordinal)
                .Select(g => new Part(g.Key, scale * g.Sum(p => p.Adds), null) { Value = g.First().Value })
                .Where(p => p.Adds != 0)
                .OrderByDescending(p => Math.Abs(p.Adds)).ThenBy(p => p.Name, StringComparer.Ordinal),
        ];
    }
}
