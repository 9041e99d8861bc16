using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using CsCheck;
using CsvHelper;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class CsvGuardTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String["=+-@|\t\r\n \"';,aü1\u00A0\u200B\uFEFF＝＋－＠｜−(!)"],
        Gen.String[Gen.Char],
        Gen.Select(OneOf("", " ", "\u3000", "\"", "'", "x;", "x\t", "x\n "), OneOf("=1+1", "=cmd|'/c calc'!A0", "@SUM(A1)", "+1", "-1+2", "|calc", "＝1+1", "－2"), (before, formula) => before + formula));

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "'=HYPERLINK(\"http://evil.example\")")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+49 30 1", "'+49 30 1")]
    [InlineData("-", "'-")]
    [InlineData("|calc", "'|calc")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u200B=1", "'\u200B=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("Tax; =1+1", "Tax;' =1+1")]
    [InlineData("a\";\"=1", "a\";'\"=1")]
    [InlineData("Pay by invoice - or card", "Pay by invoice - or card")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("", "")]
    public void Words_that_begin_like_a_formula_stand_behind_an_apostrophe(string text, string safe) => Assert.Equal(safe, CsvGuard.Of(text));

    [Fact]
    public void A_number_below_zero_stays_a_number()
    {
        var file = Written([[-3, -0.5, $"{new DateOnly(2026, 11, 23)}", $"{0.85:%}", $"-3 and more"]]);

        Assert.Equal("a,b,c,d,e\r\n-3,-0.5,2026-11-23,0.85,'-3 and more\r\n", file);
    }

    [Fact]
    public void No_program_that_splits_at_commas_semicolons_or_tabs_finds_a_formula_and_the_text_can_be_read_back() =>
        Gen.Select(Texts, Texts).Sample((first, second) =>
        {
            first = Say.Clean(first);
            second = Say.Clean(second);
            var file = Written([[Sentence.Data(first), Sentence.Data(second)]]);

            var cells = Cells(file, ',').ToList();
            Assert.Equal([first, second], cells[2..].Select(Unguarded));
            Assert.All(cells, NoFormula);
            Assert.All(cells, c => Assert.False(c.Length > 0 && "\t\r\n".Contains(c[0], StringComparison.Ordinal)));
            Assert.All(Cells(file, ';'), NoFormula);
            Assert.All(Cells(file, '\t'), NoFormula);
        });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    // Whatever a program may drop from the beginning of a cell, dropped.
    private static void NoFormula(string cell) => Assert.DoesNotMatch("^[\\s\\p{Cf}\\p{Cc}\"]*[=+@|＝＋－＠｜−-]", cell);

    private static string Written(ImmutableArray<Sentence[]> rows)
    {
        var table = Table.Of(rows[0].Select((_, i) => new Column(Sentence.Data(((char)('a' + i)).ToString()))), rows);
        return CsvPage.Write(new Page(Sentence.None, Sentence.None, Saying.English, [new Section("part", [table])])).Single().Text;
    }

    private static List<string> Cells(string file, char separator)
    {
        using var reader = CsvReader.FromText(file, new CsvReaderOptions { Separator = separator, HasHeader = false, MalformedData = CsvMalformedDataHandling.Recover, FieldCountMismatch = CsvFieldCountHandling.Allow });
        var cells = new List<string>();
        while (reader.Read())
        {
            cells.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
        }

        return cells;
    }

    /// <summary>What the README tells who reads a file by program: of the apostrophes before a beginning like a formula's, one is ours.</summary>
    private static string Unguarded(string cell)
    {
        var text = "";
        for (var at = 0; at < cell.Length; at++)
        {
            var begins = at == 0 || ";\t\r\n".Contains(cell[at - 1], StringComparison.Ordinal);
            text += begins && cell[at] == '\'' && CsvGuard.LooksLikeFormula(cell.AsSpan(at)) ? "" : cell[at].ToString();
        }

        return text;
    }
}
