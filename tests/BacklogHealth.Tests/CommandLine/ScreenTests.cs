namespace BacklogHealth.Tests.CommandLine;

public class ScreenTests
{
    [Fact]
    public void A_table_has_no_blank_line_around_it_and_no_blanks_at_the_end_of_a_line()
    {
        using var output = new StringWriter { NewLine = "\n" };

        new Screen(output, TextWriter.Null, interactive: false).Table(["Item", "Says"], [["A-1", "pay [by] invoice"], ["A-10", ""]]);

        Assert.Equal("  Item   Says\n" + new string('─', 27) + "\n  A-1    pay [by] invoice\n  A-10\n", output.ToString());
    }
}
