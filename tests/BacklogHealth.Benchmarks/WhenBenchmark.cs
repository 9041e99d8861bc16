using BacklogHealth.Core.Forecasting;
using BenchmarkDotNet.Attributes;

namespace BacklogHealth.Benchmarks;

/// <summary>When 40 items are done: exact, against the plain loop.</summary>
[MemoryDiagnoser]
public class WhenBenchmark
{
    private readonly UsualMethod _exact = new(TeamHistory.Make());
    private readonly int[] _days = [.. TeamHistory.Make().Last(UsualMethod.Window).Counts];

    [Benchmark(Baseline = true)]
    public int Loop() => PlainLoop.When(_days, 40, 0.85);

    [Benchmark]
    public int? Exact() => _exact.When(40, [0.85])[0];
}
