using BacklogHealth.Connectors.Files;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class LabelFileTests
{
    [Fact]
    public void A_label_that_is_not_the_sound_one_names_a_defect_and_an_empty_cell_names_nothing()
    {
        using var file = new TemporaryFile("labels.csv", """
            abstract,notes,user_story,Atomic,MINIMAL,problem oriented,Estimatable
            P1,x,"As a clerk, I want to file a claim
            by post.",conjunctions,minimal,,Yes
            P2,x,As a clerk I want to wait.,atomic,brackets,solution_oriented,No
            """);

        var read = LabelFile.Read(file.Path);

        Assert.Empty(read.BadRows);
        Assert.Equal([(2L, "P1", "As a clerk, I want to file a claim\nby post."), (4L, "P2", "As a clerk I want to wait.")], read.Stories.Select(s => (s.Line, s.Group, s.Text)));
        Assert.Equal(["atomic True", "estimatable False", "minimal False"], read.Stories[0].Defects.Select(d => $"{d.Key} {d.Value}"));
        Assert.Equal(["atomic False", "estimatable True", "minimal True", "problem-oriented True"], read.Stories[1].Defects.Select(d => $"{d.Key} {d.Value}"));
    }

    [Fact]
    public void A_bad_row_names_its_place_and_the_others_still_load()
    {
        using var file = new TemporaryFile("labels.csv", "User story,Abstract,atomic\nAs a clerk I want to file a claim,P1,atomic\n,P1,atomic\nAs a clerk I want to wait,,atomic\nAs a clerk,P1\n");

        var read = LabelFile.Read(file.Path);

        Assert.Single(read.Stories);
        Assert.Equal(
        [
            $"{file.Path} line 3: found nothing in the column 'User story'; expected a story and the group it belongs to. Mend the row, or take it out.",
            $"{file.Path} line 4: found nothing in the column 'Abstract'; expected a story and the group it belongs to. Mend the row, or take it out.",
            $"{file.Path} line 5: found 2 cells; expected 3, as in the header. Mend the row, or take it out.",
        ], read.BadRows.Select(r => r.Message));
    }

    [Theory]
    [InlineData("key,title", "no column 'User story'")]
    [InlineData("User story,atomic", "no column 'Abstract'")]
    [InlineData("User story,Abstract,Comment", "no column of labels")]
    public void A_file_that_lacks_what_it_needs_is_refused_with_what_was_found_and_expected(string header, string found)
    {
        using var file = new TemporaryFile("labels.csv", header + "\na,b,c\n");

        var refused = Assert.Throws<FileException>(() => LabelFile.Read(file.Path));

        Assert.Equal(FileFault.Unusable, refused.Fault);
        Assert.Equal(
            $"{file.Path}: found {found} in the header '{header}'; expected the columns 'User story' and 'Abstract' and at least one of 'atomic', 'minimal', 'Conceptually sound', 'Problem-oriented', 'Unambiguous', 'Estimatable', 'Independent', 'Unique'. Name the columns in the first line.",
            refused.Message);
    }

    [Fact]
    public void A_file_without_rows_is_refused()
    {
        using var file = new TemporaryFile("labels.csv", "User story,Abstract,atomic\n");

        var refused = Assert.Throws<FileException>(() => LabelFile.Read(file.Path));

        Assert.Equal((FileFault.Empty, $"{file.Path}: found no rows; expected a header and a row for each labelled story. Export the labels again."), (refused.Fault, refused.Message));
    }

    [Fact]
    public void Lines_of_stories_keep_their_numbers_and_blank_ones_are_passed_over()
    {
        using var file = new TemporaryFile("stories.txt", "\uFEFFAs a clerk I can wait\n\n  As a clerk I can pay \n");

        Assert.Equal([(1L, "As a clerk I can wait"), (3L, "As a clerk I can pay")], StoryLines.Read(file.Path));
    }

    [Fact]
    public void A_file_without_lines_is_refused()
    {
        using var file = new TemporaryFile("stories.txt", "\n \n");

        Assert.Equal($"{file.Path}: found no lines; expected one story a line. Export the stories again.", Assert.Throws<FileException>(() => StoryLines.Read(file.Path)).Message);
    }
}
