using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Commands;

/// <summary>The rows of files to import, read as a stream; what was bad or left out is counted on the way.</summary>
internal sealed class ImportedRows(IReadOnlyList<string> files, string? project, bool dates)
{
    private readonly List<BadRow> _bad = [];

    /// <summary>Bad rows seen so far.</summary>
    public IReadOnlyList<BadRow> Bad => _bad;

    /// <summary>Good rows of other projects seen so far.</summary>
    public int OtherProjects { get; private set; }

    /// <summary>Opens every file once, so that a missing one is told before anything is stored.</summary>
    /// <exception cref="FileException">A file is not there or cannot be used.</exception>
    public void CheckFiles()
    {
        foreach (var file in files)
        {
            if (dates)
            {
                DateFile.Read(file);
            }
            else
            {
                ItemFile.Open(file);
            }
        }
    }

    /// <summary>The workflow and sprints that fit the files.</summary>
    public TrackerProfile Profile()
    {
        if (dates)
        {
            return FinishedItems.Profile;
        }

        var profiles = files.Select(f => ItemFile.Open(f).Profile()).ToList();
        return new TrackerProfile(
            new Workflow(profiles.SelectMany(p => p.Workflow.States).OrderBy(s => s.State)), [.. profiles.SelectMany(p => p.Sprints).DistinctBy(s => s.Id)], null, null,
            [.. profiles.SelectMany(p => p.Notes)]);
    }

    /// <summary>The items, one by one.</summary>
    public IEnumerable<WorkItem> Items()
    {
        _bad.Clear();
        OtherProjects = 0;
        return dates ? Finished() : Rows();
    }

    private IEnumerable<WorkItem> Rows()
    {
        foreach (var row in files.SelectMany(f => ItemFile.Open(f).Rows()))
        {
            switch (row)
            {
                case FileRow.Bad bad:
                    _bad.Add(bad.Problem);
                    break;
                case FileRow.Good good when Wanted(good):
                    yield return good.Item;
                    break;
                default:
                    OtherProjects++;
                    break;
            }
        }
    }

    private IEnumerable<WorkItem> Finished()
    {
        foreach (var file in files)
        {
            var read = DateFile.Read(file);
            _bad.AddRange(read.BadRows);
            foreach (var item in FinishedItems.Of(read.Dates, Path.GetFileNameWithoutExtension(file)))
            {
                yield return item;
            }
        }
    }

    private bool Wanted(FileRow.Good row) => project is null || row.Item.Project.Equals(project, StringComparison.OrdinalIgnoreCase);
}
