using System.Runtime.InteropServices;

namespace BacklogHealth.Jobs;

/// <summary>
/// Gives back to the machine what a job took and nobody needs until the next one, which may be a night away: without it, a process keeps the room of its largest report
/// for as long as nothing else happens.
/// </summary>
internal static class IdleMemory
{
    // What allocated less has left no room worth the while.
    private const long Enough = 16_000_000;

    private static long _allocated;

    /// <summary>Does it, unless next to nothing was done since the last time; takes about a tenth of a second.</summary>
    public static void GiveBack()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - Interlocked.Read(ref _allocated) < Enough)
        {
            return;
        }

        Interlocked.Exchange(ref _allocated, allocated);
        // What is only held by things that end themselves, such as pictures, is free after the second time.
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        if (OperatingSystem.IsLinux())
        {
            GiveBackOfDrawing();
        }
    }

    // What was drawn lies outside of the collected heap, where the C library keeps what is freed.
    private static void GiveBackOfDrawing()
    {
        try
        {
            _ = Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library that keeps nothing, as that of Alpine.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint keep);
}
