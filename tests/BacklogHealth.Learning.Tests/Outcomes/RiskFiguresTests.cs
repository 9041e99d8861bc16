using System.Globalization;
using System.Text;
using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Learning.Outcomes;
using BacklogHealth.Learning.Sizes;
using BacklogHealth.Testing;

namespace BacklogHealth.Learning.Tests.Outcomes;

/// <summary>What is said of risk must come out of the public data again. The page reports/risk.md is made here: set BACKLOGHEALTH_ACCEPT=1 to take over a wanted change.</summary>
public sealed class RiskFiguresTests(ITestOutputHelper output)
{
    [Fact]
    public void The_page_is_fresh_and_estimate_text_and_type_together_tell_more_than_the_estimate()
    {
        var corpus = new Corpus(Recipe.OwnSize.FewestItems);
        var (sizes, timed) = Read(corpus);
        var ranks = new SizeEvaluation(sizes, corpus, SizeModel.Shipped).Run(SizeSplit.LeaveOneProjectOut).ToDictionary(s => (s.Project, s.Key), s => s.Rank);
        var skills = RiskSkill.Of(RiskEvaluation.Run(timed, i => ranks[(i.Size.Project, i.Size.Key)]));
        FreshPage.Same(output, ["reports", "risk.md"], Page(skills));

        Assert.True(ProjectMean.Of(skills.Select(s => s.Area))!.Value.Mean >= 0.70);
        Assert.True(skills.Average(s => s.Area) > skills.Average(s => s.AreaOfEstimate));
        Assert.True(skills.Count(s => s.Area > s.AreaOfEstimate) > skills.Count / 2);
    }

    private static (List<SizeItem> Sizes, List<TimedItem> Timed) Read(Corpus corpus)
    {
        var folder = Repository.Beside("data", "items");
        Assert.SkipWhen(folder is null, "The public items are not at hand beside the repository.");
        var reader = new StartReader(new TeamContext(), DefinitionOfReady.Default);
        var (items, timed, projects) = (new List<(DateTimeOffset Created, SizeItem Item)>(), new List<TimedItem>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in ItemFile.Open(Path.Combine(folder, "items.csv")).Rows().OfType<FileRow.Good>().Where(r => r.Item.StoryPoints is >= 0))
        {
            projects.TryAdd(row.Item.Project, projects.Count);
            var size = new SizeItem(row.Item.Key, row.Item.Project, corpus.Read(TextFeatures.At(row.Item, DateTimeOffset.MaxValue, SizeModel.PublicLanguage)!, projects[row.Item.Project]), row.Item.StoryPoints!.Value);
            items.Add((row.Item.Created, size));
            if (row.InProgressMinutes is > 0 and var minutes && reader.Now(row.Item) is { } facts)
            {
                timed.Add(new TimedItem(size, facts, minutes));
            }
        }

        return ([.. items.GroupBy(i => i.Item.Project, StringComparer.Ordinal).SelectMany(g => g.OrderBy(i => i.Created)).Select(i => i.Item)], timed);
    }

    private static string Page(IReadOnlyList<RiskSkill> skills)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# What tells which items stay in progress\n\nMade by a test from public data; nothing here is set by hand. {skills.Sum(s => s.Items):#,0} items of {skills.Count} public projects that were in progress and have story points; texts as they stand today, since nobody kept them as they were.\n\n");
        page.Append("Whether an item stayed in progress for longer than 85 of 100 of its project, told from its estimate, its type, its readiness and the size that its text lets expect. Each project is told of by what the others teach: of itself nothing is known but its estimates and texts. AUC: of one item that stayed long and one that did not, how often the first had the higher chance; 0.5 is luck.\n\n");
        page.Append("| project | items | AUC | by the estimate alone |\n|---|---|---|---|\n");
        foreach (var s in skills)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {s.Project} | {s.Items} | {s.Area:0.000} | {s.AreaOfEstimate:0.000} |\n");
        }

        var (ours, alone) = (ProjectMean.Of(skills.Select(s => s.Area))!.Value, ProjectMean.Of(skills.Select(s => s.AreaOfEstimate))!.Value);
        page.Append(CultureInfo.InvariantCulture, $"| **mean** | {skills.Sum(s => s.Items)} | **{ours.Mean:0.000}** ({ours.Low:0.00} to {ours.High:0.00}) | {alone.Mean:0.000} ({alone.Low:0.00} to {alone.High:0.00}); less than ours in {skills.Count(s => s.Area > s.AreaOfEstimate)} of {skills.Count} |\n");
        page.Append("\nTo make them again: `learn evaluate --items items.csv --target risk`. No model of these items ships: a team's risk is learned from its own, and shown only where it beats the estimate alone on later ones (`learn`).\n");
        return page.ToString();
    }
}
