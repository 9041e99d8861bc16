using System.Net;
using System.Net.Http.Headers;

namespace BacklogHealth.Delivery.Outgoing;

/// <summary>JSON that knows whether all of it has gone out.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly byte[] _json;

    public SentContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    /// <summary>True once all of it was out of our hands.</summary>
    public bool IsWhole { get; private set; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_json, cancellationToken);
        IsWhole = true;
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
