using BacklogHealth.Core.Forecasting;
using BenchmarkDotNet.Attributes;

namespace BacklogHealth.Benchmarks;

/// <summary>How many items in 28 days: exact, against the plain loop.</summary>
[MemoryDiagnoser]
public class HowManyBenchmark
{
    private readonly UsualMethod _exact = new(TeamHistory.Make());
    private readonly int[] _days = [.. TeamHistory.Make().Last(UsualMethod.Window).Counts];

    [Benchmark(Baseline = true)]
    public int Loop() => PlainLoop.HowMany(_days, 28, 0.85);

    [Benchmark]
    public int Exact() => _exact.Items(28).AtLeast(0.85);
}
