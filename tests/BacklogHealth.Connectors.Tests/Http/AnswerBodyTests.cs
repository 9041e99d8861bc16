using BacklogHealth.Connectors.Http;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class AnswerBodyTests
{
    private const int Most = 300_000;

    [Fact]
    public Task Content_arrives_unchanged_in_whatever_pieces_and_too_much_of_it_not_at_all() =>
        Gen.Select(Gen.OneOf(Gen.Int[0, 200], Gen.Int[0, Most + 1000], Gen.Int[Most - 1, Most + 1]), Gen.Int[1, 400_000], Gen.Bool).SampleAsync(async (length, piece, promised) =>
        {
            var bytes = new byte[length];
            new Random(length).NextBytes(bytes);
            using var content = new StreamContent(new PieceStream(bytes, piece));
            if (promised)
            {
                content.Headers.ContentLength = length;
            }

            using var body = await AnswerBody.Read(content, Most, default);
            Assert.Equal(length > Most, body is null);
            Assert.True(body is null || body.Bytes.Span.SequenceEqual(bytes));
        }, iter: 200);

    [Fact]
    public async Task A_promised_length_that_is_a_lie_takes_no_more_than_the_limit()
    {
        using var content = new StreamContent(new PieceStream([1, 2, 3], 2));
        content.Headers.ContentLength = long.MaxValue;
        using var body = await AnswerBody.Read(content, Most, default);
        Assert.Equal([1, 2, 3], body!.Bytes.ToArray());
    }

    /// <summary>Gives so many bytes at a time, as networks do.</summary>
    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
