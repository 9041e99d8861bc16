using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BenchmarkDotNet.Attributes;

namespace BacklogHealth.Benchmarks;

/// <summary>From five years of finish dates to a forecast, alone and with its record. Results are numbers, since the runner's own project sees no room but this.</summary>
[MemoryDiagnoser]
public class PrepareBenchmark
{
    private readonly DateOnly[] _dates = TeamHistory.Dates();

    private readonly DaysOff _daysOff = TeamHistory.DaysOff();

    [Benchmark(Baseline = true)]
    public int Usual() => new UsualMethod(FinishHistory.OfDates(_dates)).Items(28).AtLeast(0.85);

    [Benchmark]
    public int Forecast() => new CalibratedMethod().Prepare(FinishHistory.OfDates(_dates)).Items(28).AtLeast(0.85);

    [Benchmark]
    public int ForecastWithDaysOff() => new CalibratedMethod(daysOff: _daysOff).Prepare(FinishHistory.OfDates(_dates)).Items(28).AtLeast(0.85);

    [Benchmark]
    public int ForecastWithItsRecord() => new ForecastMaker(FinishHistory.OfDates(_dates)).HowMany(28).AtLeast.Length;
}
