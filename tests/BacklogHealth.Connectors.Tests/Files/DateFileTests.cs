using BacklogHealth.Connectors.Files;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class DateFileTests
{
    [Fact]
    public void A_date_a_line_in_the_order_of_the_file()
    {
        using var file = new TemporaryFile("dates.csv", "\uFEFFdate\r\n2026-03-03\r\n\r\n2026-03-02\r\n\"2026-03-03\"");
        var read = DateFile.Read(file.Path);
        Assert.Empty(read.BadRows);
        Assert.Equal([new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3)], read.Dates);
    }

    [Fact]
    public void A_bad_line_names_its_place_and_the_others_still_load()
    {
        using var file = new TemporaryFile("dates.csv", "2026-03-02\n03/03/2026\n2026-03-04\ndate\n");
        var read = DateFile.Read(file.Path);
        Assert.Equal(2, read.Dates.Length);
        Assert.Equal(
        [
            $"{file.Path} line 2: found '03/03/2026'; expected an ISO date such as 2026-03-02. Mend the line, or take it out.",
            $"{file.Path} line 4: found 'date'; expected an ISO date such as 2026-03-02. Mend the line, or take it out.",
        ], read.BadRows.Select(r => r.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("date\n")]
    public void A_file_without_dates_is_refused(string content)
    {
        using var file = new TemporaryFile("dates.csv", content);
        var refused = Assert.Throws<FileException>(() => DateFile.Read(file.Path));
        Assert.Equal((FileFault.Empty, $"{file.Path}: found no dates; expected one ISO date a line, the day on which an item was finished. Export the dates again."), (refused.Fault, refused.Message));
    }
}
