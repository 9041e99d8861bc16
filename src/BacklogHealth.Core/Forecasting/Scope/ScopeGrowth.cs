namespace BacklogHealth.Core.Forecasting.Scope;

/// <summary>
/// How much is added to an epic or a delivery while work on it goes on. Each finished item brings so many new ones on average, and each of those again:
/// a branching process, whose total has an exact distribution (Borel–Tanner, mixed over what the rate may be).
/// </summary>
/// <param name="Rate">New items for each finished one, as past epics gained them from where the work stands now.</param>
public sealed record ScopeGrowth(AddedRate Rate)
{
    /// <summary>Fewer past epics teach nothing.</summary>
    public const int FewestEpics = 5;

    // What the cut-off tail of a total may weigh; what lies behind it is called endless.
    private const double Negligible = 1e-9;

    /// <summary>Work that stands at so many items now, 0 or more, with all that will be added to it.</summary>
    public Work Of(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        if (items == 0)
        {
            return Work.Of(0);
        }

        // P(total = n) = items / n × P(n finished items bring n − items new ones).
        var most = (50 * items) + 500;
        var mass = new double[most + 1];
        var sum = 0.0;
        for (var n = items; n <= most && sum < 1 - Negligible; n++)
        {
            mass[n] = (double)items / n * Math.Exp(Rate.LogOf(n - items, n));
            sum += mass[n];
        }

        return new Work(Distribution.OfMass(mass, 1), Math.Max(0, 1 - sum) is > Negligible and var endless ? endless : 0);
    }
}
