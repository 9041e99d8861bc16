using System.Buffers;
using System.Text;
using System.Text.Json;

namespace BacklogHealth.Json;

/// <summary>Writes many values, a line each, some dozens at a time. What was added stands in the output at the latest when this is disposed of.</summary>
/// <param name="to">Where the lines go.</param>
internal sealed class JsonLines(TextWriter to) : IDisposable
{
    private const int BytesAtOnce = 1 << 15;

    private readonly ArrayBufferWriter<byte> _bytes = new(BytesAtOnce);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, JsonWriting.Line);

    /// <summary>Adds one value.</summary>
    public void Add<T>(T value)
    {
        _writer.Reset(_bytes);
        JsonWriting.To(_writer, value);
        _writer.Flush();
        _bytes.Write("\n"u8);
        if (_bytes.WrittenCount >= BytesAtOnce)
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _writer.Dispose();
    }

    private void Flush()
    {
        to.Write(Encoding.UTF8.GetString(_bytes.WrittenSpan));
        _bytes.ResetWrittenCount();
    }
}
