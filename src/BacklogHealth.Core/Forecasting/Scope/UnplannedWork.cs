using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Forecasting.Scope;

/// <summary>
/// What comes in between: items that nobody had planned when a forecast was made, and that are finished before what was planned. For each planned item
/// so many of them are finished on average; they bring no others.
/// </summary>
/// <param name="Rate">Unplanned items for each planned one, as it was while past epics were worked on.</param>
public sealed record UnplannedWork(AddedRate Rate)
{
    /// <summary>Fewer past epics in which anything was finished teach nothing.</summary>
    public const int FewestEpics = 5;

    // A size less likely than that changes no number that is said.
    private const double Negligible = 1e-7;

    /// <summary>Planned work, with what comes in between until it is done.</summary>
    public Work Of(Work planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var most = planned.Items.Largest;
        var (mean, noise) = Of(most);
        var mass = new double[most + NegativeBinomial.Reach(mean, noise)];
        for (var items = planned.Items.Smallest; items <= most; items++)
        {
            if (planned.Items.Of(items) is > Negligible and var chance)
            {
                (mean, noise) = Of(items);
                if (items == 0)
                {
                    mass[0] += chance;
                }
                else
                {
                    NegativeBinomial.AddTo(mass.AsSpan(items), mean, noise, chance, 1);
                }
            }
        }

        return planned with { Items = Distribution.OfMass(mass, 1) };
    }

    // Mean of what so many planned items bring, and its variance over that: Poisson, its rate gamma.
    private (double Mean, double Noise) Of(int items) => (items * Rate.Mean, 1 + (items / Rate.Exposure));
}
