namespace BacklogHealth.Connectors.Http;

/// <summary>What reading a tracker has cost so far.</summary>
/// <param name="Requests">Requests sent, repeated ones included.</param>
/// <param name="Bytes">Bytes of the answers, unpacked: what was read, and the same whether or not a proxy on the way packs them. An answer that broke off does not count.</param>
/// <param name="WaitedForLimit">Time spent waiting because the tracker asked for it; time for which several requests wait together counts once.</param>
public sealed record TrackerTraffic(int Requests, long Bytes, TimeSpan WaitedForLimit)
{
    /// <summary>Nothing sent yet.</summary>
    public static readonly TrackerTraffic None = new(0, 0, TimeSpan.Zero);
}
