using System.Globalization;

namespace BacklogHealth.Core.Models;

/// <summary>What the number of a model rests on, and how well it did on data it had not seen.</summary>
/// <param name="Source">Where it was learned.</param>
/// <param name="Skill">How well it did.</param>
public sealed record ModelEvidence(ModelSource Source, SkillFigure Skill)
{
    /// <summary>The evidence in a few words, as JSON and the command line say it: "public model, rank correlation 0.34".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Source == ModelSource.Public ? "public model" : "your data")}, {Skill.Name} {Skill.Value:0.00}{(Source == ModelSource.Team ? $", n = {Skill.Items}" : "")}");
}

/// <summary>Where a model was learned.</summary>
public enum ModelSource
{
    /// <summary>On public projects; it comes with the product.</summary>
    Public,

    /// <summary>On the team's own items.</summary>
    Team,
}

/// <summary>A figure of skill, measured on items that the model had not seen.</summary>
/// <param name="Name">What was measured, for example <c>rank correlation</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end of where the true one lies: with 90 % certainty over choices of projects, with 95 % over items of one team.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="Baseline">What the simple way reaches on the same items.</param>
/// <param name="Items">Number of items it was measured on.</param>
/// <param name="Split">How they were kept apart from those that were learned from: <c>leave-one-project-out</c>, <c>later-items</c>.</param>
public sealed record SkillFigure(string Name, double Value, double Low, double High, double Baseline, int Items, string Split);
