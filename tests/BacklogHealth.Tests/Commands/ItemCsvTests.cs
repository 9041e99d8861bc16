using BacklogHealth.Commands;

namespace BacklogHealth.Tests.Commands;

public class ItemCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+49 30 1", "'+49 30 1")]
    [InlineData("-", "'-")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("|calc", "'|calc")]
    public void A_cell_that_a_spreadsheet_would_run_is_text(string cell, string safe) => Assert.Equal(safe, ItemCsv.Cell(cell));

    [Fact]
    public void Quotes_commas_and_line_ends_are_quoted() => Assert.Equal("\"say \"\"a, b\"\"\"", ItemCsv.Cell("say \"a, b\""));
}
