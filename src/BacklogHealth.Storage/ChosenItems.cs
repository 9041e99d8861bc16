using System.Runtime.CompilerServices;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage;

/// <summary>
/// The items of a team that were chosen at some instants, in one state of the database: to be gone through as often as needed, and each time the same
/// ones come. Each item is read once for all instants. To be closed.
/// </summary>
public sealed class ChosenItems : IAsyncDisposable
{
    private readonly OpenReading _reading;
    private readonly IReadOnlyList<DateTimeOffset?> _instants;
    private readonly IReadOnlyList<long> _all;
    private readonly IReadOnlyList<IReadOnlySet<long>> _chosen;

    private ChosenItems(OpenReading reading, IReadOnlyList<DateTimeOffset?> instants, IReadOnlyList<long> all, IReadOnlyList<IReadOnlySet<long>> chosen) =>
        (_reading, _instants, _all, _chosen) = (reading, instants, all, chosen);

    /// <summary>
    /// Batches of a few hundred items, each with, for every instant in its order, the items that were there then. While a batch is worked on, the next one
    /// is read. One going through at a time.
    /// </summary>
    /// <param name="detail">How much of their history comes with them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<IReadOnlyList<IReadOnlyList<PastItem>>> Batches(HistoryDetail detail, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // To take a change back, its values are needed.
        var valuesFrom = detail == HistoryDetail.Whole ? DateTimeOffset.MinValue : _instants.Min() ?? DateTimeOffset.MaxValue;
        var ahead = Ahead(0);
        try
        {
            for (var first = 0; first < _all.Count; first += ItemReader.BatchSize)
            {
                var batch = await ahead;
                ahead = Ahead(first + ItemReader.BatchSize);
                yield return batch;
            }
        }
        finally
        {
            // Who stops early must not close the connection under a reading that still goes on.
            await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<IReadOnlyList<IReadOnlyList<PastItem>>> Ahead(int first) => first >= _all.Count ? Task.FromResult<IReadOnlyList<IReadOnlyList<PastItem>>>([])
            : Task.Run(() => _reading.Read(async session => Then(await ItemReader.ReadNumbered(session, [.. _all.Skip(first).Take(ItemReader.BatchSize)], valuesFrom))), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _reading.DisposeAsync();

    internal static async Task<ChosenItems> Of(
        Database database, string team, IReadOnlyList<DateTimeOffset?> instants, ItemChoice choice, Workflow? workflow, CancellationToken cancellation)
    {
        var reading = await database.BeginReading(cancellation);
        try
        {
            var (all, chosen) = await reading.Read(async session => await ItemChooser.Choose(session, await TeamTable.NumberOf(session, team), instants, choice, workflow));
            return new ChosenItems(reading, instants, all, chosen);
        }
        catch
        {
            await reading.DisposeAsync();
            throw;
        }
    }

    private IReadOnlyList<IReadOnlyList<PastItem>> Then(IReadOnlyList<NumberedItem> items) =>
        [.. _instants.Select((at, nth) => items.Where(i => _chosen[nth].Contains(i.Number))
            .Select(i => at is { } instant ? PastState.Rebuild(i.Item, instant) : new PastItem(i.Item, [])).OfType<PastItem>().ToList())];
}
