using BacklogHealth.Core.Models;

namespace BacklogHealth.Core.Tests.Models;

public sealed class ModelFileTests
{
    private static readonly LearnedModel Some = new(
        new ModelCard
        {
            Target = ModelTargets.Size,
            Features = LearnedModel.Features,
            Version = "1.2.3",
            Seed = 1,
            Method = "by hand",
            Data = "none",
            From = new DateOnly(2025, 1, 2),
            To = null,
            Items = 7,
            Projects = ["A", "B"],
            Skill = [new SkillFigure("rank correlation", 0.34, 0.3, 0.38, 0, 7, "last-fifth")],
        },
        new LinearModel(0.25, [new Measure("length", 1.5, 0.5, -0.125)], [new WeighedWord("über \"x\"", 1.25, 0.0625)]),
        [0.1, 0.2, 0.9]);

    [Fact]
    public void A_model_that_was_written_and_read_again_is_the_same_to_the_last_byte()
    {
        var text = ModelFile.Write(Some);
        var read = ModelFile.Read(text);

        Assert.Equal(text, ModelFile.Write(read));
        Assert.Equal(Some.Card with { Projects = default, Skill = default }, read.Card with { Projects = default, Skill = default });
        Assert.Equal(Some.Card.Skill.AsEnumerable(), read.Card.Skill.AsEnumerable());
        Assert.Equal(Some.Model.Words.AsEnumerable(), read.Model.Words.AsEnumerable());
        Assert.Equal(Some.Model.Measures.AsEnumerable(), read.Model.Measures.AsEnumerable());
    }

    [Fact]
    public void What_is_no_model_is_refused_with_what_was_found_and_what_was_expected()
    {
        Assert.Equal("found a file of another kind; expected one that begins with \"schema\": \"backlog-health/model/1\"", Refused("{\"schema\": \"backlog-health/score/1\"}"));
        Assert.Equal("found a file of another kind; expected one that begins with \"schema\": \"backlog-health/model/1\"", Refused("[]"));
        Assert.StartsWith("found a text that is no model (", Refused("not json"), StringComparison.Ordinal);
        Assert.EndsWith("); expected one JSON object that `learn` has written", Refused("{\"schema\": \"backlog-health/model/1\"}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"features\": 1", "\"features\": 9", "found a model that reads features of version 9 (learned by version 1.2.3); expected version 1")]
    [InlineData("\"target\": \"size\"", "\"target\": \"luck\"", "found a text that is no model (what it foretells is none of size, rework, risk); expected one JSON object that `learn` has written")]
    [InlineData("[0.1, 0.2, 0.9]", "[0.1, 0.9, 0.2]", "found a damaged model; expected a rising scale of two values or more, and scales of measures and rarities of words above 0")]
    [InlineData("[1.5, 0.5, -0.125]", "[1.5, 0, -0.125]", "found a damaged model; expected a rising scale of two values or more, and scales of measures and rarities of words above 0")]
    [InlineData("[1.25, 0.0625]", "[1.25]", "found a text that is no model (2 numbers belong to each entry, and one has 1); expected one JSON object that `learn` has written")]
    [InlineData("[1.25, 0.0625]", "[1.25, 1e999]", "found a text that is no model (a number is not finite); expected one JSON object that `learn` has written")]
    public void A_damaged_model_is_refused(string from, string to, string message)
    {
        var text = ModelFile.Write(Some);
        Assert.Contains(from, text, StringComparison.Ordinal);

        Assert.Equal(message, Refused(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_value_is_ranked_among_those_that_were_learned_from()
    {
        Assert.Equal(0, Some.RankOf(-1));
        Assert.Equal(0.25, Some.RankOf(0.15), 12);
        Assert.Equal(0.5, Some.RankOf(0.2));
        Assert.Equal(1, Some.RankOf(2));
    }

    private static string Refused(string text) => Assert.Throws<InvalidDataException>(() => ModelFile.Read(text)).Message;
}
