using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Tests.Scoring.Text;

/// <summary>What holds of the word files of every language.</summary>
public sealed class WordFileTests
{
    // Read by LanguageWords itself, not looked for in texts.
    private static readonly string[] Data =
    [
        "commandEndings", "pairs", "pluralEndings", "story.adjectiveEndings", "story.adverbEndings", "story.participleEndings", "verbEndings", "verbsAlsoNouns",
    ];

    public static TheoryData<string> Languages => [.. LanguageWords.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_lists_of_English(string language) => Assert.Equal(LanguageWords.For("en").ListNames, LanguageWords.Find(language)!.ListNames);

    [Theory]
    [InlineData("endings")]
    [InlineData("sameMeaning")]
    [InlineData("verbForms")]
    public void Every_language_has_its_endings_and_forms_and_synonyms(string group) => Assert.All(LanguageWords.Languages, l => Assert.NotEmpty(WordFile.Of(l).Group(group)));

    [Fact]
    public void The_languages_are_English_and_German() => Assert.Equal(["de", "en"], LanguageWords.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_list_is_asked_for_by_the_code_and_every_list_asked_for_is_there(string language)
    {
        Assert.NotEmpty(RuleBook.All.Rules);
        foreach (var type in typeof(WordList).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("BacklogHealth.Core.Scoring", StringComparison.Ordinal) == true && !t.ContainsGenericParameters))
        {
            System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        var asked = WordList.Asked.Concat(Data).Where(n => !n.StartsWith("profile.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(asked, LanguageWords.Find(language)!.ListNames);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_are_in_lower_case_and_stand_once_in_a_list(string language)
    {
        foreach (var (name, words) in WordFile.Of(language).Lists)
        {
            Assert.Equal(words.Select(w => w.ToLowerInvariant()), words);
            Assert.True(words.Distinct(StringComparer.Ordinal).Count() == words.Length, $"{language} {name}: {string.Join(", ", words.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key))}");
        }
    }

    [Fact]
    public void The_longest_phrase_of_a_list_is_found()
    {
        var words = Words.Read("as soon as possible", LanguageWords.For("en").Lexicon);
        var time = WordList.Named("vague.time.words");

        Assert.Equal(4, time.At(words, 0));
        Assert.Equal(1, time.At(words, 1));
        Assert.Equal(0, time.At(words, 2));
    }

    [Theory]
    [InlineData("creating", "create")]
    [InlineData("cutting", "cut")]
    [InlineData("adding", "add")]
    [InlineData("digitise", "digitise")]
    [InlineData("digitising", "digitise")]
    [InlineData("string", null)]
    [InlineData("thing", null)]
    public void A_verb_is_told_by_any_of_its_forms(string word, string? verb)
    {
        var english = LanguageWords.For("en");

        Assert.Equal(verb, english.VerbOf(Assert.Single(Words.Read(word, english.Lexicon))));
    }
}
