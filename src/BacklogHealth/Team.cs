using BacklogHealth.Core.Scoring;
using BacklogHealth.Settings;

namespace BacklogHealth;

/// <summary>A team with its settings and, where it has one, its connection.</summary>
internal sealed record Team(string Name, TeamSettings Settings, ConnectionSettings? Connection)
{
    /// <summary>Sentences in the team's language.</summary>
    public FindingText Words => FindingText.For(Settings.Language);

    /// <summary>A team that is known from an import only: every setting at its default.</summary>
    public static Team Imported(string name) => new(name, new TeamSettings { Name = name }, null);
}
