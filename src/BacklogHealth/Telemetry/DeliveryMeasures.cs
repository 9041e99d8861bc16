using BacklogHealth.Storage;

namespace BacklogHealth.Telemetry;

/// <summary>What is measured of a report handed over: never to whom.</summary>
internal static class DeliveryMeasures
{
    /// <summary>What became of it.</summary>
    /// <param name="subscription">Its subscription.</param>
    /// <param name="channel">The way it went; null where settings no longer have it.</param>
    /// <param name="state">Its state afterwards; pending where it is tried again.</param>
    /// <param name="step">The step, which is done where the other side took it.</param>
    public static void Ended(string subscription, string? channel, DispatchState state, TimedStep step)
    {
        if (state == DispatchState.Accepted)
        {
            step.Done(state);
        }

        Instruments.Deliveries.Add(1, new("subscription", subscription), new("channel", channel ?? "none"), new("state", Word(state)));
    }

    private static string Word(DispatchState state) => state switch
    {
        DispatchState.Accepted => "accepted",
        DispatchState.Failed => "failed",
        DispatchState.Unknown => "unknown",
        _ => "pending",
    };
}
