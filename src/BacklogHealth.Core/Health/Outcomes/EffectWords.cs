using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>What the comparison of items begun with and without something says to people.</summary>
public static class EffectWords
{
    /// <summary>The comparison by the Definition of Ready, as a heading.</summary>
    public static Sentence Title => $"What unready items cost";

    /// <summary>What came of it.</summary>
    /// <param name="effect">The comparison by the Definition of Ready; null where there were too few of either kind.</param>
    public static Sentence Say(StartEffect? effect) => effect switch
    {
        null => $"**We cannot tell yet.** It takes {StartEffect.FewestOfEach} finished items that were begun unready and as many that were begun ready.",
        { IsThere: true } => Sentence.Join(Cost(effect), Strayed(effect)),
        { To: < 1 } => Sentence.Join(
            $"**Items that were begun unready took {effect.Ratio:0.00} times as long** as those that were begun ready, and so less (with 95 % certainty {effect.From:0.00} to {effect.To:0.00}; {effect.With} unready, {effect.Without} ready).", Strayed(effect)),
        _ => Sentence.Join(
            $"**We cannot tell.** Items that were begun unready took {effect.Ratio:0.00} times as long as those that were begun ready, and with 95 % certainty that lies between {effect.From:0.00} and {effect.To:0.00}: luck alone may be behind it ({effect.With} unready, {effect.Without} ready).", Strayed(effect)),
    };

    /// <summary>How much longer unready items took, in one sentence.</summary>
    /// <param name="effect">The comparison by the Definition of Ready, which is there.</param>
    public static Sentence Cost(StartEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return $"**Items that were begun unready took {effect.Ratio:0.00} times as long** as those that were begun ready (with 95 % certainty {effect.From:0.00} to {effect.To:0.00}; {effect.With} unready, {effect.Without} ready).";
    }

    /// <summary>The comparison by one rule, behind its name.</summary>
    public static Sentence SayRule(StartEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return $"{effect.Ratio:0.00} times as long (with 99 % certainty {effect.From:0.00} to {effect.To:0.00}; {effect.With} with, {effect.Without} without)";
    }

    private static Sentence Strayed(StartEffect effect) => effect is { StrayedWith: { Of: > 0 } with, StrayedWithout: { Of: > 0 } without }
        ? $"{with.Times} of {with.Of} unready ones took longer than 85 of 100 items had until then, and {without.Times} of {without.Of} ready ones."
        : Sentence.None;
}
