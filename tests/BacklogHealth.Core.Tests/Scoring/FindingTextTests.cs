using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class FindingTextTests
{
    // First words of an open question, by language.
    private static readonly Dictionary<string, string[]> OpenWords = new(StringComparer.Ordinal)
    {
        ["en"] = ["What", "How", "Who", "Why", "When", "Which"],
        ["de"] = ["Was", "Wie", "Wer", "Warum", "Wann", "Woran", "Wozu", "Wem", "Wen", "Wobei", "Wodurch", "Welche", "Welcher", "Welches"],
    };

    public static TheoryData<string> Languages => [.. FindingText.Languages];

    [Fact]
    public void English_is_there() => Assert.Contains("en", FindingText.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_rule_has_its_sentences_in_every_language(string language)
    {
        var sentences = FindingText.For(language).Sentences;

        foreach (var rule in RuleBook.All.Rules)
        {
            Assert.True(sentences.TryGetValue(rule.Id, out var own), $"{language}: {rule.Id}");
            Assert.False(string.IsNullOrWhiteSpace(own.Message), rule.Id);
            Assert.False(string.IsNullOrWhiteSpace(own.Question), rule.Id);
            Assert.False(string.IsNullOrWhiteSpace(own.Missing), rule.Id);
        }

        Assert.All(sentences.Keys.Where(k => !k.StartsWith(ReadyField.Family, StringComparison.Ordinal)), k => Assert.NotNull(RuleBook.All.Find(k.Split('/')[0])));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_a_sentence_where_English_has_one(string language)
    {
        Assert.Equal(Written("en"), Written(language));
        Assert.Equal(Named("en"), Named(language));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_question_is_open(string language)
    {
        Assert.All(FindingText.For(language).Sentences.Values.Select(s => s.Question).OfType<string>(), question =>
        {
            Assert.EndsWith("?", question, StringComparison.Ordinal);
            Assert.Contains(question.Split(' ')[0], OpenWords[language]);
            Assert.Equal(1, question.Count(c => c == '?'));
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_message_is_one_observation_without_blame(string language)
    {
        Assert.All(FindingText.For(language).Sentences.Values.Select(s => s.Message).OfType<string>(), message =>
        {
            Assert.False(message.EndsWith('.'), message);
            Assert.DoesNotContain(". ", message, StringComparison.Ordinal);
            Assert.DoesNotContain("should", message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("must", message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("sollte", message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("muss", message, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Every_example_is_rendered_without_a_placeholder_left()
    {
        foreach (var language in FindingText.Languages.Select(FindingText.For))
        {
            foreach (var rule in RuleBook.All.Rules)
            {
                foreach (var finding in rule.Bad.Select(e => Some.Find(rule.Id, e)!))
                {
                    var all = language.Message(finding) + language.Question(finding) + language.Missing(finding);
                    Assert.DoesNotContain("{", all, StringComparison.Ordinal);
                    Assert.DoesNotContain(rule.Id, all, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void The_words_are_quoted_each_once_and_joined()
    {
        var finding = Some.Find("CL005", "Show search results", "It must be fast enough and quick. Again: fast enough.")!;

        Assert.Equal("says “fast enough” and “quick”, no number", FindingText.For("en").Message(finding));
        Assert.Equal("How many seconds are fast enough, for whom, and where measured?", FindingText.For("en").Question(finding));
    }

    [Fact]
    public void More_than_three_words_are_counted()
    {
        var finding = Some.Find("CL005", "Redesign it", "It must be user-friendly, intuitive, robust, flexible and powerful.")!;

        Assert.Equal("says “user-friendly”, “intuitive”, “robust” and 2 more, which each reader measures differently", FindingText.For("en").Message(finding));
    }

    [Fact]
    public void A_bug_is_asked_for_what_was_expected() =>
        Assert.Equal("an expected result", FindingText.For("en").Missing(Some.Find("RD011", "Total differs", "9 € for two articles", WorkItemKind.Bug)!));

    [Fact]
    public void German_quotes_in_German_marks_and_joins_in_German()
    {
        var finding = Some.Find("CL005", "Redesign it", "It must be user-friendly, intuitive, robust, flexible and powerful.")!;

        Assert.Equal("sagt „user-friendly“, „intuitive“, „robust“ und 2 weitere, was nicht alle gleich verstehen", FindingText.For("de").Message(finding));
    }

    [Fact]
    public void A_layer_has_its_name_in_the_language_of_the_reader()
    {
        var finding = Some.Find("BL001", RuleBook.All.Find("BL001")!.Bad[0])!;

        Assert.Equal("is the API layer alone, with the rest in CHK-2, CHK-3", FindingText.For("en").Message(finding));
        Assert.Equal("ist allein die Schicht „Schnittstelle“, der Rest steht in CHK-2, CHK-3", FindingText.For("de").Message(finding));
    }

    [Fact]
    public void A_language_without_sentences_reads_as_English() => Assert.Same(FindingText.For("en"), FindingText.For("xx"));

    // Which of the three sentences there are, by rule and case.
    private static IEnumerable<string> Written(string language) =>
        FindingText.For(language).Sentences.Select(s => $"{s.Key}: {(s.Value.Message is null ? "" : "message ")}{(s.Value.Question is null ? "" : "question ")}{(s.Value.Missing is null ? "" : "missing")}");

    private static IEnumerable<string> Named(string language) => FindingText.For(language).Names.SelectMany(n => n.Value.Keys.Select(v => $"{n.Key}: {v}"));
}
