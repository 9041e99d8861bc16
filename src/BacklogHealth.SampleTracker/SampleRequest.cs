namespace BacklogHealth.SampleTracker;

/// <summary>One request that the sample tracker has answered.</summary>
/// <param name="Number">Its place in the log, from 1.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query as they came.</param>
/// <param name="BodyLength">Length of the request's body, in bytes.</param>
/// <param name="Status">Status of the answer; 0 where the connection was dropped without one.</param>
/// <param name="Bytes">Bytes of the answer's body that were sent.</param>
public sealed record SampleRequest(int Number, string Method, string Target, int BodyLength, int Status, long Bytes)
{
    /// <summary>Whether it carried credentials, good or bad.</summary>
    public bool IsAuthorized { get; init; }

    /// <summary>How many requests were under way when it came, itself included. The highest of the log is the highest that was seen.</summary>
    public int UnderWay { get; init; }

    /// <summary>When it came, by the sample's clock.</summary>
    public DateTimeOffset At { get; init; }
}
