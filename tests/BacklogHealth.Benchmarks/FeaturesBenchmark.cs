using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Features;
using BacklogHealth.Core.Forecasting.Scope;
using BenchmarkDotNet.Attributes;

namespace BacklogHealth.Benchmarks;

/// <summary>
/// When features of several teams end that are taken up in order, two at once, with the forecasters prepared: ours with sizes known and with sizes that
/// grow, against the plain loop of the usual method with sizes known.
/// </summary>
[MemoryDiagnoser]
public class FeaturesBenchmark
{
    private static readonly Dictionary<string, DateOnly> NoDays = [];

    private readonly int[] _days = [.. TeamHistory.Make().Last(UsualMethod.Window).Counts];
    private int[] _sizes = [];
    private TeamFeatures[] _known = [];
    private TeamFeatures[] _growing = [];

    /// <summary>Features and teams.</summary>
    [Params("10 x 3", "30 x 5")]
    public string Size { get; set; } = "";

    private int Teams => Size == "10 x 3" ? 3 : 5;

    [GlobalSetup]
    public void Prepare()
    {
        _sizes = [.. Enumerable.Range(0, Size == "10 x 3" ? 10 : 30).Select(i => 4 + (i * 5 % 9))];
        var growth = new ScopeGrowth(new AddedRate(12, 200, 50, 4, 16));
        _known = [.. Enumerable.Range(0, Teams).Select(t => Team(t, Work.Of))];
        _growing = [.. Enumerable.Range(0, Teams).Select(t => Team(t, growth.Of))];
    }

    [Benchmark(Baseline = true)]
    public int Loop() => PlainLoop.Features(_days, _sizes, Teams, 2, 0.85);

    [Benchmark]
    public int Ours() => FeaturePlan.Of([.. _known], NoDays).Features.Length;

    [Benchmark]
    public int OursGrowing() => FeaturePlan.Of([.. _growing], NoDays).Features.Length;

    private TeamFeatures Team(int number, Func<int, Work> workOf)
    {
        var known = TeamHistory.Make();
        return new TeamFeatures($"Team {number}", new CalibratedMethod().Prepare(known), known.End, 2, null, [.. _sizes.Select((size, i) => new FeaturePart($"{i}", workOf(size), 0, workOf(size)))]);
    }
}
