using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Tests;

/// <summary>Sentences as an English reader of the sample's day gets them.</summary>
internal static class Saying
{
    public static Voice English { get; } = On(new DateOnly(2026, 11, 23));

    public static Voice On(DateOnly today) => new(Language.English, today);

    extension(Sentence sentence)
    {
        public string Plain => English.Plain(sentence);

        public ImmutableArray<Run> Runs => English.Say(sentence).Runs;
    }
}
