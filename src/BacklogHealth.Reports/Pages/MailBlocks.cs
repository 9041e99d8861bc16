using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>
/// Takes the first page of a report apart into lines, from which both forms of a mail are written: so they say the same in the same order. One column:
/// a row of a table becomes a few lines. What a mail cannot show (inline SVG, what is closed until it is opened) is left out; its sentences say the same.
/// </summary>
internal sealed class MailBlocks
{
    private readonly List<MailBlock> _blocks = [];

    // A heading is kept for what stands below it: none is ever the last line before the room ends.
    private readonly List<MailLine> _held = [];

    private readonly Voice _voice;
    private readonly MailPictures _pictures;

    private MailBlocks(Voice voice, MailPictures pictures) => (_voice, _pictures) = (voice, pictures);

    /// <summary>The first page of a report.</summary>
    /// <param name="page">The report.</param>
    /// <param name="opening">What the sender says below its title.</param>
    /// <param name="pictures">Draws its pictures.</param>
    public static ImmutableArray<MailBlock> Of(Page page, IEnumerable<Sentence> opening, MailPictures pictures)
    {
        var mail = new MailBlocks(page.Voice, pictures);
        mail.Put(mail.Said(MailTone.Title, page.Title), mail.Said(MailTone.Lead, page.Lead));
        foreach (var block in opening.Select(o => new Paragraph(o, Tone.Banner)).Concat(page.FirstPage.SelectMany(s => s.Blocks.Append(new EndOfPart()))))
        {
            mail.Add(block);
        }

        return [.. mail._blocks];
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Heading h:
                _held.Add(Data(h.Level == 2 ? MailTone.Heading : MailTone.Subheading, h.In(_voice)));
                break;
            case Paragraph { Tone: Tone.Note } p when _held.Count > 0:
                _held.Add(Said(MailTone.Note, p.Text));
                break;
            case Paragraph p:
                Put(Said(p.Tone switch { Tone.Note => MailTone.Note, Tone.Say => MailTone.Say, Tone.Banner => MailTone.Banner, _ => MailTone.Normal }, p.Text));
                break;
            case Bullets b:
                Put([.. b.Lines.Select(l => Said(MailTone.Bullet, l))]);
                break;
            case Table t:
                Array.ForEach([.. t.Rows], row => Put([.. Row(t, row)]));
                break;
            case Answers a:
                Array.ForEach([.. a.All], x => Put([.. new[] { Said(MailTone.Question, x.Question), Said(MailTone.Say, x.Say), Said(MailTone.Note, x.Why) }.Where(l => !l.Words.IsEmpty)]));
                break;
            case Groups g:
                Array.ForEach([.. g.All.SelectMany(b => b)], Add);
                break;
            case Map m:
                Put([.. m.Bands.SelectMany(b => b).Select(goal => new MailLine(MailTone.Bullet, Join([Named(goal.Head.Name, goal.Head.Count)], "")))]);
                break;
            case SideBySide s:
                Add(s.Figures[0]);
                break;
            case EndOfPart:
                Flush();
                break;
        }
    }

    /// <summary>The finding of a chart, with the chart where there is room for one more.</summary>
    private void Add(Figure figure)
    {
        if (figure.Picture is not PngPicture chart)
        {
            return;
        }

        if (_pictures.Draw(chart) is { } drawn)
        {
            Put(Said(MailTone.Subheading, figure.Title), new MailLine(MailTone.Picture, _voice.Say(chart.Alt), drawn), Said(MailTone.Note, figure.Caption));
        }
        else
        {
            Put(Said(MailTone.Normal, figure.Title));
        }
    }

    /// <summary>A row as lines: what it is about, what is said of it, what to ask. What means nothing without the column's name has it before.</summary>
    private IEnumerable<MailLine> Row(Table table, ImmutableArray<Sentence> row)
    {
        var names = table.Columns[0].Kind == ColumnKind.Key ? 2 : 1;
        var cells = table.Columns.Zip(row).ToList();
        yield return new MailLine(MailTone.Item, Join(cells.Take(names).Select(c => _voice.Say(c.Second)), " "));
        var seen = Join(cells.Skip(names).Where(c => c.First.Kind != ColumnKind.Question).Select(c => c.First.Kind is ColumnKind.Named or ColumnKind.Day or ColumnKind.Number ? Named(c.First.Name, c.Second) : _voice.Say(c.Second)), " · ");
        if (!seen.IsEmpty)
        {
            yield return new MailLine(MailTone.Seen, seen);
        }

        foreach (var question in cells.Where(c => c.First.Kind == ColumnKind.Question && !_voice.Say(c.Second).IsEmpty))
        {
            yield return Said(MailTone.Asked, question.Second);
        }
    }

    private Line Named(Sentence name, Sentence words) => _voice.Say(words) is { IsEmpty: false } said ? Join([_voice.Say(name), said], ": ") : new Line([]);

    private static Line Join(IEnumerable<Line> lines, string between) =>
        new([.. lines.Where(l => !l.IsEmpty).SelectMany((l, i) => i == 0 ? l.Runs : l.Runs.Insert(0, new Run(between)))]);

    private MailLine Said(MailTone tone, Sentence sentence) => new(tone, _voice.Say(sentence));

    private static MailLine Data(MailTone tone, string words) => new(tone, new Line([new Run(words)]));

    private void Put(params ImmutableArray<MailLine> lines)
    {
        _blocks.Add(new MailBlock([.. _held, .. lines], _voice.Language.Code));
        _held.Clear();
    }

    private void Flush()
    {
        if (_held.Exists(l => l.Tone is MailTone.Note))
        {
            Put([]);
        }

        _held.Clear();
    }

    /// <summary>A heading with nothing below it belongs to no other part.</summary>
    private sealed record EndOfPart : Block;
}
