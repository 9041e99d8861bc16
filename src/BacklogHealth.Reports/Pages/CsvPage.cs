using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Sentences;
using CsvHelper;

namespace BacklogHealth.Reports.Pages;

/// <summary>
/// Writes every table of a report, and the numbers behind each of its charts, as a CSV file of its own (RFC 4180). Names of files are in English whatever
/// the report speaks; heads and words are in its language; numbers and days are as programs read them. Where cells lead somewhere, a column with the
/// addresses stands behind theirs; where a table is one of several groups, the group stands first.
/// </summary>
internal sealed class CsvPage(Voice voice)
{
    public static ImmutableArray<CsvFile> Write(Page page)
    {
        var csv = new CsvPage(page.Voice);
        var files = page.Sections.SelectMany(csv.Files);
        return [.. files.GroupBy(f => f.Name, StringComparer.Ordinal).SelectMany(g => g.Select((f, i) => i == 0 ? f : f with { Name = Say.Text($"{f.Name}-{i + 1}") }))];
    }

    private IEnumerable<CsvFile> Files(Section section) =>
    [
        .. section.Tables.Select(t => new CsvFile(t.Table.Name.Length == 0 ? section.Id : $"{section.Id}-{t.Table.Name}", Text(t.Table, t.Group))),
        .. section.Figures.Where(f => f.Numbers is not null).Select(f => new CsvFile($"{section.Id}-{f.Id}", Text(f.Numbers!, null))),
    ];

    private string Text(Table table, Heading? group)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true))
        {
            var links = table.Columns.Select((_, i) => table.Rows.Any(r => Links(r[i]).Any())).ToArray();
            if (group is not null)
            {
                Words(csv, (Sentence)$"Group");
            }

            for (var i = 0; i < links.Length; i++)
            {
                var name = table.Columns[i].Name;
                Words(csv, name);
                if (links[i])
                {
                    Words(csv, $"{name}, link");
                }
            }

            csv.EndRecord();
            foreach (var row in table.Rows)
            {
                if (group is not null)
                {
                    Guarded(csv, group.In(voice));
                }

                for (var i = 0; i < links.Length; i++)
                {
                    Cell(csv, row[i]);
                    if (links[i])
                    {
                        csv.WriteField(string.Join(' ', Links(row[i])));
                    }
                }

                csv.EndRecord();
            }
        }

        return text.ToString();
    }

    private void Cell(CsvWriter csv, Sentence cell)
    {
        switch (CellValue.Of(cell))
        {
            case long number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case double number:
                csv.WriteField(number, "0.######", CultureInfo.InvariantCulture);
                break;
            case DateOnly day:
                csv.WriteField(day);
                break;
            default:
                Words(csv, cell);
                break;
        }
    }

    private void Words(CsvWriter csv, Sentence words) => Guarded(csv, voice.Plain(words));

    private static void Guarded(CsvWriter csv, string words) => csv.WriteField(CsvGuard.Of(Say.Clean(words)));

    private IEnumerable<string> Links(Sentence cell) => voice.Say(cell).Runs.Select(r => r.Link).OfType<string>().Distinct(StringComparer.Ordinal);
}
