using BacklogHealth.Connectors.Files;
using BacklogHealth.Connectors.Tests.Text;

namespace BacklogHealth.Connectors.Tests.Files;

/// <summary>Public data sets, where they lie beside the repository, are read without a bad row.</summary>
public sealed class PublicFilesTests
{
    [Fact]
    public void Every_row_of_the_public_items_is_read()
    {
        var reader = ItemFile.Open(SharedFolder.File("data/items/items.csv"));
        var rows = 0;
        foreach (var row in reader.Rows())
        {
            var good = Assert.IsType<FileRow.Good>(row);
            good.Item.Description.KeepsItsPromises();
            rows++;
        }

        Assert.Equal(18_433, rows);
    }

    [Fact]
    public void Every_row_of_the_public_story_points_is_read()
    {
        foreach (var path in Directory.GetFiles(SharedFolder.File("data/story-points"), "*.csv").Order(StringComparer.Ordinal))
        {
            Assert.All(ItemFile.Open(path).Rows(), row => Assert.NotNull(Assert.IsType<FileRow.Good>(row).Split));
        }
    }

    [Fact]
    public void Every_line_of_the_public_finish_dates_is_read()
    {
        foreach (var path in Directory.GetFiles(SharedFolder.File("data/finish-dates"), "*.csv").Order(StringComparer.Ordinal))
        {
            Assert.Empty(DateFile.Read(path).BadRows);
        }
    }
}
