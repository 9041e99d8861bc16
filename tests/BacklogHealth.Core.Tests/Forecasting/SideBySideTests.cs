using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>Reports are drawn side by side and ask one forecaster: whoever asks first, and whatever else is asked meanwhile, the answer is the same.</summary>
public sealed class SideBySideTests
{
    private static readonly int[] Horizons = [7, 14, 28, 56, 84, 112, 168, 252, 364, 546, 728];

    [Fact]
    public void Many_threads_get_the_answers_that_one_alone_gets()
    {
        var history = new DailyCounts(new DateOnly(2024, 1, 1), [.. Enumerable.Range(0, 700).Select(i => i % 7 < 5 ? (i * 31 % 4) : 0)]);
        var alone = Horizons.Select(Answer(history)).ToArray();
        for (var i = 0; i < 60; i++)
        {
            var answer = Answer(history);
            var together = new double[Horizons.Length];
            using var start = new Barrier(Horizons.Length);
            var threads = Horizons.Select((days, at) => new Thread(() =>
            {
                start.SignalAndWait();
                together[at] = answer(days);
            })).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());

            Assert.Equal(alone, together);
        }
    }

    private static Func<int, double> Answer(DailyCounts history)
    {
        var forecaster = new CalibratedMethod().Prepare(history);
        return days => forecaster.Items(days).Mean;
    }
}
