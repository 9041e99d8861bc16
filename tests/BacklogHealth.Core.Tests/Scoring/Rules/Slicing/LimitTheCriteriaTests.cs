namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class LimitTheCriteriaTests
{
    [Theory]
    [InlineData(8, null)]
    [InlineData(9, 1)]
    [InlineData(40, 32)]
    public void From_the_ninth_on_they_are_too_many(int criteria, int? beyond) =>
        Assert.Equal(beyond, Some.Find("SL002", "Export orders", "Acceptance criteria:\n" + Lines("- rule", criteria))?.Evidence.Length);

    [Fact]
    public void Those_beyond_the_eighth_are_quoted() => Assert.Equal("rule 9 | rule 10", Some.Words("SL002", "Export orders", "AC:\n" + Lines("- rule", 10)));

    [Fact]
    public void A_scenario_counts_once() =>
        Assert.Null(Some.Find("SL002", "Export orders", "Acceptance criteria:\n" + string.Concat(Enumerable.Repeat("Given an order\nWhen it is exported\nThen it has a row\n", 5))));

    [Fact]
    public void Deeper_points_belong_to_the_one_above() =>
        Assert.Null(Some.Find("SL002", "Export orders", "Acceptance criteria:\n" + string.Concat(Enumerable.Repeat("* a rule\n** a detail\n** a detail\n", 5))));

    [Fact]
    public void Another_section_ends_the_list() =>
        Assert.Null(Some.Find("SL002", "Export orders", "Acceptance criteria:\n" + Lines("- rule", 5) + "Notes:\n" + Lines("- note", 20)));

    private static string Lines(string text, int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"{text} {i}\n"));
}
