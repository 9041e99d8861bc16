using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting.Scope;

namespace BacklogHealth.Core.Forecasting.Features;

/// <summary>
/// Several pieces of work at once: the team finishes an item of each in turn, and the next piece begins when one is done. Where all sizes are certain,
/// so is the answer; else ten thousand futures are played, each size spread evenly over them.
/// </summary>
internal static class Turns
{
    /// <summary>Futures that are played.</summary>
    public const int Futures = 10_000;

    private const int Endless = int.MaxValue;

    private const int Seed = 20260101;

    /// <summary>For each piece, the number of items that are finished of all of them when it is done.</summary>
    /// <param name="pieces">The pieces, the first to be taken up first.</param>
    /// <param name="atOnce">How many are done at once, 1 or more.</param>
    public static ImmutableArray<Work> Share(ImmutableArray<Work> pieces, int atOnce)
    {
        var futures = pieces.All(p => p.Known is not null) ? 1 : Futures;
        var random = new Random(Seed);
        var sizes = pieces.Select(p => Played(p, futures, random)).ToArray();
        var places = pieces.Select(_ => new int[futures]).ToArray();
        var (now, done) = (new int[pieces.Length], new int[pieces.Length]);
        for (var future = 0; future < futures; future++)
        {
            for (var i = 0; i < now.Length; i++)
            {
                now[i] = sizes[i][future];
            }

            Take(now, atOnce, done);
            for (var i = 0; i < done.Length; i++)
            {
                places[i][future] = done[i];
            }
        }

        return [.. places.Select(WorkOf)];
    }

    // Numbers of items, each level of probability once, in an order made of chance.
    private static int[] Played(Work work, int futures, Random random)
    {
        if (work.Known is { } known)
        {
            var same = new int[futures];
            Array.Fill(same, known);
            return same;
        }

        var ending = (int)Math.Round(futures * (1 - work.Endless));
        int[] sizes = [.. work.Items.Quantiles([.. Enumerable.Range(0, ending).Select(i => (i + 0.5) / ending)]), .. Enumerable.Repeat(Endless, futures - ending)];
        random.Shuffle(sizes);
        return sizes;
    }

    // Plays one future: how many items are finished when each piece is. Sizes are used up.
    private static void Take(int[] left, int atOnce, int[] places)
    {
        Array.Fill(places, Endless);
        var running = new List<int>(atOnce);
        var (next, finished) = (0, 0);
        while (true)
        {
            for (; next < left.Length && running.Count < atOnce; next++)
            {
                if (left[next] == 0)
                {
                    places[next] = finished;
                }
                else
                {
                    running.Add(next);
                }
            }

            var rounds = running.Count == 0 ? Endless : running.Min(i => left[i]);
            if (rounds == Endless)
            {
                return;
            }

            for (var turn = 0; turn < running.Count; turn++)
            {
                var piece = running[turn];
                left[piece] -= left[piece] == Endless ? 0 : rounds;
                if (left[piece] == 0)
                {
                    places[piece] = finished + ((rounds - 1) * running.Count) + turn + 1;
                }
            }

            finished += rounds * running.Count;
            running.RemoveAll(i => left[i] == 0);
        }
    }

    private static Work WorkOf(int[] places)
    {
        var ending = places.Where(p => p != Endless).ToArray();
        var endless = 1 - ((double)ending.Length / places.Length);
        return ending.Length == 0 ? Work.Of(0) with { Endless = 1 } : new Work(Distribution.OfDraw(ending), endless);
    }
}
