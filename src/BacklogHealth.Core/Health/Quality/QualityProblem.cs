using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>What one check says of a team's data.</summary>
/// <param name="Check">The check, with its sentences.</param>
/// <param name="Affected">How many are affected, 0 or more.</param>
/// <param name="Of">Of how many that could be; 0 where there was nothing to look at.</param>
/// <param name="Among">What <paramref name="Of"/> counts, in the number that fits it, as said behind "3 of 40", for example "finished items".</param>
/// <param name="Items">Keys of all affected items, the ones created last first.</param>
/// <param name="Days">The days spoken of, oldest first; none where it speaks of items alone.</param>
public sealed record QualityProblem(QualityCheck Check, int Affected, int Of, Sentence Among, ImmutableArray<string> Items, ImmutableArray<Period> Days)
{
    /// <summary>For example "3 of 1,240 finished items".</summary>
    public Sentence Share => $"{Affected} of {Of} {Among}";
}
