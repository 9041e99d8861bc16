using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health;

public sealed class NotRebuiltTests
{
    [Fact]
    public void Where_all_is_known_nothing_is_said() =>
        Assert.Empty(NotRebuilt.Say(new Dictionary<string, int>(), 40, fromFile: false));

    [Fact]
    public void Each_field_is_told_with_its_count_and_gaps_of_the_history_apart() =>
        Assert.Equal(
            [
                "For want of history, 3 of 40 open items have today's value of a field: acceptance criteria.",
                "For want of history, 1 of 40 open items has today's value of a field: custom.",
                "Of 2 of 40 open items only part of the history is there; they stand as far as it reaches.",
            ],
            NotRebuilt.Say(new Dictionary<string, int> { [PastState.History] = 2, ["custom"] = 1, [FieldNames.AcceptanceCriteria] = 3 }, 40, fromFile: false).Select(s => s.ToString()));

    [Fact]
    public void Of_a_file_it_is_said_what_no_file_can_tell() =>
        Assert.Equal(
            [
                "Of 1 of 1 open item the file has no clear dates of start and end; it stands as far as it reaches.",
                "Files hold no history of texts: titles and descriptions are as they were when the file was written.",
            ],
            NotRebuilt.Say(new Dictionary<string, int> { [PastState.History] = 1 }, 1, fromFile: true).Select(s => s.ToString()));

    [Fact]
    public void Every_field_that_may_be_unknown_has_a_name_in_words() =>
        Assert.All(
            typeof(FieldNames).GetFields().Select(f => (string)f.GetRawConstantValue()!),
            field => Assert.False(NotRebuilt.Say(new Dictionary<string, int> { [field] = 1 }, 2, fromFile: false)[0].Values.Contains(BacklogHealth.Core.Sentences.Sentence.Data(field)), field));
}
