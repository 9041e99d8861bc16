using BacklogHealth.Core.Flow;
using BacklogHealth.Steps;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Steps;

public sealed class FinishedWordsTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_words_of_what_was_finished_within_four_weeks_are_read_and_no_others()
    {
        const string rows = """
            key,title,status,created,started,resolved,type,parent
            A-1,Pay by card,Done,2026-01-05,2026-02-10,2026-02-20,Story,A-9
            A-2,Pay by invoice,Done,2026-01-05,2026-01-10,2026-01-20,Story,
            A-3,Pay in parts,Open,2026-01-05,,,Story,
            A-9,Payments,Done,2026-01-01,2026-01-02,2026-02-25,Epic,
            """;
        Assert.Equal(0, await _program.Run("import", _program.File("a.csv", rows), "--team", "A"));
        await using var store = await BacklogStore.Open($"Data Source={Path.Combine(_program.Folder, "test.db")}", _program.Time);

        Assert.Equal(["Payments", "Pay by card"], await Titles(store, null));
        Assert.Empty(await Titles(store, new DateOnly(2026, 2, 20)));
    }

    private async Task<IEnumerable<string>> Titles(BacklogStore store, DateOnly? day)
    {
        var stored = await StoreStep.AlreadyThere(Team.Imported("A"), store, CancellationToken.None);
        var scored = await ScoreStep.Of(stored, store, day, _program.Time, CancellationToken.None);
        var flow = StartedAndFinished.Of(await store.History("A"), stored.Workflow, scored.AsOf).ToList();
        return (await FinishedWords.Of(scored, flow, store, CancellationToken.None)).Select(i => i.Title);
    }
}
