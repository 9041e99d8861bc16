namespace BacklogHealth.Core.Models;

/// <summary>A number that a model reads beside the words, and what it learned of it. It adds weight × (value − mean) ÷ scale.</summary>
/// <param name="Name">What it is, as readers are told.</param>
/// <param name="Mean">Its mean among the items that were learned from.</param>
/// <param name="Scale">Their standard deviation, above 0.</param>
/// <param name="Weight">What one standard deviation adds to the model's value.</param>
public sealed record Measure(string Name, double Mean, double Scale, double Weight)
{
    /// <summary>What a value adds.</summary>
    public double Adds(double value) => Weight * (value - Mean) / Scale;
}
