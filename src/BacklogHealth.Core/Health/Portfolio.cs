using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Health;

/// <summary>One team in a portfolio.</summary>
/// <param name="Team">Its name.</param>
/// <param name="Today">Its calendar day.</param>
/// <param name="Runway">How long its ready work lasts, and how long it is wanted to.</param>
/// <param name="Healthy">How that was judged.</param>
/// <param name="NextItems">The items likely to be pulled next.</param>
/// <param name="NextReady">Those of them that are ready.</param>
/// <param name="NextFourWeeks">How many items the next four weeks bring.</param>
/// <param name="Data">How complete its data are.</param>
/// <param name="Change">Its largest change; null where nothing moved far.</param>
public sealed record PortfolioTeam(
    string Team, DateOnly Today, ReadyRunway Runway, Judgement Healthy, int NextItems, int NextReady, Forecast NextFourWeeks, DataCompleteness Data, TeamChange? Change);

/// <summary>A delivery that several teams work on, as settings name it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Teams">Names of the teams.</param>
public sealed record SharedDelivery(string Name, ImmutableArray<string> Teams);

/// <summary>What can be said of a delivery of several teams.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">The promised day; null where none is, or no team knows of the delivery.</param>
/// <param name="Fixed">True where that day is a fact, not a wish.</param>
/// <param name="Joint">When all parts are done; null where <paramref name="NotKnown"/> names a team: without its part every day would be too early.</param>
/// <param name="NotKnown">Teams of which it is not known what they have to do for it, those among them that are not in the portfolio.</param>
public sealed record PortfolioDelivery(string Name, DateOnly? Due, bool Fixed, JointDelivery? Joint, ImmutableArray<string> NotKnown);

/// <summary>
/// Several teams side by side, in the order of settings and never ranked: scores, points and paces of teams are not of one scale, so that nothing is added
/// up over teams. What they share is told together: a delivery of several teams is done when its last part is.
/// </summary>
/// <param name="Teams">The teams, in the order given.</param>
/// <param name="Deliveries">The deliveries that several of these teams work on, in the order given.</param>
/// <param name="AllByDue">Chance that all of these with a promised day and a forecast are done by it; null where there are fewer than two.</param>
public sealed record Portfolio(ImmutableArray<PortfolioTeam> Teams, ImmutableArray<PortfolioDelivery> Deliveries, double? AllByDue)
{
    /// <summary>Puts teams side by side.</summary>
    /// <param name="teams">The teams, in the order of settings.</param>
    /// <param name="shared">The deliveries that settings give to teams; those that fewer than two of these teams work on are left out.</param>
    public static Portfolio Of(IReadOnlyCollection<TeamHealth> teams, IEnumerable<SharedDelivery> shared)
    {
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(shared);
        ImmutableArray<PortfolioDelivery> deliveries =
        [
            .. from delivery in shared
               let its = teams.Where(t => delivery.Teams.Contains(t.Team, StringComparer.OrdinalIgnoreCase)).ToList()
               where its.Count > 1
               select Join(delivery, its),
        ];
        return new Portfolio([.. teams.Select(TeamOf)], deliveries, JointDelivery.AllByDue([.. deliveries.Select(d => d.Joint).OfType<JointDelivery>()]));
    }

    private static PortfolioTeam TeamOf(TeamHealth health)
    {
        var next = health.NextOpen;
        return new PortfolioTeam(
            health.Team, health.Today, health.Runway, ThreeAnswers.Of(health).Healthy.Judged, next.Length, next.Count(i => i.Ready.IsReady),
            health.NextFourWeeks, health.Data, TeamChange.Of(health));
    }

    private static PortfolioDelivery Join(SharedDelivery delivery, List<TeamHealth> teams)
    {
        var name = delivery.Name;
        var parts = teams.Select(t => new { Health = t, Outlook = t.Deliveries.FirstOrDefault(d => d.Name == name && !d.IsNextItems) }).ToList();
        var first = parts.Select(p => p.Outlook).FirstOrDefault(o => o is not null);
        var absent = delivery.Teams.Where(t => !teams.Exists(x => x.Team.Equals(t, StringComparison.OrdinalIgnoreCase)));
        ImmutableArray<string> notKnown = [.. parts.Where(p => p.Outlook is null).Select(p => p.Health.Team), .. absent];
        return new PortfolioDelivery(
            name, first?.Due, first?.Fixed ?? false,
            notKnown.IsEmpty ? JointDelivery.Of([.. parts.Select(p => new DeliveryPart(p.Health.Team, p.Health.Today, p.Outlook!, p.Health.Forecaster, MoveOf(p.Health, name)))]) : null,
            notKnown);
    }

    private static DeliveryMove? MoveOf(TeamHealth health, string name) => Changes.Of(health).Deliveries.FirstOrDefault(m => m.Name == name && m.Days is not null);
}
