using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>What a report is built of. Parts make blocks; each page form writes them in its own way, so that all forms say the same.</summary>
internal abstract record Block;

/// <summary>A heading below the report's title.</summary>
/// <param name="Text">A finding, or the name of the section where nothing can be found.</param>
/// <param name="Level">2 for a section, 3 inside one.</param>
internal sealed record Heading(Sentence Text, int Level = 2) : Block
{
    /// <summary>Its words; a heading has no full stop, even where the sentence it repeats has.</summary>
    public string In(Voice voice) => voice.Plain(Text).TrimEnd('.');
}

/// <summary>How loud a paragraph is.</summary>
internal enum Tone
{
    /// <summary>Reading text.</summary>
    Normal,

    /// <summary>Small print: what is plotted, n, window.</summary>
    Note,

    /// <summary>The one sentence to take away.</summary>
    Say,

    /// <summary>Data are incomplete.</summary>
    Banner,
}

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(Sentence Text, Tone Tone = Tone.Normal) : Block;

/// <summary>Sentences, one below the other.</summary>
internal sealed record Bullets(ImmutableArray<Sentence> Lines) : Block;

/// <summary>How a column is set.</summary>
internal enum ColumnKind
{
    /// <summary>Words.</summary>
    Words,

    /// <summary>Words that mean nothing without the column's name: on a phone it stands before them.</summary>
    Named,

    /// <summary>The same, where they are few, such as a day, a chance, or how many are left: the other columns have the room.</summary>
    Day,

    /// <summary>Digits, right-aligned.</summary>
    Number,

    /// <summary>An item's key.</summary>
    Key,

    /// <summary>What to ask.</summary>
    Question,
}

/// <summary>A column of a table.</summary>
internal sealed record Column(Sentence Name, ColumnKind Kind = ColumnKind.Words);

/// <summary>A table. On a phone, its rows become cards.</summary>
internal sealed record Table(ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Sentence>> Rows) : Block
{
    /// <summary>What tells it from other tables that its part may have, the same each week whatever others there are: lower-case letters, digits and hyphens. Empty where it has no other.</summary>
    public string Name { get; init; } = "";

    public static Table Of(IEnumerable<Column> columns, IEnumerable<Sentence[]> rows) => new([.. columns], [.. rows.Select(r => r.ToImmutableArray())]);
}

/// <summary>A picture: either inline SVG or PNG in light and dark, wide and narrow.</summary>
internal abstract record Picture(Sentence Alt);

/// <summary>Inline SVG.</summary>
/// <param name="Svg">The element; it has no words that were not encoded.</param>
/// <param name="Alt">The finding in words.</param>
internal sealed record SvgPicture(string Svg, Sentence Alt) : Picture(Alt);

/// <summary>One chart as PNG, drawn when a page asks for it: text and numbers need no picture.</summary>
/// <param name="Draw">Draws it in all forms.</param>
/// <param name="DrawOnPaper">Draws the form of a phone on light paper of its own, for where nobody knows what it will stand on.</param>
/// <param name="Alt">The finding in words.</param>
internal sealed record PngPicture(Func<PngForms> Draw, Func<Png> DrawOnPaper, Sentence Alt) : Picture(Alt);

/// <summary>One chart as PNG at twice the CSS size, for a desk and for a phone, for light and dark paper.</summary>
internal sealed record PngForms(Png Wide, Png WideDark, Png Narrow, Png NarrowDark);

/// <summary>An encoded picture.</summary>
/// <param name="Bytes">PNG.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
internal sealed record Png(byte[] Bytes, int Width, int Height);

/// <summary>A chart with all that belongs to it.</summary>
/// <param name="Id">Name in JSON.</param>
/// <param name="Title">The finding.</param>
/// <param name="Caption">What is plotted, units, n, window.</param>
/// <param name="HowToRead">For who sees such a chart for the first time.</param>
/// <param name="Picture">The drawing; null where there is too little to draw, which <paramref name="Caption"/> then says.</param>
/// <param name="Numbers">The numbers behind it; null likewise.</param>
internal sealed record Figure(string Id, Sentence Title, Sentence Caption, Sentence HowToRead, Picture? Picture, Table? Numbers) : Block;

/// <summary>Figures that stand side by side where there is room.</summary>
internal sealed record SideBySide(ImmutableArray<Figure> Figures) : Block;

/// <summary>One of the three answers.</summary>
/// <param name="Question">The question, as the reader would ask it.</param>
/// <param name="Say">The answer, a whole sentence.</param>
/// <param name="Picture">A small picture that belongs to it; null where it would show nothing.</param>
/// <param name="Why">One line of why, with the state word.</param>
/// <param name="Rule">The rule behind the state word; null where there is no state word.</param>
internal sealed record Answer(Sentence Question, Sentence Say, SvgPicture? Picture, Sentence Why, Sentence? Rule);

/// <summary>The answers that stand on top.</summary>
internal sealed record Answers(ImmutableArray<Answer> All) : Block;

/// <summary>What only some readers want: closed on a page until it is opened, and left out in print.</summary>
/// <param name="Summary">What is inside; also its heading where nothing can be closed.</param>
/// <param name="Blocks">The blocks inside.</param>
internal sealed record Details(Sentence Summary, ImmutableArray<Block> Blocks) : Block;

/// <summary>Groups of blocks that stand side by side where there is room; each begins with a heading.</summary>
internal sealed record Groups(ImmutableArray<ImmutableArray<Block>> All) : Block;

/// <summary>A picture that belongs to the sentence above it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Caption">How to read it; nothing where it needs no words.</param>
internal sealed record Sketch(SvgPicture Picture, Sentence? Caption = null) : Block;
