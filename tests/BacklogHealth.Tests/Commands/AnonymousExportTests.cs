using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Tests.Telemetry;

namespace BacklogHealth.Tests.Commands;

public sealed class AnonymousExportTests : IDisposable
{
    private static readonly string[] Canaries = ["canary", "zürich", "weber", "müller", "acme", "8105", "größenwahn"];

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    private JsonNode First => JsonNode.Parse(_program.Output.Split('\n')[0])!;

    private static string Canary(string where) => $"Canary-{where}-8105 Frau Weber und Herr Müller of ACME Zürich <weber@acme.example> https://acme.example/{where}?q=canary canary_{where}.txt Größenwahn";

    [Fact]
    public async Task Of_what_a_tracker_gives_no_name_and_no_word_is_left()
    {
        await using var sample = await SampleProgram.Start("Canary team of ACME", "token-of-the-sample", i => i with
        {
            Title = Canary("title"),
            Description = new SampleText([
                new SampleBlock(SampleBlockKind.Heading, Canary("heading")), new SampleBlock(SampleBlockKind.Bullet, Canary("bullet")), new SampleBlock(SampleBlockKind.Checkbox, Canary("box")),
                new SampleBlock(SampleBlockKind.TableRow, Canary("cell")), new SampleBlock(SampleBlockKind.Code, Canary("code")), new SampleBlock(SampleBlockKind.Paragraph, Canary("paragraph"))]),
            Labels = ["canary-label", "weber"],
            Comments = [new SampleComment("c1", i.Comments.FirstOrDefault()?.AuthorId ?? "account-1", i.Created.AddHours(1), SampleText.Of(Canary("comment")))],
            Attachments = [new SampleAttachment("a1", "Canary Zürich.png", "account-1", i.Created.AddHours(1))],
            RemoteLinks = [new SampleRemoteLink("r1", Canary("page"), "https://acme.example/canary")],
            FixVersions = ["Canary release"],
            Changes = i.Changes.Add(new SampleChange("x1", i.Created.AddHours(2), "account-1", "summary", null, Canary("before"), null, Canary("title"))),
        });
        var program = sample.Program;
        Assert.Equal(0, await program.Run("sync"));
        Assert.Equal(0, await program.Run("export", "--jsonl"));
        Assert.Contains("Canary-title-8105", program.Output, StringComparison.Ordinal);

        Assert.Equal(0, await program.Run("export", "--anonymise"));
        Assert.Equal(60, program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches("file-[0-9]+[.]png", program.Output);
        Assert.All(Canaries, c => Assert.DoesNotContain(c, program.Output, StringComparison.OrdinalIgnoreCase));
        Assert.All(Canaries, c => Assert.DoesNotContain(c, program.Error, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("account-1", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_a_file_gives_no_name_and_no_word_is_left()
    {
        var row = $"CANARY-7,\"{Canary("title")}\",\"{Canary("text")}\",\"{Canary("criteria")}\",Wartet auf Müller,2026-01-05,ACME wish,canary;weber,ACME sprint,Zürich,CANARY-1,Canary priority,Weber says no,\"{Canary("field")}\"";
        await Import($"key,title,description,acceptanceCriteria,status,created,type,labels,sprint,project,parent,priority,resolution,Canary field\n{row}\n");

        Assert.Equal(0, await _program.Run("export", "--anonymise"));
        Assert.All(Canaries, c => Assert.DoesNotContain(c, _program.Output, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            ("A-1", "X-1", "To Do 1", "Type 1", "Priority 1", "Sprint 1"),
            (First["key"]!.GetValue<string>(), First["parent"]!.GetValue<string>(), First["status"]!.GetValue<string>(), First["type"]!.GetValue<string>(), First["priority"]!.GetValue<string>(), First["sprint"]![0]!.GetValue<string>()));
        Assert.Equal(["label-1", "label-2"], First["labels"]!.AsArray().Select(l => l!.GetValue<string>()));
        Assert.Contains("https://example.com/", First["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_stand_on_the_clock_of_the_team_s_wall_so_that_each_falls_on_the_team_s_day()
    {
        await using var sample = await SampleProgram.Start("Wall", "token-of-the-sample", i => i with { Created = new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero) });
        Assert.Equal(0, await sample.Program.Run("sync"));
        Assert.Equal(0, await sample.Program.Run("export", "--anonymise"));
        Assert.Contains("\"created\":\"2026-07-02T00:30:00Z\"", sample.Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_replaced_and_what_was_kept_is_said_beside_it()
    {
        await Import("key,title,created\nCHK-1,Acmebank pays,2026-01-05\n");

        Assert.Equal(0, await _program.Run("export", "--anonymise"));
        Assert.Equal(
            """
            1 item written. Replaced: words (2 different ones) by made-up ones, numbers of two digits or more by others, names of teams, states, types, sprints, labels, files and addresses, all keys, ranks and projects. Left out: people, fields of your own, sprint goals, and what texts said before.
            Kept: dates and times by the team's clock, what states mean, estimates, how items hang together, how texts are built, and words that rules look for, such as "should", "fast" and "add".
            A name that is also such a word may be left, and whoever knows the items may know them again by their times. Look through the file before you send it.

            """.ReplaceLineEndings("\n"),
            _program.Error);
    }

    [Fact]
    public async Task What_is_written_is_read_again_as_it_was()
    {
        await Import("key,title,description,status,created,started,resolved,storyPoints,rank,labels\nCHK-2,Pay,\"h2. Why\n* acmebank\n* must wait\",Done,2026-01-05,2026-01-07,2026-01-09,3,7,a;b\nCHK-1,Find,,Open,2026-01-06,,,,2,\n");
        Assert.Equal(0, await _program.Run("export", "--anonymise", "--out", Path.Combine(_program.Folder, "anonymous.jsonl")));
        Assert.Equal(0, await _program.Run("import", Path.Combine(_program.Folder, "anonymous.jsonl"), "--team", "Again"));
        Assert.Equal(0, await _program.Run("export", "--jsonl", "--team", "Again"));
        var (first, second) = (First, JsonNode.Parse(_program.Output.Split('\n')[1])!);
        Assert.Equal(
            ("A-1", "finished", "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z", "2026-01-09T00:00:00Z", 3.0, 2),
            (first["key"]!.GetValue<string>(), first["state"]!.GetValue<string>(), first["created"]!.GetValue<string>(), first["started"]!.GetValue<string>(), first["finished"]!.GetValue<string>(), first["storyPoints"]!.GetValue<double>(), first["labels"]!.AsArray().Count));
        Assert.Equal(("A-2", "not-started"), (second["key"]!.GetValue<string>(), second["state"]!.GetValue<string>()));
        Assert.True(string.CompareOrdinal(second["rank"]!.GetValue<string>(), first["rank"]!.GetValue<string>()) < 0);
    }

    [Fact]
    public async Task A_table_has_no_place_for_texts()
    {
        Assert.Equal(2, await _program.Run("export", "--anonymise", "--csv"));
        Assert.Equal("backlog-health export: found both --csv and --anonymise. Expected JSON lines with --anonymise, since texts and changes have no place in a table. Leave --csv out.\n", _program.Error);
    }

    private async Task Import(string file) => Assert.Equal(0, await _program.Run("import", _program.File("items.csv", file), "--team", "ACME canaries"));
}
