using BacklogHealth.Commands;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Tests.Commands;

public sealed class SizeWordsTests
{
    private static readonly ModelEvidence Evidence = new(ModelSource.Public, new SkillFigure("rank correlation", 0.342, 0.3, 0.38, 0, 18155, "leave-one-project-out"));

    [Fact]
    public void An_expected_size_is_told_with_its_evidence_and_with_what_moved_it_most()
    {
        var reasons = new SizeReasons(0.503, [
            new Part("title:^ migrate", 0.06, new Term(1, 0, 0, 7)), new Part("^ we", -0.02, new Term(2, 1, 0, 2)), new Part("title:data", 0.011, new Term(3, 0, 8, 4)),
            new Part("two region", 0.01, new Term(4, 1, 9, 10)), new Part("pieces of code", 0.006, null) { Value = 0 }, new Part("length of the text", 0.004, null) { Value = 3 }, new Part("x", 0.001, new Term(5, 1, 1, 1)),
        ]);

        Assert.Equal(
            [
                "expected size: larger than 58 of 100 items of the team, about 5 points (public model, rank correlation 0.34)",
                "    50.3  whatever it says",
                "    +6.0  \"migrate\" at the beginning of the title",
                "    −2.0  \"we\" at the beginning of a text",
                "    +1.1  \"data\" in the title",
                "    +1.0  \"two region\"",
                "    +0.6  no pieces of code",
                "    +0.4  length of the text",
                "    +0.1  one other",
            ],
            SizeWords.Of(new SizeEstimate(0.9, 0.576, 5, Evidence), reasons));
    }

    [Fact]
    public void Points_are_left_out_where_too_few_items_have_some() =>
        Assert.Equal(["expected size: larger than 50 of 100 items of the team (public model, rank correlation 0.34)"], SizeWords.Of(new SizeEstimate(0.5, 0.5, null, Evidence), null));
}
