using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>The same item in the scopes of several teams, which is what several boards look like here: items are stored by team, not by board.</summary>
internal sealed class InSeveralTeams : QualityCheck
{
    public override string Id => "in-several-teams";

    public override Sentence Name => $"On several boards";

    public override Sentence Meaning => $"The item is in the scope of another team of these settings, too; boards for which no team is set up are not known.";

    public override Sentence Effect => $"It counts in each of these teams, so that their numbers must not be added up.";

    public override Sentence Treatment => $"Each team counts it as its own; no report adds up teams.";

    public override Sentence Remedy => $"Where one team alone works on it, narrow `Board`, `AreaPath` or `Query` of the other team in the settings.";

    internal override Affected Look(QualityData data) => Affected.Among(data.All, $"item", $"items", f => data.Facts.InOtherTeams.Contains(f.Item.Id));
}
