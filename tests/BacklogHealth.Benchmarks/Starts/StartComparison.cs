using System.Diagnostics;
using System.Globalization;

namespace BacklogHealth.Benchmarks.Starts;

/// <summary>
/// How much longer a forecast takes than a .NET program that does nothing: what a what-if costs beyond the runtime itself. Both are started in turns, so
/// that what else the machine does weighs on both alike; of elapsed times the median counts.
/// </summary>
internal static class StartComparison
{
    private const double MostMilliseconds = 150;

    /// <summary>Runs it; false where the bound does not hold.</summary>
    /// <param name="runs">How often each is started.</param>
    /// <param name="dates">A file of finish dates; null for those of five years and six items a week.</param>
    public static async Task<bool> Run(int runs, string? dates)
    {
        var folder = Directory.CreateTempSubdirectory("backlog-health-start-").FullName;
        try
        {
            var empty = await Empty(folder);
            var file = dates ?? await Dates(folder);
            string[] forecast = ["forecast", "how-many", "--days", "28", "--dates", file, "--json"];
            var (nothing, ours) = (new StartTimes(runs), new StartTimes(runs));
            for (var run = 0; run <= runs; run++)
            {
                // The first run of each only fills the machine's caches.
                await nothing.Add(counts: run > 0, empty);
                await ours.Add(counts: run > 0, ProductFile, forecast);
            }

            Console.WriteLine(FormattableString.Invariant($"{runs} runs each, in turns, {File.ReadLines(file).Count()} dates"));
            Console.WriteLine($"a program that does nothing   {nothing}");
            Console.WriteLine($"{string.Join(' ', forecast[..4]),-30}{ours}");
            var more = ours.Elapsed - nothing.Elapsed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(more <= MostMilliseconds ? "holds " : "BROKEN")} at most {MostMilliseconds:0} ms more: {more:0} ms elapsed, {ours.Processor - nothing.Processor:0} ms of processor time"));
            return more <= MostMilliseconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Suffix => OperatingSystem.IsWindows() ? ".exe" : "";

    // The program as a release build leaves it; beside this one lies a copy whose libraries are not precompiled.
    private static string ProductFile => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../BacklogHealth/release/backlog-health" + Suffix));

    private static async Task<string> Empty(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "nothing.csproj"), """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        await File.WriteAllTextAsync(Path.Combine(folder, "Nothing.cs"), "return;");
        var built = Path.Combine(folder, "built");
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Path.Combine(folder, "nothing.csproj"), "-c", "Release", "-o", built]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? Path.Combine(built, "nothing" + Suffix) : throw new InvalidOperationException("the program that does nothing could not be built");
    }

    private static async Task<string> Dates(string folder)
    {
        var file = Path.Combine(folder, "dates.txt");
        await File.WriteAllLinesAsync(file, TeamHistory.Dates().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return file;
    }
}
