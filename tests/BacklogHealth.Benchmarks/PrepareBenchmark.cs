using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BenchmarkDotNet.Attributes;

namespace BacklogHealth.Benchmarks;

/// <summary>From five years of finish dates to a forecaster, and to a forecast with its record.</summary>
[MemoryDiagnoser]
public class PrepareBenchmark
{
    private readonly DateOnly[] _dates = TeamHistory.Dates();

    [Benchmark]
    public UsualMethod Prepare() => new(FinishHistory.OfDates(_dates));

    [Benchmark]
    public Forecast ForecastWithItsRecord() => new ForecastMaker(FinishHistory.OfDates(_dates)).HowMany(28);
}
