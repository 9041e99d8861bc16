using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Language;

/// <summary>A backlog as German teams write it, good items and bad, each with what a German Product Owner would be told.</summary>
internal static class GermanItems
{
    /// <summary>The items with their findings: a rule's id and the words it rests on.</summary>
    public static readonly ImmutableArray<(Example Item, ImmutableArray<string> Findings)> All =
    [
        (Item("Liefertag im Warenkorb anzeigen", """
            Als Käufer möchte ich den Liefertag schon im Warenkorb sehen, damit ich weiß, ob das Geschenk rechtzeitig zum Fest kommt.

            Akzeptanzkriterien:
            - neben jedem Artikel steht der Tag, den der Spediteur zusagt
            - ohne Zusage bleibt die Zeile leer
            """), []),
        (Item("Gutschein an der Kasse einlösen", """
            Als Käuferin möchte ich einen Gutschein an der Kasse einlösen können, damit ich den geschenkten Betrag nicht verliere.

            Abnahmekriterien
            * Der Betrag wird von der Summe abgezogen.
            * Ein Rest bleibt auf dem Gutschein.
            * Ein abgelaufener Gutschein wird mit Datum abgelehnt.
            """), []),
        (Item("Stockwerk des Empfängers anzeigen", """
            Als Zusteller möchte ich das Stockwerk des Empfängers sehen, damit ich nicht an jeder Tür klingeln muss.

            Fertig wenn:
            - das Stockwerk in der Tour unter der Adresse steht
            - es fehlt, wenn der Empfänger keines angegeben hat
            """), []),
        (Item("Gewählte Filiale merken", """
            Kunden wählen ihre Filiale bei jedem Besuch neu, weil die Auswahl beim Schließen des Browsers verloren geht.

            Angenommen ein Kunde hat die Filiale Nord gewählt
            Wenn er die Seite am nächsten Tag öffnet
            Dann ist die Filiale Nord gewählt
            """), []),
        (Item("Bestellungen eines Jahres exportieren", """
            Hintergrund:
            Das Finanzamt verlangt alle Bestellungen eines Jahres in einer Datei.

            Akzeptanzkriterien:
            - eine Zeile je Artikel
            - die Datei lässt sich in einer Tabellenkalkulation öffnen
            - das Jahr steht im Dateinamen
            """), []),
        (Item("Suchergebnisse in 300 ms zeigen", """
            Wer länger als eine Sekunde wartet, verlässt laut Messung vom Mai die Seite; darum zählt hier die Zeit.

            Akzeptanzkriterien:
            - 95 von 100 Suchen zeigen die ersten zehn Treffer in höchstens 300 ms
            - gemessen im Rechenzentrum mit dem Datenbestand vom Vortag
            """), []),
        (Item("Als Gast ohne Konto bestellen", """
            Als Gast möchte ich ohne Konto bestellen können, weil ich nur ein einziges Mal etwas verschenken will.

            Akzeptanzkriterien:
            - es wird kein Passwort verlangt
            - die Bestätigung geht an die angegebene Adresse
            """), []),
        (Item("Rücksendeschein zum Ausdrucken anbieten", """
            Der Kundendienst bekommt 40 Anrufe in der Woche, weil der Schein im Paket fehlt.

            Szenario: Schein nachdrucken
            Gegeben sei eine gelieferte Bestellung
            Wenn der Käufer den Rücksendeschein anfordert
            Dann erhält er ihn als PDF mit der Bestellnummer
            """), []),
        (Item("Bestellung im Nachhinein stornieren", """
            Als Käufer möchte ich meine Bestellung stornieren können, solange sie noch nicht verpackt ist, damit ich keine Ware annehmen muss, die ich doppelt bestellt habe.

            Akzeptanzkriterien:
            - die Bestellung steht danach auf „storniert“
            - das Geld geht auf dem Weg zurück, auf dem es gekommen ist
            - eine verpackte Bestellung lässt sich nicht stornieren
            """), []),
        (Item("AGB und Datenschutzhinweise verlinken", """
            Als Käufer möchte ich Allgemeine Geschäftsbedingungen und Datenschutzhinweise von der Kasse aus lesen können, damit ich vor dem Kauf weiß, worauf ich mich einlasse.

            - [ ] beide Verweise stehen über dem Knopf „Kaufen“
            - [ ] sie öffnen sich in einem neuen Fenster
            """), []),
        (Item("Artikel suchen und finden trotz Tippfehlern", """
            Jede fünfte Suche endet ohne Treffer, weil ein Buchstabe fehlt.

            Akzeptanzkriterien:
            - „Winterjake“ findet Winterjacken
            - ein genauer Treffer steht vor den ähnlichen
            """), []),
        (Item("Filialen in der Nähe zeigen", """
            Als Käufer möchte ich meinen Ort eingeben und die Filialen in der Nähe sehen, damit ich die Ware heute noch abholen kann.

            Akzeptanzkriterien:
            - die drei nächsten Filialen mit Entfernung in Kilometern
            - ein unbekannter Ort wird gemeldet
            """), []),
        (Item("Sortierung der Trefferliste nach Liefertag", """
            Ziel: Käufer sollen sehen, was noch vor dem Wochenende kommt.

            Abnahmebedingungen:
            - der früheste Liefertag steht oben
            - Artikel ohne Zusage stehen am Ende
            """), []),
        (Item("Summe im Warenkorb ist um 1 Cent falsch", """
            Zwei Artikel zu 4,99 € und ein Rabatt von 5 % ergeben 9,49 €.
            Erwartet: 9,48 €.
            """, WorkItemKind.Bug), []),
        (Item("Login schlägt nach Passwortwechsel fehl", """
            1. Passwort ändern
            2. abmelden
            3. mit dem neuen Passwort anmelden

            Tatsächlich: „Unbekannter Benutzer“. Stattdessen sollte die Startseite erscheinen.
            """, WorkItemKind.Bug), []),
        (Item("Zwei Kartendienste vergleichen", "Welcher der beiden zeigt Hausnummern auch ohne Netz, und was kostet er bei 10.000 Aufrufen im Monat? Höchstens zwei Tage.", WorkItemKind.Spike), []),
        (Item("Zertifikat des Zahlungsanbieters erneuern", """
            Das Zertifikat läuft am 15. März ab, danach kann niemand mehr mit Karte zahlen.

            Erledigt wenn:
            - eine Testzahlung im Produktivsystem gelingt
            """, WorkItemKind.Task), []),
        (Item("Schnellsuche: Eingabe beim Zurückgehen behalten", """
            Beim Zurückgehen ist das Feld leer, und Kunden tippen den Begriff noch einmal.

            Akzeptanzkriterien:
            - nach dem Zurückgehen steht der letzte Begriff im Feld
            """, WorkItemKind.Task), []),
        (Item("Geschenke: 20 % mehr Bestellungen im Advent", "Wir glauben, dass ein Geschenkservice zu mehr Bestellungen führt.", WorkItemKind.Epic), []),
        (Item("Warenkorb", ""), ["CL001", "CL002 Warenkorb"]),
        (Item("Schnelle Suche", "Die Suche muss schnell und benutzerfreundlich sein."), ["CL002 Schnelle Suche", "CL003", "CL004", "CL005 Schnelle | schnell | benutzerfreundlich"]),
        (Item("Gutscheine anlegen, bearbeiten und löschen", "Als Sachbearbeiterin möchte ich Gutscheine pflegen, damit es funktioniert."), ["CL003 damit es funktioniert", "CL004", "SL001 anlegen | bearbeiten | löschen", "SL005 pflegen"]),
        (Item("Gutschein verschenken", "Als Käufer möchte ich einen Gutschein anlegen und per Post an einen Freund verschicken können, damit er sich etwas aussuchen kann."), ["CL004", "SL001 anlegen | verschicken"]),
        (Item("Kundendaten verwalten", "Als Sachbearbeiter möchte ich Kundendaten verwalten können."), ["CL003", "CL004", "SL005 verwalten"]),
        (Item("Newsletter abbestellen", """
            Der Abmeldelink soll in allen gängigen Mailprogrammen funktionieren, ggf. auch in älteren usw.

            Die Bestätigung kommt zeitnah.
            """), ["CL003", "CL004", "CL005 zeitnah", "CL015 allen gängigen | usw", "CL016 ggf"]),
        (Item("Bestellübersicht überarbeiten", """
            Die Bestellübersicht soll moderner und möglichst intuitiv werden.
            Farben: noch offen
            Wer darf sie sehen? TBD
            """), ["CL003", "CL004", "CL005 moderner | möglichst intuitiv", "CL006 noch offen | TBD", "CL013 moderner", "RD004 Wer darf sie sehen?"]),
        (Item("Rabattcode an der Kasse prüfen", "Rabattcode an der Kasse prüfen"), ["CL001 Rabattcode an der Kasse prüfen"]),
        (Item("Als <Rolle> möchte ich <Ziel>", "Als <Rolle> möchte ich <Ziel>, damit <Nutzen>."), ["CL004", "CL006 <Rolle> | <Ziel> | <Rolle> | <Ziel> | <Nutzen>"]),
        (Item("Mehrere Adressen speichern", """
            Kunden sollen mehrere Adressen speichern können, weil sie Geschenke an verschiedene Leute schicken.

            Akzeptanzkriterien:
            - Adressen lassen sich auswählen
            - die Standardadresse ist vorausgewählt
            """), ["CL014 Mehrere | mehrere"]),
        (Item("Export von Rechnungen als CSV, Excel, PDF etc.", """
            Die Buchhaltung braucht das für den Jahresabschluss.

            Akzeptanzkriterien:
            - eine Zeile je Rechnung
            """), ["CL015 etc"]),
        (Item("Anlegen, Ändern und Löschen von Lieferadressen", "Aktuell müssen Kunden dafür beim Kundendienst anrufen."), ["CL004", "SL001 Anlegen | Ändern | Löschen"]),
        (Item("Erstellung, Bearbeitung und Löschung von Aktionen", "Das Marketing braucht vor Weihnachten Aktionen, damit die Werbung geschaltet werden kann."), ["CL004", "SL001 Erstellung | Bearbeitung | Löschung"]),
        (Item("Als Händler möchte ich Artikel hochladen und Preise ändern", "Preise ändern sich jede Woche, und das Eintippen dauert zu lange."), ["CL004", "SL001 hochladen | ändern"]),
        (Item("Kunden können Bewertungen abgeben und Bilder hochladen", "Bewertungen mit Bild werden dreimal so oft gelesen, deshalb lohnt sich das."), ["CL004", "SL001 abgeben | hochladen"]),
        (Item("Refactoring", "Code aufräumen.", WorkItemKind.Task), ["CL002 Refactoring", "CL004", "RD014"]),
        (Item("Login-Seite", "Die Login-Seite funktioniert nicht.", WorkItemKind.Bug), ["CL002 Login-Seite", "CL005 funktioniert nicht", "RD010 funktioniert nicht"]),
        (Item("Summe weicht ab", "Zwei Artikel zu 5 € ergeben 9 €.", WorkItemKind.Bug), ["RD011 weicht ab"]),
        (Item("Kartendienste", "Zwei Tage Kartendienste ansehen.", WorkItemKind.Spike), ["CL002 Kartendienste", "RD012"]),
        (Item("Neun Prüfungen für den Export", """
            Die Revision verlangt einen Nachweis.

            Akzeptanzkriterien:
            - eine Zeile je Artikel
            - das Jahr im Namen
            - Summen am Ende
            - Öffnen in Excel
            - ein Eintrag im Protokoll
            - eine Mail am Ende
            - nur für Sachbearbeiter
            - deutsche und englische Köpfe
            - ohne stornierte Bestellungen
            """), ["SL002 ohne stornierte Bestellungen"]),
        (Item("Bibliothek für Datumsangaben aktualisieren", """
            Offene Fragen: Wer testet das?
            Die Umsetzung erfolgt baldmöglichst.
            """, WorkItemKind.Task), ["CL005 baldmöglichst", "CL006 Offene Fragen", "RD014"]),
    ];

    private static Example Item(string title, string description, WorkItemKind kind = WorkItemKind.Story) => new("", title, description.ReplaceLineEndings("\n"), kind) { Language = "de" };
}
