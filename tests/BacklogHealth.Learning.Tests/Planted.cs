using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Learning.Tests;

/// <summary>Items whose size hangs on their words, as far as it was planted.</summary>
internal static class Planted
{
    private static readonly string[] Objects = ["page", "report", "login", "invoice", "search", "export", "filter", "mail", "address", "order", "price", "stock"];

    /// <summary>Projects of estimated items: "migrate" and "redesign" are large, "rename" and "typo" small; what is left over is chance.</summary>
    public static List<SizeItem> Sizes(Corpus corpus, int projects, int each, double effect, int seed = 7)
    {
        var chance = new Mixed((ulong)seed);
        var items = new List<SizeItem>();
        for (var p = 0; p < projects; p++)
        {
            for (var i = 0; i < each; i++)
            {
                var large = chance.Next(2) == 0;
                var verb = large ? (chance.Next(2) == 0 ? "Migrate" : "Redesign") : chance.Next(2) == 0 ? "Rename" : "Correct typo in";
                var noise = chance.Next(1000) / 1000.0;
                var points = 1 + Math.Round(10 * ((effect * (large ? 1 : 0)) + ((1 - effect) * noise)));
                var item = new WorkItem
                {
                    Id = $"P{p}-{i}",
                    Key = $"P{p}-{i}",
                    Project = $"P{p}",
                    Type = "Story",
                    Title = $"{verb} the {Objects[chance.Next(Objects.Length)]} of {Objects[chance.Next(Objects.Length)]}s",
                    StateId = "1",
                    OriginalState = "To Do",
                    Created = DateTimeOffset.UnixEpoch.AddDays(i),
                };
                items.Add(new SizeItem(item.Key, item.Project, corpus.Read(TextFeatures.At(item, DateTimeOffset.MaxValue, "en")!, p), points, i % 5 == 4 ? "test" : "train"));
            }
        }

        return items;
    }

    /// <summary>The same items, each with the size of another.</summary>
    public static List<SizeItem> Shuffled(List<SizeItem> items)
    {
        var chance = new Mixed(3);
        var points = items.Select(i => i.Points).ToArray();
        for (var i = points.Length - 1; i > 0; i--)
        {
            var other = chance.Next(i + 1);
            (points[i], points[other]) = (points[other], points[i]);
        }

        return [.. items.Select((item, i) => item with { Points = points[i] })];
    }
}
