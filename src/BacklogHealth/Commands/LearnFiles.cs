using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Learning;
using BacklogHealth.Learning.Outcomes;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Commands;

/// <summary>Reads files of finished items into what models are learned from and measured on. Texts are let go as they are read.</summary>
internal static class LearnFiles
{
    private const int MostTold = 20;

    /// <summary>Every estimated item of some files, each project's in order of time; the code is 3 where rows were bad.</summary>
    public static (IReadOnlyList<SizeItem> Items, ExitCode Code) Sized(Call call, IReadOnlyList<string> files, Corpus corpus)
    {
        var (items, code) = Read(call, files, corpus);
        return ([.. items.Select(i => i.Item)], code);
    }

    /// <summary>The same, with those of them that are known to have been in progress beside them.</summary>
    public static (IReadOnlyList<SizeItem> Items, IReadOnlyList<TimedItem> Timed, ExitCode Code) Timed(Call call, IReadOnlyList<string> files, Corpus corpus)
    {
        var reader = new StartReader(new TeamContext(), DefinitionOfReady.Default);
        var timed = new List<TimedItem>();
        var (items, code) = Read(call, files, corpus, (row, item) =>
        {
            if (row.InProgressMinutes is > 0 and var minutes && reader.Now(row.Item) is { } facts)
            {
                timed.Add(new TimedItem(item, facts, minutes));
            }
        });
        return ([.. items.Select(i => i.Item)], timed, code);
    }

    private static (IEnumerable<(DateTimeOffset Created, SizeItem Item)> Items, ExitCode Code) Read(Call call, IReadOnlyList<string> files, Corpus corpus, Action<FileRow.Good, SizeItem>? told = null)
    {
        var items = new List<(DateTimeOffset Created, SizeItem Item)>();
        var projects = new Dictionary<string, int>(StringComparer.Ordinal);
        var (bad, unsized, absurd) = (0, 0, 0);
        foreach (var file in files)
        {
            foreach (var row in ItemFile.Open(file).Rows())
            {
                if (row is FileRow.Bad(var problem) && bad++ < MostTold)
                {
                    call.Screen.Warn(problem.Message);
                }
                else if (row is FileRow.Good(var item, var mark) good)
                {
                    if (item.StoryPoints is not { } points)
                    {
                        unsized++;
                    }
                    else if (points is < 0 or > SizeLearning.MostPoints)
                    {
                        absurd++;
                    }
                    else if (TextFeatures.At(item, DateTimeOffset.MaxValue, SizeModel.PublicLanguage) is { } text)
                    {
                        // A file without a column for it is one project, whatever its keys begin with.
                        var project = good.NamesProject ? item.Project : Path.GetFileNameWithoutExtension(file);
                        var number = projects.TryGetValue(project, out var known) ? known : projects[project] = projects.Count;
                        var sized = new SizeItem(item.Key, project, corpus.Read(text, number), points, mark);
                        items.Add((item.Created, sized));
                        told?.Invoke(good, sized);
                    }
                }
            }
        }

        Tell(call, bad, unsized, absurd);
        return (items.GroupBy(i => i.Item.Project, StringComparer.Ordinal).SelectMany(g => g.OrderBy(i => i.Created)), bad > 0 ? ExitCode.Incomplete : ExitCode.Done);
    }

    private static void Tell(Call call, int bad, int unsized, int absurd)
    {
        if (bad > 0)
        {
            call.Screen.Warn(FormattableString.Invariant($"backlog-health learn: {bad} {(bad == 1 ? "bad row was" : "bad rows were")} left out."));
        }

        if (unsized > 0)
        {
            call.Screen.Say(FormattableString.Invariant($"{unsized} {(unsized == 1 ? "item has no story points and was" : "items have no story points and were")} left out."));
        }

        if (absurd > 0)
        {
            call.Screen.Warn(FormattableString.Invariant($"backlog-health learn: {absurd} {(absurd == 1 ? "item has" : "items have")} story points below 0 or above {SizeLearning.MostPoints:0}; expected an estimate. Left out: correct what is wrong in the tracker."));
        }
    }
}
