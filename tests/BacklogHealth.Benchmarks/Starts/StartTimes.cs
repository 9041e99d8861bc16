using System.Diagnostics;
using System.Globalization;

namespace BacklogHealth.Benchmarks.Starts;

/// <summary>What it cost to start one program many times over.</summary>
/// <param name="runs">How often it will be started.</param>
internal sealed class StartTimes(int runs)
{
    // Linux counts processor time in hundredths of a second, which is fine enough for a sum of many runs.
    private const double MillisecondsInTick = 10;

    private readonly List<double> _elapsed = new(runs);
    private double _processor;

    /// <summary>Median of the milliseconds from start to end.</summary>
    public double Elapsed => _elapsed.Order().ElementAt(_elapsed.Count / 2);

    /// <summary>Mean milliseconds of processor time; 0 where the system does not say.</summary>
    public double Processor => _processor / _elapsed.Count;

    /// <summary>Starts the program once and waits for its end.</summary>
    public async Task Add(bool counts, string file, params string[] arguments)
    {
        var (before, started) = (OfChildren(), Stopwatch.GetTimestamp());
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{file} did not start");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}"));
        }

        if (counts)
        {
            _elapsed.Add(elapsed);
            _processor += OfChildren() - before;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Elapsed:0} ms (from {_elapsed.Min():0}), {Processor:0} ms of processor time");

    private static double OfChildren()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        // Behind the name, which may hold blanks: the fourteenth and fifteenth are the user and system time of children that have ended.
        var fields = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ');
        return MillisecondsInTick * (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture));
    }
}
