namespace BacklogHealth.Reports.Pages;

/// <summary>What the controls of tables say. The script that makes them has no words of its own: it reads these from the page.</summary>
/// <param name="Filter">Before the box in which words are typed.</param>
/// <param name="Shown">How many rows are left: <c>{shown}</c> of <c>{all}</c>.</param>
/// <param name="SortBy">Before the list of orders that a phone shows.</param>
/// <param name="AsListed">The order in which the page lists the rows.</param>
/// <param name="Ascending">By the values of <c>{column}</c>, the smallest first.</param>
/// <param name="Descending">By the values of <c>{column}</c>, the largest first.</param>
internal sealed record TableWords(string Filter, string Shown, string SortBy, string AsListed, string Ascending, string Descending)
{
    private static readonly TableWords English = new("Only rows with", "{shown} of {all} rows", "Sort by", "as listed", "{column}, ascending", "{column}, descending");

    private static readonly TableWords German = new("Nur Zeilen mit", "{shown} von {all} Zeilen", "Sortieren nach", "wie aufgeführt", "{column}, aufsteigend", "{column}, absteigend");

    /// <summary>Those of a language; English where there are none.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    public static TableWords In(string language) => language == "de" ? German : English;

    /// <summary>The words as attributes of the page's body.</summary>
    public string Attributes => string.Concat(
        Attribute("filter", Filter), Attribute("shown", Shown), Attribute("sort-by", SortBy), Attribute("as-listed", AsListed), Attribute("ascending", Ascending), Attribute("descending", Descending));

    private static string Attribute(string name, string words) => $" data-{name}=\"{HtmlPage.Encode(words)}\"";
}
