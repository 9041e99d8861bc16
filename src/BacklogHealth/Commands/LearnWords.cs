using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Commands;

/// <summary>What can be told from a team's own items and what cannot, as lines for a terminal.</summary>
internal static class LearnWords
{
    /// <summary>All of it: each model with its verdict, then what findings cost.</summary>
    public static IEnumerable<string> Of(string team, OwnModels learned)
    {
        yield return $"{team}: what we can and cannot tell from items begun before {learned.Verdicts[0].DataTo:yyyy-MM-dd}";
        foreach (var verdict in learned.Verdicts)
        {
            yield return "";
            yield return VerdictWords.Title(verdict.Target).ToString();
            yield return $"  {VerdictWords.Say(verdict)}";
        }

        yield return "";
        yield return EffectWords.Title.ToString();
        yield return $"  {EffectWords.Say(learned.ReadyEffect)}";
        foreach (var effect in learned.Effects.Where(e => e is { Finding: not null, IsThere: true }))
        {
            yield return $"  {effect.Finding} {RuleBook.All.Find(effect.Finding!)!.Title}: {EffectWords.SayRule(effect)}";
        }
    }
}
