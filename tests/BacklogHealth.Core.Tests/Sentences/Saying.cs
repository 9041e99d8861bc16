using System.Text;
using System.Text.Json;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Tests.Sentences;

/// <summary>A language that writes numbers and days as German does, and has only the few words of a test.</summary>
internal static class Saying
{
    public static Language German(params (string English, string German)[] words) => (Language.English with
    {
        Months = Language.German.Months,
        ShortMonths = Language.German.ShortMonths,
        Weekdays = Language.German.Weekdays,
        Numbers = Language.German.Numbers,
        AfterDay = Language.German.AfterDay,
        And = Language.German.And,
        Thousands = Language.German.Thousands,
        Point = Language.German.Point,
    }).With(File(("test", words)));

    public static Voice InGerman(params (string English, string German)[] words) => new(German(words), null);

    public static Stream File(params (string Section, (string English, string German)[] Words)[] sections) =>
        new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(sections.ToDictionary(s => s.Section, s => s.Words.ToDictionary(w => w.English, w => w.German)))));
}
