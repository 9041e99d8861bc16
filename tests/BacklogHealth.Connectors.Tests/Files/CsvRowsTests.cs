using System.Text;
using BacklogHealth.Connectors.Files;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class CsvRowsTests
{
    /// <summary>Each row as "line: key/title/other…", a bad one as its message without the folder.</summary>
    private static string[] Rows(string content) => Rows(Encoding.UTF8.GetBytes(content));

    private static string[] Rows(byte[] content)
    {
        using var file = new TemporaryFile("items.csv", content);
        var folder = file.Path[..^"items.csv".Length];
        return [.. new CsvRows(file.Path, new TextLines(file.Path)).Read().Select(r =>
            r.Problem?.Message.Replace(folder, "", StringComparison.Ordinal) ?? FormattableString.Invariant($"{r.Line}: {string.Join('/', r.Cells.Values)}"))];
    }

    [Fact]
    public void Rows_are_numbered_by_their_first_line_whatever_their_line_breaks() =>
        Assert.Equal(["2: A/one\ntwo", "5: B/\"three\", he said", "6: C/four"], Rows("key,title\r\nA,\"one\r\ntwo\"\r\n\r\nB,\"\"\"three\"\", he said\"\r\nC,four"));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column() => Assert.Equal(["2: A/one"], Rows("\uFEFFkey,title\nA,one\n"));

    [Fact]
    public void Utf_16_is_known_by_its_byte_order_mark() => Assert.Equal(["2: A/ö"], Rows([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("key,title\nA,ö\n")]));

    [Theory]
    [InlineData("key;title\nA;one, two\n", "2: A/one, two")]
    [InlineData("key\ttitle\nA\tone, two\n", "2: A/one, two")]
    public void Semicolons_and_tabs_separate_cells_where_the_header_says_so(string content, string row) => Assert.Equal([row], Rows(content));

    [Theory]
    [InlineData("sep=;\nkey;title;a,b,c,d\nA;one, two;x\n", "3: A/one, two/x")]
    [InlineData("\uFEFFSEP=\t\nkey\ttitle\nA\t\"one\ntwo\"\n", "3: A/one\ntwo")]
    [InlineData("sep=|\r\nkey|title\r\nA|one; two\r\n", "3: A/one; two")]
    public void A_first_line_may_name_the_separator_as_spreadsheets_do(string content, string row) => Assert.Equal([row], Rows(content));

    [Fact]
    public void An_unclosed_quotation_mark_costs_its_own_row_alone() =>
        Assert.Equal(
            ["2: A/one", "items.csv line 3: found a quotation mark that is never closed; expected a quotation mark at the cell's end. Mend the row, or take it out.", "4: C/three", "5: D/four"],
            Rows("key,title\nA,one\nB,\"two\nC,three\nD,four\n"));

    [Fact]
    public void A_file_full_of_unclosed_quotation_marks_is_read_to_its_end()
    {
        var rows = Rows("key,title\n" + string.Concat(Enumerable.Repeat("a\"b,\"x\n", 100_000)) + "Z,last\n");
        Assert.Equal(100_001, rows.Length);
        Assert.Equal("100002: Z/last", rows[^1]);
    }

    [Fact]
    public void A_quotation_mark_inside_a_cell_is_a_character() => Assert.Equal(["2: A/a 5\" screen", "3: B/two"], Rows("key,title\nA,a 5\" screen\nB,two\n"));

    [Fact]
    public void A_wrong_number_of_cells_is_a_bad_row_and_empty_cells_at_the_end_are_none() =>
        Assert.Equal(
        [
            "items.csv line 2: found 1 cell; expected 2, as in the header. Mend the row, or take it out.",
            "items.csv line 3: found 3 cells; expected 2, as in the header. Mend the row, or take it out.",
            "4: C/three",
        ], Rows("key,title\nA\nB,two,more\nC,three,,\n"));

    [Fact]
    public void A_cell_of_twenty_million_characters_is_read() => Assert.Equal(20_000_000 + 5, Rows($"key,title\nA,\"{new string('x', 20_000_000)}\"\n")[0].Length);

    [Fact]
    public void A_cell_of_a_pasted_log_with_three_hundred_thousand_lines_is_read()
    {
        var rows = Rows($"key,title,description\nA,one,\"{string.Concat(Enumerable.Repeat("12:00:01 done\n", 300_000))}\"\nB,two,\n");
        Assert.Equal((2, "300003: B/two"), (rows.Length, rows[^1]));
    }

    [Fact]
    public void Header_names_are_known_whatever_their_case_and_spacing()
    {
        using var file = new TemporaryFile("items.csv", "IssueKey,TITLE,Story Points,split_mark,Team,team\nA,one,3,train,x,y\n");
        var row = Assert.Single(new CsvRows(file.Path, new TextLines(file.Path)).Read());
        Assert.Equal(["key=A", "title=one", "storyPoints=3", "split=train", "Team=x", "team 2=y"], row.Cells.Select(c => $"{c.Key}={c.Value}"));
    }
}
