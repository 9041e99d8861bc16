using BacklogHealth.Core.Models;

namespace BacklogHealth.Learning;

/// <summary>What is learned from one item. Holds no text: words are ids.</summary>
/// <param name="Words">Ids of its words, each once.</param>
/// <param name="Measures">Its numbers, in an order that all examples share.</param>
/// <param name="Group">Number of its project: words that only one project uses teach nothing of another one.</param>
public sealed record Example(ulong[] Words, double[] Measures, int Group)
{
    /// <summary>What is to be foretold.</summary>
    public double Label { get; init; }

    /// <summary>What is known of it already, to which the model adds.</summary>
    public double Known { get; init; }

    /// <summary>How much it counts, above 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What a model says of it.</summary>
    public double ValueBy(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Of([.. Words.Select(w => new Term(w, 0, 0, 0))], Measures);
    }
}
