namespace BacklogHealth.Core.Models;

/// <summary>What one word or number added to the value of a model. All parts of an item, with the model's start, add up to the value.</summary>
/// <param name="Name">The word's form, or the name of the measure.</param>
/// <param name="Adds">What it added, signed.</param>
/// <param name="At">Where the word stands; null for a measure.</param>
public readonly record struct Part(string Name, double Adds, Term? At)
{
    /// <summary>The number itself; null for a word.</summary>
    public double? Value { get; init; }
}
