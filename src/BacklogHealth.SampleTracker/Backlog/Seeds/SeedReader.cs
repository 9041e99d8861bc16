using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.SampleTracker.Backlog.Seeds;

/// <summary>
/// Reads the text files that hold what the sample's people wrote, one file an epic:
/// <code>
/// # Title of the epic            (# alone: items without a parent)
/// @span 0.1 0.6                  share of the history in which its finished items were finished
/// @label vouchers
/// @version Release 2             where it is promised for one
/// @due 84                        days from the day of the sample on which the epic itself is due
/// @flaw noreason                 a flaw of the epic itself
/// @check The {page} is shown     a way to check its finished items, with places (Phrases)
/// @because {people} ask for it   a reason for its finished items, with places
/// @hypothesis signal             the epic says what it believes; signal, where it also says how that will be known
/// lines of its description       (marks: SeedText)
/// + S todo good | Title          an item (marks: ItemHeader), then the lines of its description
/// ~ a comment                    (marks: CommentSeed); before the first item, one on the epic
/// = sketch.png                   an attached picture
/// =&gt; Title of a page             a linked page elsewhere
/// ^ Title                        the finished item of the team from whose use it came
/// &lt; a line of the description before it was edited
/// &lt;&lt; the title before it was renamed
/// &gt; a line that a later morning may add to the description
/// </code>
/// A file of an epic of the past names items of the other files by their titles, <c>+ S | Title</c>, with the mark <c>added</c> where one was
/// created while the epic was worked on.
/// </summary>
internal static class SeedReader
{
    /// <summary>The files of a folder but for the epics of the past, in the order of their names.</summary>
    public static ImmutableArray<EpicSeed> ReadFolder(string folder) => Read(folder + "/epic-");

    /// <summary>What was finished before the epics were written, in the order of the files' names.</summary>
    public static ImmutableArray<EpicSeed> ReadEarly(string folder) => Read(folder + "/early-");

    /// <summary>The epics of the past of a folder, which name finished items of the other files as theirs, in the order of their names.</summary>
    public static ImmutableArray<EpicSeed> ReadPast(string folder) => Read(folder + "/past-");

    private static ImmutableArray<EpicSeed> Read(string begin) =>
    [
        .. typeof(SeedReader).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(begin, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => ReadEpic(Lines(n))),
    ];

    /// <summary>The lines of a file that are not blank.</summary>
    public static ImmutableArray<string> Lines(string name)
    {
        using var stream = typeof(SeedReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Sample text '{name}': not found in the assembly; expected an embedded file of that name.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
    }

    public static EpicSeed ReadEpic(IReadOnlyList<string> lines)
    {
        double from = 0, to = 1;
        var label = "";
        string? version = null;
        Fact? hypothesis = null;
        var comments = ImmutableArray.CreateBuilder<CommentSeed>();
        int? dueIn = null;
        var flaws = ImmutableArray<Flaw>.Empty;
        var checks = ImmutableArray.CreateBuilder<string>();
        var reasons = ImmutableArray.CreateBuilder<string>();
        var description = new List<string>();
        var items = ImmutableArray.CreateBuilder<ItemSeed>();
        var at = 1;
        for (; at < lines.Count && lines[at][0] != '+'; at++)
        {
            var line = lines[at];
            var words = line.Split(' ');
            switch (words[0])
            {
                case "@span":
                    from = double.Parse(words[1], CultureInfo.InvariantCulture);
                    to = double.Parse(words[2], CultureInfo.InvariantCulture);
                    break;
                case "@label":
                    label = words[1];
                    break;
                case "@flaw":
                    flaws = flaws.Add(ItemHeader.FlawOf(words[1]));
                    break;
                case "@version":
                    version = line["@version ".Length..];
                    break;
                case "@check":
                    checks.Add(line["@check ".Length..]);
                    break;
                case "@because":
                    reasons.Add(line["@".Length..]);
                    break;
                case "@hypothesis":
                    hypothesis = words is [_, "signal"] ? Fact.HypothesisWithSignal : Fact.HypothesisWithoutSignal;
                    break;
                case "@due":
                    dueIn = int.Parse(words[1], CultureInfo.InvariantCulture);
                    break;
                case var word when word[0] == '~':
                    comments.Add(CommentSeed.Parse(line[1..]));
                    break;
                default:
                    description.Add(line);
                    break;
            }
        }

        while (at < lines.Count)
        {
            var first = at++;
            while (at < lines.Count && lines[at][0] != '+')
            {
                at++;
            }

            var item = ReadItem(lines[first], lines.Skip(first + 1).Take(at - first - 1));
            if (string.Equals(item.Type, "Sub-task", StringComparison.Ordinal))
            {
                items[^1] = items[^1] with { SubTasks = items[^1].SubTasks.Add(item) };
            }
            else
            {
                items.Add(item);
            }
        }

        return new EpicSeed(lines[0].TrimStart('#').Trim(), SeedText.Of(description), from, to, label, version, flaws, items.ToImmutable())
        {
            DueIn = dueIn,
            Checks = checks.ToImmutable(),
            Reasons = reasons.ToImmutable(),
            Comments = comments.ToImmutable(),
            Hypothesis = hypothesis,
        };
    }

    private static ItemSeed ReadItem(string header, IEnumerable<string> lines)
    {
        var seed = ItemHeader.Parse(header);
        List<string> now = [], before = [], later = [];
        var comments = new List<CommentSeed>();
        foreach (var line in lines)
        {
            switch (line)
            {
                case ['<', '<', ' ', .. var title]:
                    seed = seed with { OldTitle = title };
                    break;
                case ['=', '>', ' ', .. var page]:
                    seed = seed with { Pages = seed.Pages.Add(page) };
                    break;
                case ['=', ' ', .. var picture]:
                    seed = seed with { Pictures = seed.Pictures.Add(picture) };
                    break;
                case ['^', ' ', .. var title]:
                    seed = seed with { CameFrom = title };
                    break;
                case ['~', .. var comment]:
                    comments.Add(CommentSeed.Parse(comment));
                    break;
                case ['<', .. var text]:
                    before.Add(text.Trim());
                    break;
                case ['>', .. var text]:
                    later.Add(text.Trim());
                    break;
                default:
                    now.Add(line);
                    break;
            }
        }

        return seed with
        {
            Description = SeedText.Of(now),
            OldDescription = SeedText.Of(before),
            Addition = SeedText.Of(later),
            Comments = [.. comments],
        };
    }
}
