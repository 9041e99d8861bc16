using BacklogHealth.Core.Scoring;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth;

/// <summary>A team with its settings and, where it has one, its connection.</summary>
internal sealed record Team(string Name, TeamSettings Settings, ConnectionSettings? Connection)
{
    /// <summary>Sentences in the team's language.</summary>
    public FindingText Words => FindingText.For(Settings.Language);

    /// <summary>All teams: those of settings, in their order, then those of the store that settings do not name, as imported ones, by name.</summary>
    public static async Task<IReadOnlyList<Team>> All(AppSettings settings, BacklogStore store, CancellationToken cancellation)
    {
        var teams = settings.Teams.Select(t => new Team(t.Name, t, settings.Connections.FirstOrDefault(c => c.Name == t.Connection))).ToList();
        var others = (await store.Teams(cancellation)).Where(s => teams.TrueForAll(t => !t.Name.Equals(s.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        return [.. teams, .. others.Select(s => Imported(s.Name))];
    }

    /// <summary>A team that is known from an import only: every setting at its default.</summary>
    public static Team Imported(string name) => new(name, new TeamSettings { Name = name }, null);
}
