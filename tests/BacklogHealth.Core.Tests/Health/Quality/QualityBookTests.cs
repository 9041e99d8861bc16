using BacklogHealth.Core.Health.Quality;

namespace BacklogHealth.Core.Tests.Health.Quality;

public sealed class QualityBookTests
{
    public static TheoryData<string> Ids() => [.. QualityBook.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_check_has_an_id_a_name_and_four_whole_sentences(string id)
    {
        var check = QualityBook.All.Single(c => c.Id == id);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", check.Id);
        Assert.Matches("^[A-Z][^.]+$", check.Name.ToString());
        Assert.All([check.Meaning, check.Effect, check.Treatment, check.Remedy], s => Assert.Matches("^[A-Z][^\\n]{10,}\\.$", s.ToString()));
        // What stands between backticks is to be typed: each one is closed.
        Assert.All([check.Effect, check.Treatment, check.Remedy], s => Assert.Equal(0, s.ToString().Count(c => c == '`') % 2));
    }

    [Fact]
    public void No_id_and_no_name_stands_twice()
    {
        Assert.Equal(QualityBook.All.Length, QualityBook.All.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(QualityBook.All.Length, QualityBook.All.Select(c => c.Name).Distinct().Count());
    }

    [Fact]
    public void Every_check_lies_in_a_file_of_its_own_and_stands_in_the_book() =>
        Assert.Equal(
            typeof(QualityCheck).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(QualityCheck))).Select(t => t.Name).Order(StringComparer.Ordinal),
            QualityBook.All.Select(c => c.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_catalogue_tells_each_check_whole() =>
        Assert.All(QualityBook.All, c => Assert.Contains(
            $"\n## {c.Id}\n\n**{c.Name}.** {c.Meaning}\n\n- What it does: {c.Effect}\n- How it is treated: {c.Treatment}\n- What to do: {c.Remedy}\n", QualityCatalogue.Markdown(), StringComparison.Ordinal));
}
