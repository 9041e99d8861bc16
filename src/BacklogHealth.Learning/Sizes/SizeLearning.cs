using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;
using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Learning.Sizes;

/// <summary>Learns sizes: what is foretold is the share of its project's items that an item is larger than, since points mean something else in each project.</summary>
public static class SizeLearning
{
    /// <summary>Points above are no estimate, but a slip or an id.</summary>
    public const double MostPoints = 1e6;

    // The largest projects would else teach their own ways: of ten times as many items, half as many again count.
    private const double WeightOfLargeProjects = -0.3;
    private const int Steps = 200;

    /// <summary>Learns from many projects what holds in most of them.</summary>
    public static LearnedModel FromProjects(IReadOnlyList<SizeItem> items, Corpus corpus, Func<ModelCard, ModelCard> card)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(corpus);
        var examples = new List<Example>(items.Count);
        var projects = items.GroupBy(i => i.Project, StringComparer.Ordinal).ToList();
        foreach (var project in projects)
        {
            var weight = Math.Pow(project.Count() / (items.Count / (double)projects.Count), WeightOfLargeProjects);
            examples.AddRange(Labelled([.. project], weight));
        }

        var recipe = Recipe.PublicSize with { FewestGroups = Math.Min(Recipe.PublicSize.FewestGroups, projects.Count) };
        return Learned(examples, recipe, corpus, card(Card(items, "least squares with a ridge on words, pairs of words and lengths; the share of its project's items that an item is larger than")));
    }

    /// <summary>Learns from one team's items what goes beyond what is known of them; null where there are too few, or all are of one size.</summary>
    /// <param name="items">Its estimated items.</param>
    /// <param name="shared">What is known: the model of public projects; null for nothing.</param>
    /// <param name="corpus">What read them.</param>
    /// <param name="card">Completes the card.</param>
    public static LearnedModel? FromTeam(IReadOnlyList<SizeItem> items, LinearModel? shared, Corpus corpus, Func<ModelCard, ModelCard> card)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(corpus);
        if (items.Count < Gate.FewestEstimates || items.All(i => i.Points.Equals(items[0].Points)))
        {
            return null;
        }

        var examples = Labelled(items, 1).Select(e => e with { Known = shared is null ? 0 : e.ValueBy(shared) }).ToList();
        return Learned(examples, Recipe.OwnSize, corpus, card(Card(items, "least squares with a ridge on words, pairs of words and lengths; what the public model leaves open")));
    }

    private static IEnumerable<Example> Labelled(IReadOnlyList<SizeItem> items, double weight)
    {
        var shares = Ranks.Shares([.. items.Select(i => i.Points)]);
        return items.Select((item, i) => item.Example with { Label = shares[i], Weight = weight });
    }

    private static LearnedModel Learned(List<Example> examples, Recipe recipe, Corpus corpus, ModelCard card)
    {
        var model = Trainer.Learn(examples, recipe, TextFeatures.MeasureNames, corpus.NameOf);
        var values = examples.Select(e => e.Known + e.ValueBy(model)).Order().ToArray();
        return new LearnedModel(card, model, [.. Enumerable.Range(0, Steps + 1).Select(i => ModelFile.Rounded(values[(int)((long)i * (values.Length - 1) / Steps)]))]);
    }

    private static ModelCard Card(IReadOnlyList<SizeItem> items, string method) => new()
    {
        Target = ModelTargets.Size,
        Features = LearnedModel.Features,
        Version = "",
        Seed = Trainer.Seed,
        Method = method,
        Data = "",
        Items = items.Count,
        Projects = [.. items.Select(i => ProjectKey(i.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    /// <summary>What the key of an item begins with, by which a model knows items that it has seen.</summary>
    internal static string ProjectKey(string key) => key.LastIndexOf('-') is var dash and > 0 ? key[..dash] : key;
}
