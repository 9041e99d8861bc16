using BacklogHealth.Core.Forecasting;
using BenchmarkDotNet.Attributes;

namespace BacklogHealth.Benchmarks;

/// <summary>When 40 items are done with the forecaster prepared: ours and the usual method, exact, against the plain loop of the usual method.</summary>
[MemoryDiagnoser]
public class WhenBenchmark
{
    private readonly Forecaster _ours = new CalibratedMethod().Prepare(TeamHistory.Make());
    private readonly UsualMethod _usual = new(TeamHistory.Make());
    private readonly int[] _days = [.. TeamHistory.Make().Last(UsualMethod.Window).Counts];

    [Benchmark(Baseline = true)]
    public int Loop() => PlainLoop.When(_days, 40, 0.85);

    [Benchmark]
    public int? Usual() => _usual.When(40, [0.85])[0];

    [Benchmark]
    public int? Ours() => _ours.When(40, [0.85])[0];
}
