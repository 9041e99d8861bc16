using System.Text;
using BacklogHealth.Printing;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Printing;

public class PdfFileTests
{
    private const string Whole = "%PDF-1.4\n1 0 obj\n<</Title (Checkout)\n/CreationDate (D:20261129003941+00'00')\n/ModDate (D:20261129003941+01'00')>>\nendobj\n2 0 obj\n<</Type /Pages\n/Count 3\n/Kids [3 0 R]>>\nendobj\n%%EOF\n";

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    [Fact]
    public void A_whole_file_tells_how_many_pages_it_has() => Assert.Equal(3, PdfFile.Pages(Bytes(Whole)));

    [Fact]
    public void Of_a_tree_of_pages_the_trunk_counts_them_all() =>
        Assert.Equal(11, PdfFile.Pages(Bytes("%PDF-1.4\n<</Type /Pages\n/Count 8\n/Kids []>><</Type /Pages\n/Count 11\n/Kids []>><</Type /Pages\n/Count 3>>\n%%EOF")));

    [Theory]
    [InlineData("")]
    [InlineData("<html>no</html>")]
    [InlineData("%PDF-1.4\n%%EOF")]
    [InlineData("%PDF-1.4\n<</Type /Pages\n/Count 0\n/Kids []>>\n%%EOF")]
    [InlineData("%PDF-1.4\n<</Type /Pages\n/Count 3\n/Kids []>>\n")]
    [InlineData("x%PDF-1.4\n<</Type /Pages\n/Count 3\n/Kids []>>\n%%EOF")]
    public void Anything_else_has_none(string text) => Assert.Equal(0, PdfFile.Pages(Bytes(text)));

    [Fact]
    public void The_instant_of_the_report_takes_the_place_of_the_instant_of_printing_and_nothing_moves()
    {
        var pdf = Bytes(Whole);
        PdfFile.SetDates(pdf, A.Time("2026-11-23 06:00"));

        Assert.Equal(Whole.Replace("20261129003941+00", "20261123060000+00", StringComparison.Ordinal).Replace("20261129003941+01", "20261123060000+00", StringComparison.Ordinal), Encoding.Latin1.GetString(pdf));
    }
}
