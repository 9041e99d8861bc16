using System.Text.Json;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Tests.Scoring.Text;

public sealed class ResourceJsonTests
{
    private const string Whole = """ "and": "and", "more": "{n} more", "quotes": ["\"", "\""], "names": {}, "rules": { "CL001": { "message": "has no description" } } """;

    [Fact]
    public void A_language_file_is_read_by_its_names() =>
        Assert.Equal("has no description", JsonSerializer.Deserialize($"{{{Whole}}}", ResourceJson.Default.SentenceFile)!.Rules["CL001"].Message);

    [Theory]
    [InlineData("\"more\": \"and others\"")]
    [InlineData("\"plural\": \"s\"")]
    public void A_name_that_stands_twice_or_that_nobody_asks_for_is_a_fault(string added) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($"{{{Whole}, {added}}}", ResourceJson.Default.SentenceFile));

    [Fact]
    public void A_list_of_commonest_words_that_stands_twice_is_a_fault() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"en": ["the"], "en": ["and"]}""", ResourceJson.Default.Lists));
}
