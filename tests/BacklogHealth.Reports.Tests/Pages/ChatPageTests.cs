using System.Text;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Tests.Words;
using CsCheck;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class ChatPageTests
{
    private const string LeftOut = "What is missing here for want of room stands in the whole report.";

    private static readonly MailNotes Notes = new([$"This report was to come on {new DateOnly(2026, 11, 16)}."], "https://reports.acme.example/r/1?sig=a%2Fb&until=2", []);

    private static readonly MailNotes Nothing = new([], null, []);

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.Char["a &<>*_~`:|[]()@#\"\\äß✓\u202E\n\t0123456789"].Array[0, 4000].Select(c => new string(c)),
        OneOf("<!channel>", "@everyone", "<@U123>", "[x](javascript:alert(1))", "<https://evil.example|here>", "```", ":tada: :+1:", "&gt; quoted", "&&&&&", "<at>all</at>"));

    private static readonly Gen<Block> Blocks = Gen.OneOf<Block>(
        Hostile.Select(t => (Block)new Heading(Sentence.Data(t))),
        Hostile.Select(OneOf(Tone.Normal, Tone.Note, Tone.Say, Tone.Banner), (t, tone) => (Block)new Paragraph(Sentence.Data(t), tone)),
        Hostile.Array[1, 4].Select(t => (Block)new Bullets([.. t.Select(Sentence.Data)])),
        Hostile.Select(Hostile, (t, link) => (Block)new Paragraph(new Run(t, Emphasis.Strong, "https://jira.acme.example/" + link))));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static TheoryData<Audience, string> All => [.. Audiences.All.SelectMany(a => new[] { new TheoryDataRow<Audience, string>(a, "en"), new TheoryDataRow<Audience, string>(a, "de") })];

    public static TheoryData<Audience> Everyone => [.. Audiences.All];

    [Theory, MemberData(nameof(All))]
    public void Both_say_what_the_mail_says_in_the_same_order(Audience audience, string language)
    {
        var report = Report(audience, language);
        var lines = report.Mail(Notes).Lines;
        var wanted = lines.Where((l, i) => l[0] != '[' && (i == 0 || lines[i - 1][0] != '[')).ToList();
        var chat = ChatPages.Join([report], Notes);

        Assert.True(wanted.Count > 10);
        Assert.Equal(wanted, chat.CardLines);
        Assert.Equal(wanted, chat.SlackLines);
    }

    [Theory, MemberData(nameof(Everyone))]
    public void The_same_report_gives_the_same_messages(Audience audience) =>
        Assert.Equal(ChatPages.Join([Report(audience, "en")], Notes), ChatPages.Join([Report(audience, "en")], Notes));

    [Fact]
    public void A_card_comes_in_the_envelope_of_a_workflow()
    {
        var root = ChatReading.Parse(ChatPages.Join([Report(Audience.ProductOwner, "de")], Notes).Teams);
        var attached = Assert.Single(root.GetProperty("attachments").EnumerateArray());
        var card = attached.GetProperty("content");

        Assert.Equal(("message", "application/vnd.microsoft.card.adaptive"), (root.GetProperty("type").GetString(), attached.GetProperty("contentType").GetString()));
        Assert.Equal(("AdaptiveCard", "1.4", "de", "Full"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString(), card.GetProperty("lang").GetString(), card.GetProperty("msteams").GetProperty("width").GetString()));
    }

    [Fact]
    public void Items_and_the_whole_report_are_one_click_away()
    {
        var chat = ChatPages.Join([Report(Audience.ProductOwner, "en")], Notes);

        Assert.Equal(Notes.ReportLink, chat.CardLinks[^1]);
        Assert.Equal(Notes.ReportLink!.Replace("&", "&amp;", StringComparison.Ordinal), chat.SlackLinks[^1]);
        Assert.Contains(chat.CardLinks, l => l.StartsWith("https://acme.example/browse/CHK-", StringComparison.Ordinal));
        Assert.Equal(chat.CardLinks[..^1], chat.SlackLinks[..^1]);
    }

    [Fact]
    public void A_report_that_is_not_cut_does_not_say_so()
    {
        var chat = ChatPages.Join([Report(Audience.ProductOwner, "en")], Notes);

        Assert.DoesNotContain(LeftOut, chat.Teams + chat.Slack, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_thirty_teams_each_that_there_is_room_for_is_told_and_that_more_is_in_the_whole_report()
    {
        var reports = Enumerable.Range(1, 30).Select(i => ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Team = $"Team {i}" }.Input())).ToList();
        var chat = ChatPages.Join(reports, Notes);

        CheckLimits(chat);
        Assert.Contains(LeftOut, chat.CardLines);
        Assert.Contains(LeftOut, chat.SlackLines);
        Assert.StartsWith("Open the whole report", chat.CardLines[^1], StringComparison.Ordinal);
        Assert.StartsWith("Open the whole report", chat.SlackLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_is_cut_between_blocks_and_closed_by_one_sentence()
    {
        var page = PageOf([.. Enumerable.Range(1, 400).SelectMany(i => new Block[] { new Heading(Sentence.Data($"Part {i}"), 3), new Paragraph(Sentence.Data($"Sentence {i} " + new string('x', 150))) })]);
        var chat = ChatWriter.Write([page], Nothing);

        foreach (var lines in new[] { chat.CardLines, chat.SlackLines })
        {
            Assert.Equal(LeftOut, lines[^1]);
            Assert.Single(lines, l => l == LeftOut);
            Assert.StartsWith("Sentence", lines[^2], StringComparison.Ordinal);
            Assert.InRange(lines.Count, 60, 200);
        }

        CheckLimits(chat);
    }

    [Fact]
    public void Whatever_titles_hold_the_limits_hold() =>
        Blocks.Array[0, 120].Select(Hostile).Sample((blocks, title) => CheckLimits(ChatWriter.Write([PageOf(blocks, title)], Notes)), iter: 200);

    [Fact]
    public void A_title_of_signs_that_nobody_sees_is_left_out()
    {
        var chat = ChatWriter.Write([PageOf([new Paragraph($"Four are done")], "\u202E \u202E")], Nothing);

        CheckLimits(chat);
        Assert.Equal("Four are done", chat.SlackLines[^1]);
    }

    [Fact]
    public void Many_headings_stay_below_the_number_of_blocks()
    {
        var chat = ChatWriter.Write([PageOf([.. Enumerable.Range(1, 200).SelectMany(i => new Block[] { new Heading($"H"), new Paragraph($"x") })])], Nothing);

        CheckLimits(chat);
        Assert.InRange(chat.SlackBlocks.Count, 25, 45);
    }

    [Fact]
    public void A_very_long_title_leaves_room_for_the_report()
    {
        var chat = ChatWriter.Write([PageOf([new Paragraph($"Four are done")], new string('&', 100_000))], Nothing);

        CheckLimits(chat);
        Assert.Equal("Four are done", chat.CardLines[^1]);
        Assert.Equal("Four are done", chat.SlackLines[^1]);
        Assert.EndsWith("…", chat.SlackLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!channel> wake up", "&lt;!channel&gt; wake up")]
    [InlineData("<@U12345>", "&lt;@U12345&gt;")]
    [InlineData("<https://evil.example|Sign in>", "&lt;https://evil.example|Sign in&gt;")]
    [InlineData("&lt;!here&gt;", "&amp;lt;!here&amp;gt;")]
    [InlineData("*loud* ~gone~ `run`", "\u200B*\u200Bloud\u200B*\u200B \u200B~\u200Bgone\u200B~\u200B \u200B`\u200Brun\u200B`\u200B")]
    [InlineData("_it_ in VAT_ID", "\u200B_\u200Bit\u200B_\u200B in VAT_ID")]
    [InlineData(":tada: at 10:30", "\u200B:\u200Btada: at 10:30")]
    [InlineData("> quoted", "\u200B&gt; quoted")]
    [InlineData("one\r\n> two", "one &gt; two")]
    public void Markup_of_Slack_in_data_does_nothing(string data, string sent)
    {
        var chat = ChatWriter.Write([PageOf([new Paragraph(Sentence.Data(data))])], Nothing);

        Assert.EndsWith("\n" + sent, "\n" + chat.SlackTexts[^1], StringComparison.Ordinal);
        Assert.True(chat.SlackBlocks[^1].GetProperty("text").GetProperty("verbatim").GetBoolean());
        Assert.Empty(chat.SlackLinks);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("**loud** _it_ <at>all</at> @everyone")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public void Markup_of_Teams_in_data_stands_where_none_is_read(string data)
    {
        var chat = ChatWriter.Write([PageOf([new Paragraph(Sentence.Data(data)), new Heading(Sentence.Data(data)), new Bullets([Sentence.Data(data)])], data)], Nothing);

        Assert.Equal([data, "Today", data, data, data], chat.CardLines);
        Assert.All(chat.CardBody, e => Assert.Equal("RichTextBlock", e.GetProperty("type").GetString()));
        Assert.All(chat.CardBody.SelectMany(e => e.GetProperty("inlines").EnumerateArray()), i => Assert.Equal("TextRun", i.GetProperty("type").GetString()));
        Assert.DoesNotContain("entities", chat.Teams, StringComparison.Ordinal);
        Assert.Empty(chat.CardLinks);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example")]
    public void Only_addresses_of_the_web_are_links(string address)
    {
        var chat = ChatWriter.Write([PageOf([new Paragraph(new Run("CHK-1", Emphasis.None, address))])], Nothing with { ReportLink = address });

        Assert.Empty(chat.CardLinks);
        Assert.Empty(chat.SlackLinks);
        Assert.Equal("CHK-1", chat.SlackLines[^1]);
    }

    [Fact]
    public void A_notice_says_what_the_notice_by_mail_says()
    {
        string[] reasons = ["team Checkout: nothing of it is stored yet.", "<!channel>"];
        var (mail, chat) = (MailSaid.Notice("en", "weekly", [], reasons), ChatPages.Notice("en", "weekly", [], reasons));

        Assert.Equal(mail.Lines, chat.CardLines);
        Assert.Equal(mail.Lines, chat.SlackLines);
        CheckLimits(chat);
    }

    private static RenderedReport Report(Audience audience, string language) => ReportWriter.Render(audience, language == "de" ? GermanSample.Input(new SampleHealth()) : new SampleHealth().Input());

    private static Page PageOf(Block[] blocks, string title = "Checkout") => new(Sentence.Data(title), $"Today", Saying.English, [new Section("deliveries", [.. blocks])]);

    private static void CheckLimits(ChatPage chat)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(chat.Teams), 1, 20_000);
        Assert.True(Ascii.IsValid(chat.Teams));
        var texts = chat.SlackTexts;
        Assert.InRange(texts.Count, 0, 45);
        Assert.InRange(texts.Sum(t => t.Length) + ChatReading.Parse(chat.Slack).GetProperty("text").GetString()!.Length, 0, 12_000);
        Assert.All(chat.SlackBlocks.Zip(texts), b => Assert.InRange(b.Second.Length, 1, b.First.GetProperty("type").GetString() == "header" ? 150 : 3_000));
        Assert.All(texts, t => Assert.DoesNotMatch("<[!@#]|<[^h]|&(?!(amp|lt|gt);)|\u202E", t));
        Assert.All(chat.CardLines, l => Assert.DoesNotContain('\u202E', l));
    }
}
