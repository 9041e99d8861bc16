namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Reads what a bug needs: the way to see it, what was expected, and what shows it.</summary>
internal static class BugReader
{
    private const int FewestListed = 2;
    private static readonly WordList StepsHeadings = WordList.Named("stepsHeadings");
    private static readonly WordList Reproducing = WordList.Named("reproducing");
    private static readonly WordList Expected = WordList.Named("saysExpected");
    private static readonly WordList Pictures = WordList.Named("pictures");

    /// <summary>True where steps lead to the fault: under a heading, or as a list.</summary>
    public static bool ListsSteps(ItemReading item) => item.Says(StepsHeadings) || Array.Exists(item.Fields, Lists);

    /// <summary>True where anything tells how to get to see the fault, a mere "when" included.</summary>
    public static bool TellsWay(ItemReading item) => item.Says(Reproducing) || ListsSteps(item) || ShowsTrace(item);

    /// <summary>True where it says what should have happened.</summary>
    public static bool SaysWhatWasExpected(ItemReading item) => item.Says(Expected);

    /// <summary>True where a log, code or a picture shows the fault.</summary>
    public static bool ShowsTrace(ItemReading item) => Pictures.IsIn(item.Description) || Array.Exists(item.Fields, f => CodeReader.Shows(f) || f.ShowsPage);

    private static bool Lists(TextReading text) => text.Lines.Count(l => l.Kind is LineKind.ListItem or LineKind.Checkbox) >= FewestListed;
}
