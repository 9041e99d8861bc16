using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>The accounts that act on the site: opaque ids, as the tracker gives them; nobody has a name.</summary>
internal static class Accounts
{
    /// <summary>The five accounts of a team, product owner first.</summary>
    public static ImmutableArray<string> Of(TeamPlan team) =>
    [
        .. Enumerable.Range(0, 5).Select(i =>
        {
            var chance = Chance.For(i, team.Key + " account");
            return "5f1a" + string.Concat(Enumerable.Range(0, 20).Select(_ => "0123456789abcdef"[(int)(chance.Unit() * 16)]));
        }),
    ];
}
