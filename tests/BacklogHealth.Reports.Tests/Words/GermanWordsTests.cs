using BacklogHealth.Testing;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>Every sentence of the sources speaks German, and nothing that a reader sees is put together past the sentences.</summary>
public class GermanWordsTests
{
    private static readonly (string Project, string Words)[] Projects =
    [
        ("BacklogHealth.Core", "src/BacklogHealth.Core/Sentences/de.json"),
        ("BacklogHealth.Reports", "src/BacklogHealth.Reports/Words/de.json"),
    ];

    // What reports are made of. What else is in these projects speaks to operators and developers, in English.
    private static readonly string[] Folders =
    [
        "src/BacklogHealth.Core/Forecasting/", "src/BacklogHealth.Core/Health/",
        "src/BacklogHealth.Reports/Charts/", "src/BacklogHealth.Reports/Parts/", "src/BacklogHealth.Reports/Pictures/",
    ];

    /// <summary>Files that put English together, with the reason.</summary>
    private static readonly Dictionary<string, string> SpeakEnglish = new(StringComparer.Ordinal)
    {
        ["src/BacklogHealth.Core/Health/Quality/QualityCatalogue.cs"] = "writes a page of this repository, whose language is English",
    };

    public static TheoryData<string> Rooms => [.. Projects.Select(p => p.Project)];

    [Theory, MemberData(nameof(Rooms))]
    public void Every_sentence_has_German_words_with_the_same_places_and_no_words_are_left_over(string room)
    {
        var words = Projects.Select(p => (p.Project, p.Words, Read: WordsCheck.Read(Repository.Path(p.Words)))).ToList();
        var (_, file, own) = words.Single(w => w.Project == room);
        var below = words.TakeWhile(w => w.Project != room).SelectMany(w => w.Read).ToDictionary(StringComparer.Ordinal);

        AssertNone(new WordsCheck(file, own).Faults([.. EnglishSentence.In(SourceRoom.Of(room))], below));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void All_that_a_reader_reads_is_said_by_a_sentence(string room) =>
        AssertNone(MakingCheck.Faults(SourceRoom.Of(room), file => Folders.Any(f => file.StartsWith(f, StringComparison.Ordinal)) && !SpeakEnglish.ContainsKey(file)));

    [Theory, MemberData(nameof(Rooms))]
    public void What_has_the_sign_of_a_sentence_is_one(string room) => AssertNone(MakingCheck.NotTaken(SourceRoom.Of(room)));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all)}");
    }
}
