using System.Collections.Immutable;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Reports.Numbers;

/// <summary>A delivery of a portfolio, whether one team works on it or several.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Teams">The teams that work on it.</param>
/// <param name="Due">The promised day; null where none is.</param>
/// <param name="Joint">What is known of it as a whole; null where a team's part is not known.</param>
/// <param name="NotKnown">Those teams.</param>
internal sealed record PortfolioPiece(string Name, ImmutableArray<string> Teams, DateOnly? Due, JointDelivery? Joint, ImmutableArray<string> NotKnown)
{
    /// <summary>True where nothing of it is left to do.</summary>
    public bool Done => Joint is { Done: true };

    /// <summary>
    /// The whole as one outlook, which ends when its last part does, so that it is told as every delivery is; null where nothing can be said of it. It has
    /// no record of like statements: nobody has walked through the histories of several teams together.
    /// </summary>
    public DeliveryOutlook? Whole { get; } = Joint is null ? null : Joint.Parts.Length == 1 ? Joint.Parts[0].Outlook : Of(Joint);

    /// <summary>All deliveries of several teams, in the order of settings, then each team's own. The next items of a team are none.</summary>
    /// <param name="portfolio">The teams side by side.</param>
    /// <param name="teams">The same teams.</param>
    /// <param name="shared">The deliveries that settings give to several teams, in the portfolio or not.</param>
    public static ImmutableArray<PortfolioPiece> Of(Portfolio portfolio, IReadOnlyList<TeamHealth> teams, IReadOnlyCollection<SharedDelivery> shared)
    {
        var together = portfolio.Deliveries.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        return [.. portfolio.Deliveries.Select(Together), .. teams.SelectMany(t => t.Deliveries.Where(d => !d.IsNextItems).Select(d => Own(t, d)).OfType<PortfolioPiece>())];

        PortfolioPiece Together(PortfolioDelivery d) => new(
            d.Name, [.. d.Joint?.Parts.Select(p => p.Team) ?? teams.Where(t => Shares(t, d.Name) is not null && !d.NotKnown.Contains(t.Team)).Select(t => t.Team)], d.Due, d.Joint, d.NotKnown);

        // Of what is shared with a team that is not here only one part is known.
        PortfolioPiece? Own(TeamHealth team, DeliveryOutlook delivery) => Shares(team, delivery.Name) is not { } with
            ? new(delivery.Name, [team.Team], delivery.Due, JointDelivery.Of([new DeliveryPart(team.Team, team.Today, delivery, team.Forecaster, null)]), [])
            : together.Contains(delivery.Name) ? null
            : new(delivery.Name, [team.Team], delivery.Due, null, [.. with.Teams.Where(t => !t.Equals(team.Team, StringComparison.OrdinalIgnoreCase))]);

        SharedDelivery? Shares(TeamHealth team, string name) =>
            shared.FirstOrDefault(s => s.Name == name && s.Teams.Length > 1 && s.Teams.Contains(team.Team, StringComparer.OrdinalIgnoreCase));
    }

    private static DeliveryOutlook Of(JointDelivery joint)
    {
        var first = joint.Parts[0].Outlook;
        var why = joint.Parts.Select(p => p.Outlook.When).FirstOrDefault(w => w.WhyNot is not null);
        return first with
        {
            Total = joint.Parts.Sum(p => p.Outlook.Total),
            Remaining = joint.Parts.Sum(p => p.Outlook.Remaining),
            ChanceByDue = joint.ChanceByDue,
            When = first.When with { By = joint.By, Dots = joint.Dots, Done = joint.Done, WhyNot = why?.WhyNot, HeldBefore = null },
        };
    }
}
