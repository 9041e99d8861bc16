using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

/// <summary>The sample of one Tuesday, made once for all tests that only read it.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 3, 10);

    public static readonly SampleBacklog Backlog = SampleBacklogGenerator.Make(Today);

    public static IEnumerable<SampleItem> Items => Backlog.Projects.SelectMany(p => p.Items);

    public static IEnumerable<SampleItem> Open(SampleProject project) => project.Items.Where(i => i.Resolution is null && i.Type != "Epic");

    public static SampleItem Item(string key) => Items.Single(i => i.Key == key);

    public static SampleProject Team(string key) => Backlog.Projects.Single(p => p.Key == key);

    /// <summary>Title, description and comments of an item, block by block.</summary>
    public static IEnumerable<string> Texts(SampleItem item) =>
        [item.Title, .. Blocks(item.Description), .. item.Comments.SelectMany(c => Blocks(c.Text))];

    public static IEnumerable<string> Blocks(SampleText? text) => text is null ? [] : text.Blocks.Select(b => b.Text);

    /// <summary>Every word of an item's title and description, as one text.</summary>
    public static string Prose(SampleItem item) => string.Join("\n", [item.Title, .. Blocks(item.Description)]);

    public static bool Has(SampleItem item, Flaw flaw) => Backlog.Truth.Flaws.Contains(new PlantedFlaw(item.Key, flaw));
}
