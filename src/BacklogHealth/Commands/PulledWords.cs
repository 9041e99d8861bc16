using System.Globalization;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Commands;

/// <summary>Whether items that were pulled unready fared worse, in a sentence: the score put to the test.</summary>
internal static class PulledWords
{
    /// <summary>The sentence; null where too few of a kind were pulled to say anything.</summary>
    public static string? Of(PulledWork pulled)
    {
        if (!pulled.CanCompare)
        {
            return null;
        }

        var late = pulled.BySprint ? "spilled over the sprint's end" : "took longer than 85 of 100 items";
        var said = pulled.Difference switch
        {
            { From: > 0 } => "so readiness told something",
            { To: < 0 } => "here the unready ones fared better",
            _ => "a difference that may be chance",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Pulled in the last {pulled.Weeks} weeks: {pulled.Unready.Spilled} of {pulled.Unready.Items} that were not ready {late}, {pulled.Ready.Spilled} of {pulled.Ready.Items} that were; {said}.");
    }
}
