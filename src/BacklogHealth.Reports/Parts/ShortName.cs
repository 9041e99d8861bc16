using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What a delivery is called, at a length that a line bears.</summary>
internal static class ShortName
{
    /// <param name="title">Its name as settings have it, or a sentence that says what it is.</param>
    /// <param name="most">Most characters.</param>
    public static Sentence Of(Sentence title, int most = 60) => title.Value is string name ? Sentence.Data(Say.Short(name, most)) : title;
}
