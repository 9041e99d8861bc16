using System.Globalization;
using BacklogHealth.Anonymising;
using BacklogHealth.Json;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>export --anonymise</c>: every item that is there in other words, and on standard error what was replaced and what was not.</summary>
internal sealed class AnonymousExport(Call call, BacklogStore store, TextWriter output)
{
    private readonly AnonymousItems _items = new();

    /// <summary>Writes the items of teams, and tells what to look at before they are sent.</summary>
    public async Task<ExitCode> Run(IReadOnlyList<Team> teams, CancellationToken cancellation)
    {
        var (written, gone) = (0, 0);
        var code = await call.Each(
            teams,
            async team =>
            {
                var (there, notThere) = await Write(await StoreStep.AlreadyThere(team, store, cancellation), cancellation);
                (written, gone) = (written + there, gone + notThere);
                return ExitCode.Done;
            },
            cancellation);
        Tell(written, gone);
        return code;
    }

    /// <summary>Once through to number the items, the oldest first, and once more to write them.</summary>
    private async Task<(int There, int Gone)> Write(Stored stored, CancellationToken cancellation)
    {
        var keys = _items.KeysOf(stored.Team.Name);
        await foreach (var read in store.Items(stored.Team.Name, call.AsOf(stored.Calendar), ItemChoice.All, stored.Workflow, cancellation))
        {
            keys.Add(read.Item);
        }

        foreach (var sprint in stored.Profile.Sprints)
        {
            _items.Know(sprint);
        }

        var (there, gone) = (0, 0);
        await foreach (var (item, row, score) in ExportCommand.Rows(call, store, stored, cancellation))
        {
            if (item.RemovedAt is not null || item.NotVisibleSince is not null)
            {
                gone++;
                continue;
            }

            there++;
            var findings = score is { Scored: true } ? score.Findings.Select(f => f.RuleId).ToList() : null;
            output.WriteLine(JsonWriting.Text(_items.Of(item, row, stored.Workflow, stored.Calendar, keys, findings), indented: false));
        }

        return (there, gone);
    }

    private void Tell(int written, int gone)
    {
        call.Screen.Warn(string.Create(
            CultureInfo.InvariantCulture,
            $"{written} {(written == 1 ? "item" : "items")} written{(gone > 0 ? $"; {gone} that are removed or not visible any more were left out" : "")}. Replaced: words ({_items.Words} different ones) by made-up ones, numbers of two digits or more by others, names of teams, states, types, sprints, labels, files and addresses, all keys, ranks and projects. Left out: people, fields of your own, sprint goals, and what texts said before."));
        call.Screen.Warn("Kept: dates and times by the team's clock, what states mean, estimates, how items hang together, how texts are built, and words that rules look for, such as \"should\", \"fast\" and \"add\".");
        call.Screen.Warn("A name that is also such a word may be left, and whoever knows the items may know them again by their times. Look through the file before you send it.");
    }
}
