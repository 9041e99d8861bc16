namespace BacklogHealth.Steps;

/// <summary>
/// What a large team's scores and forecasts were worked out from is let go all at once, and is more than all that reports are drawn from. The collector does not know: it
/// would let as much again grow beside it before it looks.
/// </summary>
internal static class SpentMemory
{
    // A collection of less would gain nothing, and a team of 5,000 items holds less.
    private const long Large = 200_000_000;

    /// <summary>Lets it go, where it is much; takes some tenths of a second then.</summary>
    public static void LetGo()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > Large)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        }
    }
}
