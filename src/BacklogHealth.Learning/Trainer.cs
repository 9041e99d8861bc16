using System.Collections.Immutable;
using BacklogHealth.Core.Models;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace BacklogHealth.Learning;

/// <summary>
/// Learns a linear model by stochastic dual coordinate ascent: least squares or logistic regression, with a ridge. One thread and a seed, so that the same
/// examples in the same order give the same weights; rounded to what a model file holds.
/// </summary>
public static class Trainer
{
    /// <summary>Seed of all learning.</summary>
    public const int Seed = 1;

    // Below, the steps of the ascent become larger than single precision bears, and weights end anywhere.
    private const double WeakestPenalty = 0.5;
    private const int MostRounds = 100;
    private const float Tolerance = 0.0005f;

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">The examples, one or more, in a fixed order; each with a measure or a word that is learned.</param>
    /// <param name="recipe">How.</param>
    /// <param name="measures">Names of their measures.</param>
    /// <param name="nameOf">The name of a word.</param>
    /// <exception cref="ArgumentException">The recipe's penalty is below 0.5.</exception>
    public static LinearModel Learn(IReadOnlyList<Example> examples, Recipe recipe, ImmutableArray<string> measures, Func<ulong, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(nameOf);
        if (recipe.Penalty < WeakestPenalty)
        {
            throw new ArgumentException(FormattableString.Invariant($"A penalty of {recipe.Penalty} lets weights run away; expected {WeakestPenalty} or more."), nameof(recipe));
        }

        var vocabulary = Vocabulary.Of(examples, recipe.FewestItems, recipe.FewestGroups, recipe.MostWords);
        var scaled = Scales(examples, measures.Length);
        var features = new FeatureRows(vocabulary, scaled, recipe.MeasureScale);
        var (weights, bias) = Fit(examples, recipe, features);
        return new LinearModel(
            ModelFile.Rounded(bias),
            [.. measures.Select((name, i) => new Measure(name, scaled[i].Mean, scaled[i].Scale, ModelFile.Rounded(weights[vocabulary.Words.Length + i] * recipe.MeasureScale)))],
            [.. vocabulary.Words.Select((word, i) => new WeighedWord(nameOf(word.Id), word.Rarity, ModelFile.Rounded(weights[i]))).Where(w => w.Weight != 0)]);
    }

    private static (double Mean, double Scale)[] Scales(IReadOnlyList<Example> examples, int measures)
    {
        var scales = new (double, double)[measures];
        for (var i = 0; i < measures; i++)
        {
            var mean = examples.Average(e => e.Measures[i]);
            var deviation = Math.Sqrt(examples.Average(e => (e.Measures[i] - mean) * (e.Measures[i] - mean)));

            // What is the same in all examples tells nothing, and gets no weight however it may differ later.
            scales[i] = (ModelFile.Rounded(mean), deviation > 1e-9 ? ModelFile.Rounded(deviation) : 1);
        }

        return scales;
    }

    private static (IReadOnlyList<float> Weights, double Bias) Fit(IReadOnlyList<Example> examples, Recipe recipe, FeatureRows features)
    {
        var context = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Width);

        var rows = examples.Select(e => new Row
        {
            Label = (float)(e.Label - e.Known),
            Met = e.Label > 0.5,
            Weight = (float)e.Weight,
            Features = features.Of(e),
        }).ToArray();
        var data = context.Data.LoadFromEnumerable(rows, schema);
        if (recipe.IsChance)
        {
            var chance = context.BinaryClassification.Trainers.SdcaLogisticRegression(new SdcaLogisticRegressionBinaryTrainer.Options
            {
                LabelColumnName = nameof(Row.Met),
                FeatureColumnName = nameof(Row.Features),
                ExampleWeightColumnName = nameof(Row.Weight),
                L2Regularization = (float)(recipe.Penalty / examples.Count),
                L1Regularization = 0,
                NumberOfThreads = 1,
                MaximumNumberOfIterations = MostRounds,
                ConvergenceTolerance = Tolerance,
            }).Fit(data).Model.SubModel;
            return (chance.Weights, chance.Bias);
        }

        // The library's loss is the squared distance, its penalty half the squared weights, and both are means over the examples.
        var ridge = (float)(2 * recipe.Penalty / examples.Count);
        var learned = context.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L2Regularization = ridge,
            L1Regularization = 0,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = MostRounds,
            ConvergenceTolerance = Tolerance,
        }).Fit(data).Model;
        return (learned.Weights, learned.Bias);
    }

    private sealed class Row
    {
        public float Label { get; set; }

        public bool Met { get; set; }

        public float Weight { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
