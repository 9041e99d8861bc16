using BacklogHealth.Core.Forecasting;
using BenchmarkDotNet.Attributes;

namespace BacklogHealth.Benchmarks;

/// <summary>How many items in 28 days with the forecaster prepared: ours and the usual method, exact, against the plain loop of the usual method.</summary>
[MemoryDiagnoser]
public class HowManyBenchmark
{
    private readonly Forecaster _ours = new CalibratedMethod().Prepare(TeamHistory.Make());
    private readonly Forecaster _withDaysOff = new CalibratedMethod(daysOff: TeamHistory.DaysOff()).Prepare(TeamHistory.Make());
    private readonly UsualMethod _usual = new(TeamHistory.Make());
    private readonly int[] _days = [.. TeamHistory.Make().Last(UsualMethod.Window).Counts];

    [Benchmark(Baseline = true)]
    public int Loop() => PlainLoop.HowMany(_days, 28, 0.85);

    [Benchmark]
    public int Usual() => _usual.Items(28).AtLeast(0.85);

    [Benchmark]
    public int Ours() => _ours.Items(28).AtLeast(0.85);

    [Benchmark]
    public int OursWithDaysOff() => _withDaysOff.Items(28).AtLeast(0.85);
}
