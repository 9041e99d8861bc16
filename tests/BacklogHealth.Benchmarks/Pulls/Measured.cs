using System.Diagnostics;
using System.Globalization;

namespace BacklogHealth.Benchmarks.Pulls;

/// <summary>A process that was run to its end, and what it cost.</summary>
/// <param name="Elapsed">Seconds from start to end.</param>
/// <param name="Processor">Seconds of processor time.</param>
/// <param name="PeakMegabytes">The most memory it held, in MB of 1,000,000 bytes; 0 where the system does not say.</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record Measured(double Elapsed, double Processor, double PeakMegabytes, string Output)
{
    /// <summary>Runs a program.</summary>
    public static async Task<Measured> Of(string file, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{file} did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0.0, TimeSpan.Zero);
        while (!process.WaitForExit(50))
        {
            peak = Math.Max(peak, Peak(process.Id));
            processor = ProcessorOf(process) ?? processor;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? new(elapsed.TotalSeconds, processor.TotalSeconds, peak, await output)
            : throw new InvalidOperationException(FormattableString.Invariant($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}"));
    }

    /// <summary>The quicker of two runs of the same program, with the most memory that either held; the second where there was none before.</summary>
    public static Measured Better(Measured? before, Measured now) => before is null
        ? now
        : (before.Elapsed <= now.Elapsed ? before : now) with { PeakMegabytes = Math.Max(before.PeakMegabytes, now.PeakMegabytes) };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Elapsed:0.0} s, {Processor:0.0} s of processor time, {PeakMegabytes:0} MB");

    // Null where the process ended a moment ago.
    private static TimeSpan? ProcessorOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
