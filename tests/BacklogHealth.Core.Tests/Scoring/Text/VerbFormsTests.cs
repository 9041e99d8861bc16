using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Tests.Scoring.Text;

public sealed class VerbFormsTests
{
    [Theory]
    [InlineData("anlegen", "anlegen")]
    [InlineData("anzulegen", "anlegen")]
    [InlineData("angelegt", "anlegen")]
    [InlineData("anlegt", "anlegen")]
    [InlineData("löscht", "löschen")]
    [InlineData("gelöscht", "löschen")]
    [InlineData("loeschen", "loeschen")]
    [InlineData("ändert", "ändern")]
    [InlineData("geändert", "ändern")]
    [InlineData("öffnet", "öffnen")]
    [InlineData("meldet", "melden")]
    [InlineData("exportiert", "exportieren")]
    [InlineData("bearbeitet", "bearbeiten")]
    [InlineData("eingibt", "eingeben")]
    [InlineData("eingegeben", "eingeben")]
    [InlineData("vergibt", "vergeben")]
    [InlineData("verschoben", "verschieben")]
    [InlineData("umbenannt", "umbenennen")]
    [InlineData("umzubenennen", "umbenennen")]
    [InlineData("zugewiesen", "zuweisen")]
    [InlineData("schliesst", "schliessen")]
    [InlineData("erstelle", "erstellen")]
    [InlineData("digitalisiert", "digitalisieren")]
    [InlineData("katapultisieren", "katapultisieren")]
    [InlineData("artikel", null)]
    [InlineData("bestellung", null)]
    [InlineData("kunden", null)]
    [InlineData("neuen", null)]
    public void A_German_verb_is_told_by_any_of_its_forms(string word, string? verb)
    {
        var german = LanguageWords.For("de");

        Assert.Equal(verb, german.VerbOf(Assert.Single(Words.Read(word, german.Lexicon))));
    }

    [Theory]
    [InlineData("Löschung", "löschen")]
    [InlineData("Loeschung", "loeschen")]
    [InlineData("Bestellung", null)]
    public void A_noun_is_traced_to_the_verb_it_was_made_of(string word, string? verb)
    {
        var german = LanguageWords.For("de");

        Assert.Equal(verb, german.VerbOfNoun(Assert.Single(Words.Read(word, german.Lexicon))));
    }

    [Fact]
    public void A_prefix_parts_only_where_it_is_marked()
    {
        var forms = new VerbForms([["en", "t", "ge"], ["", "", "zu"]], []).Of(["an|legen", "suchen"]).Select(f => f.Form);

        Assert.Equal(["anlegen", "suchen", "angelegt", "gesucht", "anzulegen"], forms);
    }

    [Fact]
    public void What_no_pattern_makes_holds_for_longer_verbs_that_end_alike() =>
        Assert.Equal(
            ["eingeben", "vergeben", "eingibt", "eingegeben", "vergibt", "vergeben"],
            new VerbForms([], [["geben", "gibt", "gegeben"]]).Of(["ein|geben", "vergeben"]).Select(f => f.Form));
}
