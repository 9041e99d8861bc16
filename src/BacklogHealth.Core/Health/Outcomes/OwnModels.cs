using System.Collections.Immutable;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>What a team's own items have taught, as of the day it was learned.</summary>
/// <param name="Verdicts">What came of learning, in the order of <see cref="ModelTargets.All"/>; none where nobody has looked yet.</param>
/// <param name="Models">The models that are shown, by target.</param>
public sealed record OwnModels(ImmutableArray<ModelVerdict> Verdicts, IReadOnlyDictionary<string, LearnedModel> Models)
{
    /// <summary>Nobody has looked yet.</summary>
    public static readonly OwnModels None = new([], ImmutableDictionary<string, LearnedModel>.Empty);

    /// <summary>How items fared that were begun with something wrong; none where nothing could be compared.</summary>
    public ImmutableArray<StartEffect> Effects { get; init; } = [];

    /// <summary>The comparison by the Definition of Ready; null where too few items are of either kind.</summary>
    public StartEffect? ReadyEffect => Effects.FirstOrDefault(e => e.Finding is null);

    /// <summary>What could not be used of what is stored, as sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What tells sizes from the texts of the team; null where nothing does.</summary>
    /// <param name="language">ISO 639-1 code of the team's language.</param>
    public SizeModel? Sizes(string language) =>
        Verdicts.FirstOrDefault(v => v.Target == ModelTargets.Size) is { IsShown: false } ? null
        : SizeModel.Of(language, language == SizeModel.PublicLanguage ? SizeModel.Shipped : null, Models.GetValueOrDefault(ModelTargets.Size));

    /// <summary>What tells one outcome of a team's items; null where nothing does.</summary>
    /// <param name="target">A name of <see cref="ModelTargets"/>.</param>
    public OutcomeModel? Outcomes(string target) => Models.TryGetValue(target, out var model) ? OutcomeModel.Of(model) : null;

    /// <summary>The same as known on a day: what was learned of later data says nothing of it.</summary>
    public OwnModels On(DateOnly day) => Verdicts.All(v => v.DataTo <= day) && Models.Values.All(m => m.Card.To <= day) ? this
        : this with
        {
            Verdicts = Verdicts.RemoveAll(v => v.DataTo > day),
            Models = Models.Where(m => m.Value.Card.To <= day).ToImmutableDictionary(StringComparer.Ordinal),
            Effects = [],
        };
}
