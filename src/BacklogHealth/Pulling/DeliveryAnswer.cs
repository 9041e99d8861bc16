using System.Globalization;

namespace BacklogHealth.Pulling;

/// <summary>What came of the query of one delivery, in the words that people read.</summary>
/// <param name="Delivery">Name of the delivery.</param>
/// <param name="Found">How many items the query found; 0 where it was not answered.</param>
/// <param name="Elsewhere">How many of them no team of the connection has.</param>
/// <param name="Problem">Why there is no answer, as sentences; null where there is one.</param>
/// <param name="Code">0; 2 where the query has to be mended, 3 where the answer could not be proven whole.</param>
internal sealed record DeliveryAnswer(string Delivery, int Found, int Elsewhere, string? Problem = null, ExitCode Code = ExitCode.Done)
{
    /// <summary>What was found, as a sentence.</summary>
    public string Sentence => (Found, Elsewhere) switch
    {
        (0, _) => $"Delivery {Delivery}: its query finds no item.",
        (1, 0) => $"Delivery {Delivery}: its query finds 1 item, of a team here.",
        (1, _) => $"Delivery {Delivery}: the 1 item that its query finds belongs to no team here.",
        (_, 0) => $"Delivery {Delivery}: its query finds {Count(Found)} items, all of teams here.",
        _ => $"Delivery {Delivery}: {Count(Elsewhere)} of {Count(Found)} items {(Elsewhere == 1 ? "belongs" : "belong")} to no team here.",
    };

    /// <summary>Tells it: what has to be mended always, what is odd unless it is to be quiet, all else on request.</summary>
    public void Tell(Screen screen)
    {
        if (Problem is not null)
        {
            screen.Warn(Problem);
        }
        else if (Found == 0)
        {
            screen.Say(Sentence);
        }
        else
        {
            screen.Detail(Sentence);
        }
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
