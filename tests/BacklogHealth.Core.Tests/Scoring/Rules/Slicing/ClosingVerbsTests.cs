using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

/// <summary>One goal in German, where verbs stand last.</summary>
public sealed class ClosingVerbsTests
{
    [Theory]
    [InlineData("Gutscheine anlegen, bearbeiten und löschen", "anlegen | bearbeiten | löschen")]
    [InlineData("Gutscheine anlegen, bearbeiten, löschen", "anlegen | bearbeiten | löschen")]
    [InlineData("Gutschein anlegen und an Freunde verschicken", "anlegen | verschicken")]
    [InlineData("Kunden können Bewertungen abgeben und Bilder hochladen", "abgeben | hochladen")]
    [InlineData("Als Lehrer möchte ich Noten eintragen, ändern, löschen und als PDF ausdrucken", "eintragen | ändern | löschen | ausdrucken")]
    [InlineData("Als Admin möchte ich die Möglichkeit haben, Aktionen anzulegen und sie zu veröffentlichen", "anzulegen | veröffentlichen")]
    [InlineData("Als Kunde möchte ich Artikel, die ich gekauft habe, bewerten und sie weiterempfehlen", "bewerten | weiterempfehlen")]
    [InlineData("Filtern und Sortieren von Terminen", "Filtern | Sortieren")]
    [InlineData("Erstellung, Bearbeitung und Löschung von Aktionen", "Erstellung | Bearbeitung | Löschung")]
    [InlineData("Gutscheine aendern und verschenkte Gutscheine loeschen", "aendern | loeschen")]
    public void Joined_goals_are_quoted_by_their_verbs(string title, string quoted) => Assert.Equal(quoted, Words(title, "Text"));

    [Theory]
    [InlineData("Gutschein anlegen")]
    [InlineData("AGB und Datenschutz verlinken")]
    [InlineData("Artikel suchen und finden")]
    [InlineData("Text kopieren und einfügen")]
    [InlineData("Als Käuferin möchte ich meinen Ort eingeben und die Filialen dort sehen")]
    [InlineData("Als Kunde möchte ich ein Ticket kaufen und dabei den Platz wählen")]
    [InlineData("Als Kunde möchte ich Artikel sehen, die ich löschen und ändern darf")]
    [InlineData("Als Kunde möchte ich bezahlen, damit ich die Seite schließen und gehen kann")]
    [InlineData("Als Kunde möchte ich die Bestellung ändern oder stornieren können")]
    [InlineData("Summe korrigieren und Test ergänzen")]
    [InlineData("Knopf „Speichern und schließen“ umbenennen")]
    [InlineData("Beim Löschen und Ändern nachfragen")]
    [InlineData("Suchen und Finden von Artikeln")]
    public void One_goal_passes(string title) => Assert.Null(Words(title, "Text"));

    [Fact]
    public void The_wish_in_the_description_is_read_too() =>
        Assert.Equal("anlegen | verschicken", Words("Gutscheine verschenken", "Als Käufer möchte ich einen Gutschein anlegen und verschicken können, damit er ankommt."));

    [Theory]
    [InlineData("Nutzer können heute einen Gutschein anlegen und ihn verschicken.")]
    [InlineData("Als ich gestern einen Gutschein anlegen und verschicken wollte, kann ich mich nicht erinnern, ihn angelegt zu haben.")]
    public void How_things_are_or_were_is_no_wish(string description) => Assert.Null(Words("Gutscheine verschenken", description));

    private static string? Words(string title, string description, string rule = "SL001") =>
        Some.Find(rule, new Example("", title, description) { Language = "de" }) is { } finding ? string.Join(" | ", finding.Evidence.Select(e => e.Text)) : null;

    [Theory]
    [InlineData("Kundendaten verwalten", "verwalten")]
    [InlineData("Pflege der Stammdaten", "Pflege")]
    [InlineData("Kundendaten anzeigen", null)]
    public void A_verb_that_hides_several_operations_is_opened_up(string title, string? quoted) => Assert.Equal(quoted, Words(title, "", "SL005"));
}
