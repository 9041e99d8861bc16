using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>A report as blocks, before it is written in any form.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">As of when, from how many of how many items.</param>
/// <param name="Voice">Says its sentences.</param>
/// <param name="Sections">The blocks of each part, by the part's id.</param>
internal sealed record Page(Sentence Title, Sentence Lead, Voice Voice, ImmutableArray<Section> Sections)
{
    /// <summary>Names what it is about, as the title does: the team.</summary>
    public string Of { get; init; } = "";

    /// <summary>The title that it would have if it were about somebody else, or about several.</summary>
    public Func<Sentence, Sentence> TitleOf { get; init; } = _ => Title;

    /// <summary>What it has found, where one line is all there is room for; empty where it has found nothing.</summary>
    public Sentence Finding { get; init; } = Sentence.None;

    /// <summary>What of it belongs to the first page.</summary>
    public IEnumerable<Section> FirstPage => Sections.Select(ReportBook.OnFirstPage);
}

/// <summary>The blocks of one part.</summary>
internal sealed record Section(string Id, ImmutableArray<Block> Blocks)
{
    /// <summary>Its tables, those inside of details included, in order; each with the heading inside the section below which it stands, null for none.</summary>
    public IEnumerable<(Heading? Group, Table Table)> Tables
    {
        get
        {
            Heading? group = null;
            foreach (var block in Blocks.SelectMany(Flat))
            {
                if (block is Heading heading)
                {
                    group = heading.Level > 2 ? heading : null;
                }
                else if (block is Table table)
                {
                    yield return (group, table);
                }
            }
        }
    }

    /// <summary>Its figures likewise, drawn or not.</summary>
    public IEnumerable<Figure> Figures => Blocks.SelectMany(Flat).OfType<SideBySide>().SelectMany(s => s.Figures);

    private static IEnumerable<Block> Flat(Block block) => block switch
    {
        Details details => details.Blocks.SelectMany(Flat),
        Groups groups => groups.All.SelectMany(g => g).SelectMany(Flat),
        _ => [block],
    };
}
