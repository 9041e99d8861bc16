using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Learning.Sizes;

/// <summary>
/// Measures how well sizes are foretold, on items that nothing was learned from. Where the model that comes with the product has seen a project, it is
/// replaced by one that the other projects of the files teach: a figure on what was learned by heart would be worth nothing.
/// </summary>
/// <param name="items">All estimated items, each project's in order of time.</param>
/// <param name="corpus">What read them.</param>
/// <param name="shipped">The model that comes with the product; null to leave it out.</param>
public sealed class SizeEvaluation(IReadOnlyList<SizeItem> items, Corpus corpus, LearnedModel? shipped)
{
    private const int FewestElsewhere = 200;
    private const string Test = "test";

    private readonly List<IGrouping<string, SizeItem>> _projects = [.. items.GroupBy(i => i.Project, StringComparer.Ordinal)];
    private readonly Dictionary<string, LearnedModel?> _fromOthers = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <summary>What is to be said of the measuring, as sentences.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Foretells every item that the split leaves for it, project by project.</summary>
    public IEnumerable<SizeForecast> Run(SizeSplit split)
    {
        foreach (var project in _projects)
        {
            var (known, tested) = Split([.. project], split);
            if (tested.Count == 0)
            {
                _notes.Add($"{project.Key}: no item is left to be foretold{(split == SizeSplit.Published ? ": none is marked as test" : "")}.");
                continue;
            }

            var shared = SharedFor(project.Key, split);
            var own = split == SizeSplit.LeaveOneProjectOut ? null : SizeLearning.FromTeam(known, shared is [var only] ? only.Model : null, corpus, c => c);
            foreach (var forecast in Foretell(tested, [.. shared, .. own is null ? [] : new[] { own }], split == SizeSplit.LeaveOneProjectOut ? tested : known))
            {
                yield return forecast;
            }
        }
    }

    private static IEnumerable<SizeForecast> Foretell(IReadOnlyList<SizeItem> tested, ImmutableArray<LearnedModel> models, IReadOnlyList<SizeItem> known)
    {
        var estimates = known.Select(i => i.Points).Order().ToImmutableArray();
        var median = Median.Of(estimates) ?? 0;
        foreach (var item in tested)
        {
            var value = models.Sum(m => item.Example.ValueBy(m.Model));
            var points = models.IsEmpty ? median : SizeModel.PointsAt(value, estimates) ?? median;
            yield return new SizeForecast(item.Key, item.Project, models.IsEmpty ? 0.5 : models[^1].RankOf(value), points, item.Points, median);
        }
    }

    private static (IReadOnlyList<SizeItem> Known, IReadOnlyList<SizeItem> Tested) Split(List<SizeItem> project, SizeSplit split) => split switch
    {
        SizeSplit.LeaveOneProjectOut => ([], project),
        SizeSplit.Published => (project.FindAll(i => i.Mark is not null and not Test), project.FindAll(i => i.Mark == Test)),
        _ => (project[..(project.Count * 4 / 5)], project[(project.Count * 4 / 5)..]),
    };

    // What is known from elsewhere, in the order in which it was learned, each beyond the one before.
    private ImmutableArray<LearnedModel> SharedFor(string project, SizeSplit split)
    {
        if (shipped is not null && !HasSeen(project))
        {
            var unseen = split == SizeSplit.LeaveOneProjectOut ? _projects.Where(p => p.Key != project && !HasSeen(p.Key)).SelectMany(p => p).ToList() : [];
            return unseen.Count < FewestElsewhere ? [shipped] : [shipped, SizeLearning.FromProjects(Beyond(unseen, shipped), corpus, c => c)];
        }

        if (shipped is null && split != SizeSplit.LeaveOneProjectOut)
        {
            return [];
        }

        return [.. new[] { FromOthers(project) }.OfType<LearnedModel>()];
    }

    // Learned once, however many splits are asked for.
    private LearnedModel? FromOthers(string project)
    {
        if (_fromOthers.TryGetValue(project, out var learned))
        {
            return learned;
        }

        var others = _projects.Where(p => p.Key != project).SelectMany(p => p).ToList();
        if (shipped is not null)
        {
            _notes.Add($"{project}: the model that comes with the product has learned from these items and is left out; {(others.Count < FewestElsewhere ? "too few others are there to take its place" : "what the other projects of the files teach takes its place")}.");
        }

        return _fromOthers[project] = others.Count < FewestElsewhere ? null : SizeLearning.FromProjects(others, corpus, c => c);
    }

    private static List<SizeItem> Beyond(List<SizeItem> items, LearnedModel known) =>
        items.ConvertAll(i => i with { Example = i.Example with { Known = i.Example.ValueBy(known.Model) } });

    private bool HasSeen(string project) =>
        _projects.First(p => p.Key == project).Any(i => shipped!.Card.Projects.Contains(SizeLearning.ProjectKey(i.Key)));
}
