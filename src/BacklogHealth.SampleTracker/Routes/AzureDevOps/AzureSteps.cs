using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>What made a revision: changes at one time, or a comment.</summary>
internal sealed record AzureStep(DateTimeOffset At, string AuthorId, ImmutableArray<SampleChange> Changes, SampleComment? Comment = null);

/// <summary>Cuts the history of an item into the steps that make its revisions.</summary>
internal static class AzureSteps
{
    /// <summary>Who acts where the sample does not know.</summary>
    public const string Nobody = "5f00a1b2c3d4e5f60718293a";

    /// <summary>The creation, then one step for what was changed at one time and one for each comment. A later update that nothing explains is a step too; a new link is none.</summary>
    public static ImmutableArray<AzureStep> Of(SampleItem item)
    {
        var changes = item.Changes.Where(c => c.Field != "Link").GroupBy(c => c.At).Select(g => new AzureStep(g.Key, g.First().AuthorId, [.. g]));
        var comments = item.Comments.Select(c => new AzureStep(c.At, c.AuthorId, [], c));
        ImmutableArray<AzureStep> steps = [.. changes.Concat(comments).OrderBy(s => s.At)];
        var creator = steps.IsEmpty ? Nobody : steps[0].AuthorId;
        steps = steps.Insert(0, new AzureStep(item.Created, creator, []));
        var told = item.Changes.Select(c => c.At).Concat(steps.Select(s => s.At)).Max();
        return item.Updated > told ? steps.Add(new AzureStep(item.Updated, creator, [])) : steps;
    }
}
