using BacklogHealth.Json;

namespace BacklogHealth.Tests.Json;

public sealed class JsonLinesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void Every_value_has_its_line_in_order_however_many_there_are(int values)
    {
        ScoreJson[] scores = [.. Enumerable.Range(1, values).Select(i => Score($"Ö-{i}", new string('x', i)))];
        using var written = new StringWriter();
        using (var lines = new JsonLines(written))
        {
            Array.ForEach(scores, lines.Add);
        }

        Assert.Equal(string.Concat(scores.Select(s => JsonWriting.Text(s, indented: false) + "\n")), written.ToString());
    }

    [Fact]
    public void What_was_added_stands_there_even_where_what_follows_fails()
    {
        using var written = new StringWriter();
        Assert.Throws<InvalidOperationException>(() => AddOneAndFail(written));

        Assert.Equal(JsonWriting.Text(Score("A-1", null), indented: false) + "\n", written.ToString());
    }

    private static void AddOneAndFail(TextWriter to)
    {
        using var lines = new JsonLines(to);
        lines.Add(Score("A-1", null));
        throw new InvalidOperationException();
    }

    private static ScoreJson Score(string key, string? reason) => new("backlog-health/score/1", key, 80, null, true, null, [], "de", true, reason) { Muted = [] };
}
