using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Tests.Scoring.Text;

public sealed class StoryReaderTests
{
    [Theory]
    [InlineData("As a clerk, I want to file a claim, so that nobody has to come in", "clerk", "file a claim", "so that nobody has to come in", "file")]
    [InlineData("As a clerk I want a report", "clerk", "a report", "", null)]
    [InlineData("As an insured person who moved I'd like to be able to easily change my address because letters get lost", "insured person who moved", "easily change my address", "because letters get lost", "change")]
    [InlineData("I want to file a claim so I need not come in", "", "file a claim", "so I need not come in", "file")]
    public void A_story_has_a_role_a_wish_and_a_reason(string title, string role, string want, string reason, string? verb)
    {
        var story = Read(title)!;

        Assert.Equal((role, want, reason), (Words(story, story.Role), Words(story, story.Want), Words(story, story.Reason)));
        Assert.Equal(verb, story.Verb is { } at ? story.Text.Words[at].Lower : null);
    }

    [Fact]
    public void The_parts_may_stand_on_lines_of_their_own_in_the_description()
    {
        var story = Read("Claims by phone", "Clerks asked for it in May.\nAs a clerk\nI want to file a claim\nso that nobody has to come in.\nMore text.")!;

        Assert.Equal("description", story.Text.Field);
        Assert.Equal(("clerk", "file a claim", "so that nobody has to come in"), (Words(story, story.Role), Words(story, story.Want), Words(story, story.Reason)));
    }

    [Theory]
    [InlineData("File a claim by phone", "Clerks can file claims. We want to file them by phone.")]
    [InlineData("As a result, we want to file claims by phone", "")]
    [InlineData("As discussed, I want to file claims by phone", "")]
    [InlineData("Claims", "I want to see which claims are open.")]
    public void A_text_that_names_nobody_is_no_story(string title, string description) => Assert.Null(Read(title, description));

    [Fact]
    public void A_wish_in_the_reason_is_not_the_wish() =>
        Assert.Null(Read("As a clerk the phone is needed so that I can file a claim"));

    [Fact]
    public void The_role_has_a_name_apart_from_what_is_said_of_it()
    {
        var story = Read("As a developer of dating apps, I want to file a claim")!;

        Assert.Equal("developer", Words(story, story.RoleName));
    }

    [Fact]
    public void What_a_verb_is_done_to_ends_where_something_else_begins()
    {
        var story = Read("As a clerk, I want to compare two claims with each other, and close them")!;

        Assert.Equal("two claims", Words(story, story.ObjectOf(story.Verb!.Value)));
    }

    private static Story? Read(string title, string description = "") => StoryReader.Read(new ItemReading(Some.Item(title, description), LanguageWords.For("en")));

    private static string Words(Story story, WordRange range) => range.IsEmpty ? "" : story.Text.WordsAsEvidence(range.First, range.Count).Text.ReplaceLineEndings(" ");
}
