using System.Globalization;
using BacklogHealth.Benchmarks.Learning;
using BacklogHealth.Benchmarks.Pulls;
using BacklogHealth.Benchmarks.Reports;
using BacklogHealth.Benchmarks.Scores;
using BacklogHealth.Benchmarks.Starts;
using BenchmarkDotNet.Running;

// `pull [ITEMS]`, `pull-alone [ITEMS]`, `score FILE [ITEMS]`, `learn [ITEMS]`, `report [ITEMS…]` and `start [RUNS [DATES]]` measure whole processes; everything else is a benchmark of single methods.
switch (args)
{
    case ["serve", var items]:
        await PageServer.Run(Number(items));
        return 0;
    case ["bare", var address, var items, var file]:
        await BarePull.Run(address, Number(items), file);
        return 0;
    case ["pull", .. var size]:
        return await PullComparison.Run(size.Length > 0 ? Number(size[0]) : 100_000, withBare: true, mostMegabytes: 300) ? 0 : 1;
    case ["pull-alone", .. var size]:
        return await PullComparison.Run(size.Length > 0 ? Number(size[0]) : 1_000_000, withBare: false, mostMegabytes: 500) ? 0 : 1;
    case ["score", var file, .. var size]:
        return await ScoreComparison.Run(file, size.Length > 0 ? Number(size[0]) : 100_000) ? 0 : 1;
    case ["start", .. var rest]:
        return await StartComparison.Run(rest.Length > 0 ? Number(rest[0]) : 21, rest.Length > 1 ? rest[1] : null) ? 0 : 1;
    case ["learn", .. var size]:
        return await LearnComparison.Run(size.Length > 0 ? Number(size[0]) : 25_000) ? 0 : 1;
    case ["report", .. var sizes]:
        return await ReportComparison.Run(sizes.Length > 0 ? [.. sizes.Select(Number)] : [5_000, 20_000, 100_000]) ? 0 : 1;
    case ["report-parts", var folder]:
        await ReportParts.Run(folder);
        return 0;
    case ["report-fill", var folder, var items]:
        Directory.CreateDirectory(folder);
        await ReportComparison.Fill(folder, Number(items));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PullComparison).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
