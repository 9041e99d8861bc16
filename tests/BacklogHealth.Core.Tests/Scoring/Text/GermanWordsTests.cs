using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Tests.Scoring.Text;

public sealed class GermanWordsTests
{
    private static readonly LanguageWords German = LanguageWords.For("de");

    [Theory]
    [InlineData("vague.speed.words", "schnelleren")]
    [InlineData("vague.quality.words", "akzeptables")]
    [InlineData("vague.quality.words", "zeitgemaess")]
    [InlineData("vague.time.words", "regelmaessig")]
    [InlineData("criteriaHeadings", "pruefkriterien")]
    public void A_word_is_known_with_its_endings_and_without_umlauts(string list, string word) =>
        Assert.True(WordList.Named(list).Holds(Assert.Single(Words.Read(word, German.Lexicon))));

    [Theory]
    [InlineData("Er zahlt, damit es schneller geht", true)]
    [InlineData("Er zahlt damit", false)]
    [InlineData("Damit es schneller geht, zahlt er", true)]
    [InlineData("Er erhöht um zehn", false)]
    [InlineData("Er ruft an, um zu fragen", true)]
    public void Some_words_give_a_reason_only_behind_a_comma(string text, bool reason)
    {
        var words = Words.Read(text, German.Lexicon);

        Assert.Equal(reason, ReasonReader.Reasons.First(words, 0, words.Length) >= 0);
    }

    [Theory]
    [InlineData("Geht z. B. am 3. März los. Danach endet es.", 2)]
    [InlineData("Das gilt bzw. Änderungen gelten. Gut.", 2)]
    [InlineData("Er nannte es „fertig. Ende“ und ging.", 1)]
    public void Sentences_end_where_German_readers_end_them(string text, int sentences) =>
        Assert.Equal(sentences, TextReading.Of("description", Core.WorkItems.StructuredText.FromPlain(text), German).Sentences.Length);

    [Theory]
    [InlineData("Klick auf „schnell“ und „leicht“ jetzt", "klick auf und jetzt")]
    [InlineData("Klick auf »schnell« und »leicht« jetzt", "klick auf und jetzt")]
    [InlineData("Klick auf „schnell” und „leicht” jetzt", "klick auf und jetzt")]
    public void Quotations_in_German_marks_are_no_prose(string text, string words) =>
        Assert.Equal(words, string.Join(' ', TextReading.Of("description", Core.WorkItems.StructuredText.FromPlain(text), German).Words.Select(w => w.Lower)));

    [Theory]
    [InlineData("Gutscheine", "Gutschein")]
    [InlineData("Gutscheins", "Gutschein")]
    [InlineData("Kunden", "Kunde")]
    [InlineData("Bestellungen", "Bestellung")]
    [InlineData("Artikeln", "Artikel")]
    [InlineData("Preise", "Preis")]
    [InlineData("Käufer", "Kunde")]
    [InlineData("Löschung", "entfernen")]
    [InlineData("Export", "exportieren")]
    public void Titles_are_compared_whatever_the_form_of_their_words(string one, string other) =>
        Assert.Equal(German.Canonical(Words.Read(one, German.Lexicon)[0]), German.Canonical(Words.Read(other, German.Lexicon)[0]));

    [Theory]
    [InlineData("Tag", "Tor")]
    [InlineData("Gutschein", "Gutschrift")]
    [InlineData("Lager", "Lage")]
    public void Different_words_stay_different(string one, string other) =>
        Assert.NotEqual(German.Canonical(Words.Read(one, German.Lexicon)[0]), German.Canonical(Words.Read(other, German.Lexicon)[0]));
}
