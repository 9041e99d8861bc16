using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

internal static class OldWords
{
    public static Run Strong(string text) => new(text, Emphasis.Strong);

    public static Sentence Of(params object[] runs)
    {
        var all = new Sentence(0, 0);
        foreach (var run in runs)
        {
            all.AppendFormatted(run);
        }

        return all;
    }

    public static Sentence Join(params Sentence[] lines) => Of([.. lines]);
}
