using System.Text;
using System.Text.Json;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Tests.Sentences;

/// <summary>German with a few words of a test.</summary>
internal static class Saying
{
    public static Language German(params (string English, string German)[] words) => Language.German.With(File(("test", words)));

    public static Voice InGerman(params (string English, string German)[] words) => new(German(words), null);

    public static Stream File(params (string Section, (string English, string German)[] Words)[] sections) =>
        new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(sections.ToDictionary(s => s.Section, s => s.Words.ToDictionary(w => w.English, w => w.German)))));
}
