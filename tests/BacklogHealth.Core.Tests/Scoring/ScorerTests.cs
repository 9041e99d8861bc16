using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class ScorerTests
{
    private static readonly string[] Pieces =
    [
        "fast", " and ", "as soon as possible", "TBD", "???", "{code}", "```", "\"", "'", "[", "]", "<insert", ">", "\n", "- [ ] ", "- ", "Given ", "then ", "so that ", "it works",
        "Acceptance criteria:", "create, edit", "I want to ", "\u0000", "\uD83D\uDE00", "\uD83D", "h1. ", "    ", ".", "etc.", "API", "äöü", "日本語", "{{", "}}", "http://x", "1. ", "|",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String, Gen.OneOf([.. Pieces.Select(p => Gen.Const(p))]).Array[0, 40].Select(string.Concat));

    private static readonly Gen<WorkItem> AnyItem = Gen.Select(AnyText, AnyText, AnyText, Gen.Enum<WorkItemKind>(), (title, description, criteria, kind) =>
        Some.Item(title, description, kind) with { AcceptanceCriteria = StructuredText.FromPlain(criteria) });

    [Fact]
    public void Any_text_is_scored_without_an_error_and_every_quotation_is_true() => AnyItem.Sample(item =>
    {
        var score = Some.Score(item);

        Assert.All(score.Findings.SelectMany(f => f.Evidence), e => Assert.Equal(e.Text, Plain(item, e.Field).Substring(e.Start, e.Length)));
        Assert.InRange(score.Clarity ?? 0, 0, 100);
        Assert.InRange(score.Slicing ?? 0, 0, 100);
        Assert.Equal(score.Scored, score.Clarity is not null && score.Slicing is not null);
    }, iter: 1000);

    [Fact]
    public void The_same_item_gives_the_same_score() => AnyItem.Sample(item =>
    {
        var (a, b) = (Some.Score(item), Some.Score(item));

        Assert.Equal((a.Clarity, a.Slicing, a.Language, a.NotScoredBecause), (b.Clarity, b.Slicing, b.Language, b.NotScoredBecause));
        Assert.Equal(a.Findings.Select(Describe), b.Findings.Select(Describe));
    }, iter: 200);

    [Fact]
    public void Muting_a_rule_never_lowers_a_score() => Gen.Select(AnyItem, Gen.OneOf([.. RuleBook.All.Rules.Select(r => Gen.Const(r.Id))])).Sample((item, muted) =>
    {
        var (all, less) = (Some.Score(item), Some.Score(item, Some.Team with { Mutes = [new Mute { Rule = muted }] }));

        Assert.True(less.Clarity >= all.Clarity || all.Clarity is null);
        Assert.True(less.Slicing >= all.Slicing || all.Slicing is null);
        Assert.DoesNotContain(less.Findings, f => f.RuleId == muted);
    }, iter: 200);

    [Fact]
    public void Findings_come_in_the_order_of_the_rule_book() => AnyItem.Sample(item =>
    {
        var ids = Some.RuleIds(Some.Score(item));

        Assert.Equal(RuleBook.All.Rules.Select(r => r.Id).Where(ids.Contains), ids);
    }, iter: 200);

    [Fact]
    public void A_rule_can_be_muted_for_one_item()
    {
        var team = Some.Team with { Mutes = [new Mute { Rule = "cl001", Item = "CHK-1" }] };

        Assert.DoesNotContain("CL001", Some.RuleIds(Some.Score(Some.Item("Print the list"), team)));
        Assert.Contains("CL001", Some.RuleIds(Some.Score(Some.Item("Print the list", key: "CHK-2"), team)));
    }

    [Fact]
    public void An_item_without_text_is_not_scored()
    {
        var score = Some.Score(" ");

        Assert.Equal((null, null, "The item has no text: no title and no description."), (score.Clarity, score.Slicing, score.NotScoredBecause));
    }

    [Fact]
    public void An_item_of_signs_alone_is_not_scored()
    {
        var score = Some.Score("😀 😀", "🎉 → 🚀!");

        Assert.Equal((null, null, "The item has no words: no letter and no digit in its title and description."), (score.Clarity, score.Slicing, score.NotScoredBecause));
        Assert.True(Some.Score("😀 😀", "The list is sorted.").Scored);
    }

    [Theory]
    [InlineData("fr", "Exporter les commandes", "Je veux exporter les commandes de cette année dans un fichier pour que le contrôle ne soit pas fait à la main.", "The text reads as French; rules exist for English and German.")]
    [InlineData("es", "Exportar los pedidos", "Como empleado quiero exportar todos los pedidos del año en un archivo para que el control no se haga a mano.", "The text reads as Spanish; rules exist for English and German.")]
    [InlineData("it", "Esportare gli ordini", "Voglio esportare gli ordini di questo anno in un file, in modo che il controllo non si debba fare a mano per ogni ordine della ditta.", "The text reads as Italian; rules exist for English and German.")]
    [InlineData("nl", "Bestellingen exporteren", "Ik wil alle bestellingen van het jaar naar een bestand schrijven zodat de controle niet met de hand moet worden gedaan.", "The text reads as Dutch; rules exist for English and German.")]
    [InlineData("pl", "Eksport zamówień", "Jako pracownik chcę zapisać zamówienia z tego roku do pliku, aby kontrola nie była robiona ręcznie i żeby to nie trwało, gdy jest ich dużo, tak jak może być na koniec roku.", "The text reads as Polish; rules exist for English and German.")]
    [InlineData("pt", "Exportar os pedidos", "Como funcionário quero exportar todos os pedidos do ano em um arquivo para que o controle não seja feito à mão.", "The text reads as Portuguese; rules exist for English and German.")]
    public void A_language_without_rules_is_recognised_and_not_scored(string language, string title, string description, string because)
    {
        var score = Some.Score(title, description);

        Assert.Equal((language, because, null), (score.Language, score.NotScoredBecause, score.Clarity));
        Assert.Empty(score.Findings);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void English_and_German_are_scored_in_a_team_of_either(string language)
    {
        var team = Some.Team with { Language = language };
        var english = Some.Score(Some.Item("Export orders", "As a clerk I want to write all orders of a year to a file so that the audit is not made by hand."), team);
        var german = Some.Score(Some.Item("Bestellungen exportieren", "Als Sachbearbeiter möchte ich alle Bestellungen eines Jahres in eine Datei schreiben, damit die Prüfung nicht von Hand gemacht werden muss."), team);

        Assert.Equal(("en", null, 55, SizeStart.Unknown), (english.Language, english.NotScoredBecause, english.Clarity, english.Slicing));
        Assert.Equal(("de", null, 55, SizeStart.Unknown), (german.Language, german.NotScoredBecause, german.Clarity, german.Slicing));
        Assert.Equal(["CL004"], Some.RuleIds(english));
        Assert.Equal(["CL004"], Some.RuleIds(german));
    }

    [Fact]
    public void French_in_a_German_team_is_not_scored()
    {
        var score = Some.Score(Some.Item("Exporter les commandes", "Je veux exporter les commandes de cette année dans un fichier pour que le contrôle ne soit pas fait à la main."), Some.Team with { Language = "de" });

        Assert.Equal(("fr", "The text reads as French; rules exist for English and German.", null), (score.Language, score.NotScoredBecause, score.Clarity));
    }

    [Fact]
    public void Letters_that_are_not_Latin_are_not_scored() =>
        Assert.Equal("The text is written in letters that the rules do not read; rules exist for English and German.", Some.Score("注文を書き出す", "一年分の注文をファイルに書き出す").NotScoredBecause);

    [Theory]
    [InlineData("Checkout")]
    [InlineData("Die Kasse")]
    public void A_title_too_short_to_tell_is_read_in_the_language_of_the_team(string title) => Assert.Equal("en", Some.Score(title).Language);

    [Fact]
    public void A_clear_item_keeps_what_it_begins_with()
    {
        var score = Some.Score(
            "Show the delivery day in the basket",
            "As a buyer I want to see the delivery day in the basket, so that I can tell whether the gift comes in time.\n\nAcceptance criteria:\n- the day that the carrier promises stands next to each article\n- without a promise the line is left out");

        Assert.Equal((90, SizeStart.Unknown), (score.Clarity, score.Slicing));
        Assert.Empty(score.Findings);
    }

    [Fact]
    public void No_score_falls_below_0()
    {
        var score = Some.Score("Fast TBD XXX");

        Assert.True(score.Findings.Sum(f => f.Points) > ClarityStart.Middle);
        Assert.Equal(0, score.Clarity);
    }

    [Fact]
    public void Pasted_logs_and_code_are_not_judged_as_prose()
    {
        var findings = Some.RuleIds(Some.Score(
            "Export fails for large orders",
            "Expected: a file.\n2026-03-01 12:00:01 WARN fast path not appropriate, TBD\n\tat org.shop.Export.fast(Export.java:12)\nvar quick = fast && easy;\n```\nTODO: as soon as possible\n```",
            WorkItemKind.Bug));

        Assert.Empty(findings);
    }

    private static string Describe(Finding finding) =>
        $"{finding.RuleId} {finding.Points} {string.Join(',', finding.Values)} {string.Join(',', finding.Evidence)}";

    private static string Plain(WorkItem item, string field) => field switch
    {
        "title" => item.Title,
        "description" => item.Description.Plain,
        _ => item.AcceptanceCriteria.Plain,
    };
}
