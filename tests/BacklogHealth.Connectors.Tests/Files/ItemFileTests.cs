using System.Text;
using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class ItemFileTests
{
    private static (List<WorkItem> Items, List<string> Problems, TrackerProfile Profile) Read(string content, string name = "items.csv")
    {
        using var file = new TemporaryFile(name, content);
        var folder = file.Path[..^name.Length];
        var reader = ItemFile.Open(file.Path);
        var rows = reader.Rows().ToList();
        var profile = reader.Profile();
        return (
            [.. rows.OfType<FileRow.Good>().Select(r => r.Item)],
            [.. rows.OfType<FileRow.Bad>().Select(r => r.Problem.Message.Replace(folder, "", StringComparison.Ordinal))],
            profile with { Notes = [.. profile.Notes.Select(n => n.Replace(folder, "", StringComparison.Ordinal))] });
    }

    private static FileException Refused(string content)
    {
        using var file = new TemporaryFile("items.csv", content);
        var folder = file.Path[..^"items.csv".Length];
        var refused = Assert.Throws<FileException>(() => ItemFile.Open(file.Path));
        return new FileException(refused.Fault, refused.Message.Replace(folder, "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_becomes_a_work_item_with_all_its_fields()
    {
        var (items, problems, _) = Read(
            "key,title,project,type,description,acceptanceCriteria,status,created,started,resolved,parent,labels,storyPoints,sprint,rank,priority,resolution,due,Team\n"
            + "CHK-7,Pay by card,CHK,Story,\"* one\n* two {{x}}\",Given a card,Done,2026-01-05 09:12:00,2026-01-06T10:00:00+02:00,2026-01-09,CHK-2,a b,3.5,S 1;S 2,12,High,Fixed,2026-02-01,Blue\n");
        Assert.Empty(problems);
        var item = Assert.Single(items);
        Assert.Equal(("CHK-7", "CHK-7", "CHK", "Story", WorkItemKind.Story, "Pay by card"), (item.Id, item.Key, item.Project, item.Type, item.Kind, item.Title));
        Assert.Equal("- one\n- two x", item.Description.Plain);
        Assert.Equal("Given a card", item.AcceptanceCriteria.Plain);
        Assert.Equal(("Done", "CHK-2", "CHK-2", 3.5, "0000000000000000012", "High", "Fixed"), (item.OriginalState, item.ParentId, item.ParentKey, item.StoryPoints, item.Rank, item.Priority, item.Resolution));
        Assert.Equal(new DateOnly(2026, 2, 1), item.Due);
        Assert.Equal(["a", "b"], item.Labels);
        Assert.Equal(["S 1", "S 2"], item.SprintIds);
        Assert.Equal("Blue", Assert.Single(item.OtherFields).Value);
        Assert.True(item.HistoryComplete);
        Assert.Equal(
            ["2026-01-06 08:00 To Do → In Progress", "2026-01-09 00:00 In Progress → Done"],
            item.Changes.Select(c => FormattableString.Invariant($"{c.At:yyyy-MM-dd HH:mm} {c.From!.Text} → {c.To!.Text}")));
    }

    [Fact]
    public void Bad_rows_name_their_place_and_the_others_still_load()
    {
        var (items, problems, _) = Read("key,title,created,storyPoints\nA,one,yesterday,\nB,,2026-01-01,\nC,three,2026-01-01,\"1,5\"\nD,four,2026-01-01,2\nD,again,2026-01-01,\n,six,,\n");
        Assert.Equal(["D"], items.Select(i => i.Key));
        Assert.Equal(
        [
            "items.csv line 2, column created: found 'yesterday'; expected an ISO date or date and time between the years 1900 and 2199. Mend the cell, or leave it empty.",
            "items.csv line 3, column title: found nothing; expected the item's title. Fill in the cell, or take the row out.",
            "items.csv line 4, column storyPoints: found '1,5'; expected a number of 0 or more, with a point before its decimals. Mend the cell, or leave it empty.",
            "items.csv line 6, column key: found 'D' a second time; expected each key once. Take one of the rows out; the first was read.",
            "items.csv line 7, column key: found nothing; expected the item's key. Fill in the cell, or take the row out.",
        ], problems);
    }

    [Fact]
    public void Without_creation_dates_the_order_of_the_file_is_the_order_in_time()
    {
        var (items, _, profile) = Read("issuekey,title,storypoint,split_mark\nB-2,one,3,train\nA-1,two,,test\n");
        Assert.Equal(["B-2", "A-1"], items.OrderBy(i => i.Created).Select(i => i.Key));
        Assert.Equal("B", items[0].Project);
        Assert.All(items, i => Assert.False(i.HistoryComplete));
        Assert.Equal(
        [
            "items.csv: 2 of 2 items have no creation date; their order in the file stands for it, from 2000-01-01 on or behind the row before, and they are left out of cycle times.",
            "items.csv: 2 of 2 items have no type; they are read as stories.",
        ], profile.Notes);
    }

    [Fact]
    public void An_item_done_by_its_status_and_at_no_known_time_counts_on_no_day()
    {
        var (items, _, profile) = Read("key,title,type,status,created,resolved\nA,one,Story,Done,2026-01-01,\nB,two,Story,Done,2026-01-01,2026-01-09\n");
        var flow = items.Select(i => StartedAndFinished.Of(ItemHistories.Of(i), profile.Workflow, A.Time("2026-02-01"))!).ToList();
        Assert.All(flow, f => Assert.Equal(WorkItemState.Finished, f.State));
        Assert.Equal([null, A.Time("2026-01-09")], flow.Select(f => f.Finished));
        Assert.Contains("items.csv: 1 of 2 items are finished by their status and nothing says when; they are left out of throughput, forecasts and cycle times.", profile.Notes);
    }

    [Fact]
    public void Split_marks_are_handed_on()
    {
        using var file = new TemporaryFile("items.csv", "issuekey,title,split_mark\nA,one,train\nB,two,\n");
        Assert.Equal(["train", null], ItemFile.Open(file.Path).Rows().OfType<FileRow.Good>().Select(r => r.Split));
    }

    [Fact]
    public void The_workflow_holds_the_statuses_of_the_file_in_the_order_of_the_flow()
    {
        var (_, _, profile) = Read("key,title,status,created,started,resolved\nA,a,Backlog,2026-01-01,,\nB,b,In Review,2026-01-01,2026-01-02,\nC,c,Won't Fix,2026-01-01,2026-01-02,2026-01-03\nD,d,Zur Abnahme,2026-01-01,2026-01-02,\nE,e,Fertig,2026-01-01,2026-01-02,2026-01-03\n");
        Assert.Equal(
            ["Backlog NotStarted", "To Do NotStarted", "In Progress Started", "In Review Started", "Zur Abnahme Started", "Done Finished", "Fertig Finished", "Won't Fix Finished"],
            profile.Workflow.States.Select(s => $"{s.Name} {s.State}"));
    }

    [Fact]
    public void Sprints_are_over_when_all_their_items_are()
    {
        var (_, _, profile) = Read("key,title,status,created,started,resolved,sprint\nA,a,Done,2026-01-01,2026-01-02,2026-01-03,S1\nB,b,Done,2026-01-01,2026-01-02,2026-01-03,S1;S2\nC,c,To Do,2026-01-01,,,S2\nD,d,To Do,2026-01-01,,,S3\n");
        Assert.Equal(["S1 Closed", "S2 Active", "S3 Future"], profile.Sprints.Select(s => $"{s.Name} {s.Phase}"));
    }

    [Fact]
    public void Json_lines_are_read_like_rows()
    {
        var (items, problems, _) = Read(
            """{"key":"A","title":"one","storyPoints":"3","labels":["x","y z"],"created":"2026-01-01T00:00:00Z","extra":{"a":1}}""" + "\n\n"
            + """{"key":"B","title":"two","storyPöints":5,"created":""" + "\n" + """["C"]""" + "\n" + """{"key":"D","title":"four","storyPoints":5,"split":null}""", "items.jsonl");
        Assert.Equal(["A", "D"], items.Select(i => i.Key));
        Assert.Equal([3.0, 5.0], items.Select(i => i.StoryPoints));
        Assert.Equal(["x", "y z"], items[0].Labels);
        Assert.Equal("""{"a":1}""", items[0].OtherFields["extra"]);
        Assert.Equal(
        [
            "items.jsonl line 3, column 52: found text that is no JSON; expected one JSON object with texts, numbers and lists of texts. Mend the row, or take it out.",
            """items.jsonl line 4: found '["C"]'; expected one JSON object with texts, numbers and lists of texts. Mend the row, or take it out.""",
        ], problems);
    }

    [Fact]
    public void A_description_in_jiras_document_format_is_read_from_json() =>
        Assert.Equal("words", Assert.Single(Read("""{"key":"A","title":"one","description":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"words"}]}]}}""", "items.jsonl").Items).Description.Plain);

    [Fact]
    public void Nul_characters_and_bytes_that_are_no_utf_8_do_no_harm()
    {
        using var file = new TemporaryFile("items.csv", [.. "key,title\nA,caf"u8, 0xE9, 0, .. " au lait\nB,two\n"u8]);
        var reader = ItemFile.Open(file.Path);
        Assert.Equal(["caf\uFFFD au lait", "two"], reader.Rows().OfType<FileRow.Good>().Select(r => r.Item.Title));
        Assert.EndsWith(": 1 lines hold '\uFFFD', which stands for a character that could not be read. Where the file is not UTF-8, save it as UTF-8.", reader.Profile().Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_row_has_the_same_stamp_and_another_row_another()
    {
        var stamps = Read("key,title\nA,one\nB,one\n").Items.Concat(Read("title,key\none,A\n").Items).Select(i => i.Stamp).ToList();
        Assert.Equal(stamps[0], stamps[2]);
        Assert.NotEqual(stamps[0], stamps[1]);
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        using var file = new TemporaryFile("items.csv", "key,title,description\nA,one,text\nB,two,more\n");
        var reader = ItemFile.Open(file.Path);
        Assert.Equal(2, reader.Rows().OfType<FileRow.Good>().Count());
        Assert.Equal(2, reader.Rows().OfType<FileRow.Good>().Count());
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_mistake_on_the_command_line()
    {
        var refused = Assert.Throws<FileException>(() => ItemFile.Open("no/such.csv"));
        Assert.Equal((FileFault.NotThere, "no/such.csv: found no such file; expected a file. Check the path."), (refused.Fault, refused.Message));
        Assert.Equal("/: found a folder; expected a file. Check the path.", Assert.Throws<FileException>(() => ItemFile.Open("/")).Message);
    }

    [Theory]
    [InlineData("", FileFault.Empty, "items.csv: found an empty file; expected a CSV file with a header, or one JSON object a line. Export the items again.")]
    [InlineData(" \n\n", FileFault.Empty, "items.csv: found an empty file; expected a CSV file with a header, or one JSON object a line. Export the items again.")]
    [InlineData("key,title\n", FileFault.Empty, "items.csv: found a header and no rows; expected a row for each item. Export the items again.")]
    [InlineData("id,name\n1,a\n", FileFault.Unusable, "items.csv: found no column 'key' in the header 'id,name'; expected at least the columns 'key' and 'title'. Name the column in the first line.")]
    [InlineData("key,name\n1,a\n", FileFault.Unusable, "items.csv: found no column 'title' in the header 'key,name'; expected at least the columns 'key' and 'title'. Name the column in the first line.")]
    [InlineData("[{\"key\":\"A\"}]", FileFault.Unusable, "items.csv: found a JSON list; expected one JSON object a line, without brackets around them. Write each item on a line of its own.")]
    public void A_file_without_items_is_refused_with_a_sentence(string content, FileFault fault, string message)
    {
        var refused = Refused(content);
        Assert.Equal((fault, message), (refused.Fault, refused.Message));
    }

    [Fact]
    public void A_binary_file_is_refused() => Assert.Equal(FileFault.Unusable, Refused(Encoding.Latin1.GetString([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3])).Fault);
}
