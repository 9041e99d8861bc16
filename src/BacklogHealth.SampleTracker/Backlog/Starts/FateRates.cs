namespace BacklogHealth.SampleTracker.Backlog.Starts;

/// <summary>How the text with which a team's items are started goes with what becomes of them. Shares and chances are between 0 and 1.</summary>
/// <param name="Unclear">Share of items that are started with an unclear text.</param>
/// <param name="UnclearOfFated">That share among items to which a file has something happen after the start.</param>
/// <param name="IfUnclear">Chance that an item with an unclear text is edited, questioned or sent back after its start.</param>
/// <param name="IfClear">That chance with a clear text.</param>
/// <param name="UnclearCycle">What an unclear text multiplies the time from start to finish by.</param>
/// <param name="ClearCycle">What a clear text multiplies it by.</param>
internal sealed record FateRates(double Unclear, double UnclearOfFated, double IfUnclear, double IfClear, double UnclearCycle, double ClearCycle)
{
    /// <summary>A team in which the text decides nothing.</summary>
    public static FateRates Blind(double unclear, double chance) => new(unclear, unclear, chance, chance, 1, 1);
}
