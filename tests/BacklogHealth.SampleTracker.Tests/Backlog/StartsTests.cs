using System.Text.RegularExpressions;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

/// <summary>What unclear texts lead to: much in one team, nothing in the other.</summary>
public sealed class StartsTests
{
    private static readonly Dictionary<string, SampleItem> ByKey = Sample.Items.ToDictionary(i => i.Key, StringComparer.Ordinal);

    [Theory]
    [InlineData("CHK")]
    [InlineData("FLD")]
    public void Each_team_started_and_finished_at_least_four_hundred_items_within_three_years_and_each_has_its_place_in_the_truth(string key)
    {
        var finished = Sample.Team(key).Items.Where(i => i.Resolution == "Done" && i.Type is not ("Epic" or "Sub-task")).Select(i => i.Key);

        Assert.Equal(finished, Of(key).Select(s => s.Key));
        Assert.InRange(Of(key).Count, 400, 450);
    }

    [Fact]
    public void In_the_checkout_team_unclear_texts_are_edited_questioned_or_sent_back_far_more_often()
    {
        Assert.InRange(FatedShare("CHK", isUnclear: true), 0.54, 0.68);
        Assert.InRange(FatedShare("CHK", isUnclear: false), 0.04, 0.12);
    }

    [Fact]
    public void In_the_field_service_team_the_text_tells_nothing_of_what_becomes_of_an_item()
    {
        var (unclear, clear) = (FatedShare("FLD", isUnclear: true), FatedShare("FLD", isUnclear: false));
        var counts = Of("FLD");
        var spread = Math.Sqrt(0.25 * 0.75 * ((1.0 / counts.Count(s => s.IsUnclear)) + (1.0 / counts.Count(s => !s.IsUnclear))));

        Assert.InRange(Of("FLD").Count(s => s.Fate != Fate.None) / (double)counts.Count, 0.2, 0.3);
        Assert.InRange(unclear - clear, -1.5 * spread, 1.5 * spread);
    }

    [Fact]
    public void Unclear_texts_take_longer_in_the_checkout_team_and_not_in_the_field_service_team()
    {
        Assert.InRange(MedianCycle("CHK", isUnclear: true) / MedianCycle("CHK", isUnclear: false), 1.5, 2.1);
        Assert.InRange(MedianCycle("FLD", isUnclear: true) / MedianCycle("FLD", isUnclear: false), 0.8, 1.25);
    }

    [Theory]
    [InlineData("CHK")]
    [InlineData("FLD")]
    public void Two_in_five_to_one_in_two_texts_are_unclear_at_the_start(string key) =>
        Assert.InRange(Of(key).Count(s => s.IsUnclear) / (double)Of(key).Count, 0.4, 0.52);

    [Fact]
    public void Every_fate_stands_in_the_history_of_its_item_between_its_start_and_its_finish() =>
        Assert.All(Sample.Backlog.Truth.Starts, s => Assert.True(s.Fate == Told(ByKey[s.Key]), $"{s.Key} {ByKey[s.Key].Title}: planted {s.Fate}, told {Told(ByKey[s.Key])}"));

    [Theory]
    [InlineData(Fate.Edited)]
    [InlineData(Fate.Questioned)]
    [InlineData(Fate.SentBack)]
    public void Every_kind_of_fate_comes_about_in_both_teams(Fate fate) =>
        Assert.All(Sample.Backlog.Projects, p => Assert.True(Of(p.Key).Count(s => s.Fate.HasFlag(fate)) >= 20, $"{p.Key} {fate} {Of(p.Key).Count(s => s.Fate.HasFlag(fate))}"));

    [Fact]
    public void The_text_at_the_start_is_the_unclear_one_and_an_edit_mends_it()
    {
        var starts = Sample.Backlog.Truth.Starts;
        var edited = starts.Where(s => s.IsUnclear && s.Fate.HasFlag(Fate.Edited)).Select(s => ByKey[s.Key]).ToList();

        Assert.Empty(starts.Where(s => s.IsUnclear == HasRows(AtStart(ByKey[s.Key]))).Select(s => $"{s.Key}: {AtStart(ByKey[s.Key])}"));

        // One that a file wrote out may still be unclear after it.
        Assert.True(edited.Count(i => HasRows(WikiMarkup.Of(i.Description!))) >= 0.9 * edited.Count, string.Join("\n", edited.Where(i => !HasRows(WikiMarkup.Of(i.Description!))).Select(i => i.Title)));
    }

    [Fact]
    public void Unclear_texts_share_no_single_word()
    {
        var texts = Sample.Backlog.Truth.Starts.Where(s => s.IsUnclear).Select(s => Regex.Split(AtStart(ByKey[s.Key]).ToUpperInvariant(), @"\W+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).ToHashSet(StringComparer.Ordinal)).ToList();
        var clear = Sample.Backlog.Truth.Starts.Where(s => !s.IsUnclear).SelectMany(s => Regex.Split(AtStart(ByKey[s.Key]).ToUpperInvariant(), @"\W+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).ToHashSet(StringComparer.Ordinal);
        var telling = texts.SelectMany(t => t).Where(w => w.Length > 0 && !clear.Contains(w)).GroupBy(w => w, StringComparer.Ordinal).MaxBy(g => g.Count())!;

        Assert.True(telling.Count() < 0.2 * texts.Count, $"{telling.Key} stands in {telling.Count()} of {texts.Count}");
    }

    private static List<PlantedStart> Of(string team) => [.. Sample.Backlog.Truth.Starts.Where(s => s.Key.StartsWith(team, StringComparison.Ordinal))];

    private static double FatedShare(string team, bool isUnclear)
    {
        var those = Of(team).Where(s => s.IsUnclear == isUnclear).ToList();
        return those.Count(s => s.Fate != Fate.None) / (double)those.Count;
    }

    private static double MedianCycle(string team, bool isUnclear)
    {
        var days = Of(team).Where(s => s.IsUnclear == isUnclear).Select(s => (Finished(ByKey[s.Key]) - Started(ByKey[s.Key])).TotalDays).Order().ToList();
        return days[days.Count / 2];
    }

    /// <summary>What the record of an item shows: counted from its changes and comments, by nothing of the generator.</summary>
    private static Fate Told(SampleItem item)
    {
        var (from, to) = (Started(item), Finished(item));
        var moves = item.Changes.Where(c => c.Field == "status" && c.At > from && c.At < to).ToList();
        return (item.Changes.Any(c => c.Field is "summary" or "description" && c.At > from && c.At < to && Unticked(c.FromText) != Unticked(c.ToText)) ? Fate.Edited : Fate.None)
            | (item.Comments.Any(c => c.At > from && c.At < to && c.Text.Blocks.Any(b => b.Text.EndsWith('?') || b.Text.Contains("? ", StringComparison.Ordinal))) ? Fate.Questioned : Fate.None)
            | (moves.Any(c => c.ToText is "Selected for Sprint" or "Ready to Pull" or "Backlog" or "Ideas" || c.FromText == "Done") ? Fate.SentBack : Fate.None);
    }

    // A tick changes no word.
    private static string Unticked(string? markup) => (markup ?? "").Replace("[x]", "[ ]", StringComparison.Ordinal);

    private static string AtStart(SampleItem item)
    {
        var later = item.Changes.FirstOrDefault(c => c.Field == "description" && c.At >= Started(item));
        return later is not null ? later.FromText ?? "" : item.Description is { } text ? WikiMarkup.Of(text) : "";
    }

    // A list, a step or a heading; a bug says what was expected, a spike how long it may take.
    private static bool HasRows(string markup) =>
        Regex.IsMatch(markup, @"^(\*|#|h\d\.|\|) ?|^Expected:|^At most |^Time box|^Three days with ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static DateTimeOffset Started(SampleItem item) => item.Changes.First(c => c.Field == "status" && c.ToText == "In Progress").At;

    private static DateTimeOffset Finished(SampleItem item) => item.Changes.Last(c => c.Field == "status" && c.ToText == "Done").At;
}
