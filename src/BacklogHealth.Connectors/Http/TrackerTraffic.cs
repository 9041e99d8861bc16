namespace BacklogHealth.Connectors.Http;

/// <summary>What reading a tracker has cost so far.</summary>
/// <param name="Requests">Requests sent, repeated ones included.</param>
/// <param name="Bytes">Bytes of the answers, unpacked.</param>
/// <param name="WaitedForLimit">Time spent waiting because the tracker asked for it.</param>
public sealed record TrackerTraffic(int Requests, long Bytes, TimeSpan WaitedForLimit)
{
    /// <summary>Nothing sent yet.</summary>
    public static readonly TrackerTraffic None = new(0, 0, TimeSpan.Zero);
}
