using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What all parts of a portfolio share: each team as its own stakeholders would read of it, and what the teams deliver.</summary>
/// <param name="inputs">The teams, in the order of settings.</param>
/// <param name="shared">The deliveries that settings give to teams.</param>
/// <param name="missing">Names of teams that belong here and of which nothing is known.</param>
internal sealed class PortfolioContext(IReadOnlyList<ReportInput> inputs, IReadOnlyCollection<SharedDelivery> shared, IReadOnlyCollection<string> missing)
{
    public ImmutableArray<ReportContext> Teams { get; } = [.. inputs.Select(i => new ReportContext(i, Audience.Stakeholder))];

    public Portfolio Portfolio { get; } = Portfolio.Of([.. inputs.Select(i => i.Health)], shared);

    public ImmutableArray<string> Missing { get; } = [.. missing];

    /// <summary>The day of the report: that of the team where it is latest.</summary>
    public DateOnly Today { get; } = inputs.Max(i => i.Health.Today);

    /// <summary>The language that all teams share; English where they share none.</summary>
    public Voice Voice { get; } = new(
        ReportLanguages.For(inputs.Select(i => i.Health.Language).Distinct(StringComparer.Ordinal).Count() == 1 ? inputs[0].Health.Language : Language.English.Code), inputs.Max(i => i.Health.Today));

    /// <summary>What the teams deliver: together, then each its own.</summary>
    public ImmutableArray<PortfolioPiece> Pieces => field.IsDefault ? field = PortfolioPiece.Of(Portfolio, [.. Teams.Select(t => t.Health)], shared) : field;

    /// <summary>What is promised for a day and not done, whether its chance is known or not: by its day.</summary>
    public ImmutableArray<PortfolioPiece> Promised => [.. Pieces.Where(p => p.Due is not null && !p.Done).OrderBy(p => p.Due)];

    /// <summary>Of these the ones whose chance is known.</summary>
    public ImmutableArray<PortfolioPiece> Forecast => [.. Promised.Where(p => p.Joint?.ChanceByDue is not null)];

    /// <summary>The chance that all of them are done by their days; null where there are fewer than two.</summary>
    public double? AllByDue => field ??= JointDelivery.AllByDue([.. Forecast.Select(p => p.Joint!)]);

    /// <summary>The name of a delivery; with its teams where others have one of the same name.</summary>
    public string NameOf(PortfolioPiece piece)
    {
        var name = Say.Short(piece.Name, 60);
        return Pieces.Count(p => p.Name == piece.Name) > 1 ? $"{name} ({string.Join(", ", piece.Teams)})" : name;
    }

    /// <summary>Teams whose data are incomplete or old.</summary>
    public ImmutableArray<ReportContext> Incomplete => [.. Teams.Where(t => !t.Health.Data.Complete)];

    /// <summary>The day that all teams compare with; null where any has none or they differ.</summary>
    public DateOnly? Before => Teams.Select(t => t.Before).Distinct().ToList() is [{ } day] ? day : null;
}
