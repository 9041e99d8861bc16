using System.Text.RegularExpressions;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

public sealed class SampleTextsTests
{
    [Fact]
    public void At_most_three_in_a_hundred_sentences_occur_twice()
    {
        // Headings are meant to be the same.
        var headings = new HashSet<string>(["Acceptance criteria", "AC", "Done when", "Conditions of satisfaction"], StringComparer.Ordinal);
        var texts = Sample.Items.SelectMany(Sample.Texts).Where(t => !headings.Contains(t)).Concat(Sample.Backlog.Projects.SelectMany(p => p.Sprints).Select(s => s.Goal));
        var sentences = texts
            .SelectMany(t => Regex.Split(t, @"(?<=[.!?])\s+|\s\|\s", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(s => Regex.Replace(s, @"\s+", " ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Trim(' ', '.', '!', '?', ':').ToUpperInvariant())
            .Where(s => s.Length > 0)
            .ToList();
        var repeated = sentences.GroupBy(s => s, StringComparer.Ordinal).Where(g => g.Count() > 1).ToList();

        Assert.True(sentences.Count > 5000, $"only {sentences.Count} sentences");
        Assert.True(repeated.Sum(g => g.Count()) <= 0.03 * sentences.Count, string.Join("\n", repeated.Select(g => $"{g.Count()} {g.Key}")));
    }

    [Fact]
    public void No_name_of_a_person_or_address_stands_in_the_texts() =>
        Assert.DoesNotContain(Sample.Items.SelectMany(Sample.Texts), t => t.Contains('@', StringComparison.Ordinal) || t.Contains("http", StringComparison.Ordinal));

    [Fact]
    public void Every_open_item_without_that_flaw_says_how_it_will_be_checked()
    {
        var silent = OpenItems("Story", "Task")
            .Where(i => !Sample.Has(i, Flaw.NoAcceptanceCriteria) && !SaysHowToCheck(i));

        Assert.Empty(silent.Select(i => i.Title));
    }

    [Fact]
    public void No_open_item_with_missing_criteria_has_any() =>
        Assert.Empty(OpenItems("Story", "Task").Where(i => Sample.Has(i, Flaw.NoAcceptanceCriteria) && SaysHowToCheck(i)).Select(i => i.Title));

    [Fact]
    public void Every_open_bug_names_what_was_expected() =>
        Assert.Empty(OpenItems("Bug").Where(i => !Sample.Blocks(i.Description).Any(b => b.StartsWith("Expected:", StringComparison.Ordinal))).Select(i => i.Title));

    [Fact]
    public void Every_open_item_without_that_flaw_has_a_reason_at_itself_or_at_its_epic()
    {
        var without = OpenItems("Epic", "Story", "Task", "Bug")
            .Where(i => !Sample.Has(i, Flaw.NoReason) && !HasReason(i) && !(Parent(i) is { } p && HasReason(p)));

        Assert.Empty(without.Select(i => i.Title));
    }

    [Fact]
    public void No_open_item_with_a_missing_reason_has_one_nor_has_its_epic() =>
        Assert.Empty(OpenItems("Story", "Task", "Epic").Where(i => Sample.Has(i, Flaw.NoReason) && (HasReason(i) || (Parent(i) is { } p && HasReason(p)))).Select(i => i.Title));

    [Fact]
    public void Placeholders_stand_where_they_were_planted_and_nowhere_else() =>
        Agree(Flaw.OpenPlaceholder, i => Matches(i, @"\bTBD\b|\bTODO\b|\?\?\?|\bXXX\b|to be (clarified|defined)"));

    [Fact]
    public void More_than_eight_criteria_stand_where_they_were_planted_and_nowhere_else() =>
        Agree(Flaw.TooManyCriteria, i => i.Description is { } d && d.Blocks.Count(b => b.Kind is SampleBlockKind.Bullet or SampleBlockKind.Checkbox) > 8);

    [Fact]
    public void A_missing_description_is_always_recorded() => Agree(Flaw.NoDescription, i => i.Description is null);

    [Fact]
    public void Open_items_without_vague_words_recorded_have_none_of_the_usual_ones() => Agree(Flaw.VagueWords, i => Matches(i,
        @"\b(fast|faster|quick|quickly|easy|easily|simple|user-friendly|friendlier|intuitive|appropriate|flexible|flexibly|robust|several|some|various|etc|properly|suitably|nice|better|improve|modern|gracefully|reasonably|sufficient|smarter|as needed|if possible|as early as possible|meaningful|good|well|optimal|efficient|seamless|convenient|attractive|smooth|smoothly|friendly|relevant|easier|helpful|sensible|adequate|comfortable|as short as possible|as fast as possible|all devices)\b"));

    [Fact]
    public void Good_items_have_no_flaw_and_three_to_five_checks()
    {
        foreach (var item in Sample.Backlog.Truth.GoodKeys.Select(Sample.Item))
        {
            Assert.DoesNotContain(Sample.Backlog.Truth.Flaws, f => f.Key == item.Key);
            Assert.Matches("As an? |As the |As someone", Sample.Prose(item));
            Assert.True(HasReason(item), item.Title);
            var blocks = item.Description!.Blocks;
            var checks = blocks.Count(b => b.Kind is SampleBlockKind.Bullet or SampleBlockKind.Checkbox) + blocks.Count(b => Regex.IsMatch(b.Text, "^(When|Then|And) ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
            Assert.True(checks is >= 3 and <= 5, item.Title);
        }
    }

    private static void Agree(Flaw flaw, Func<SampleItem, bool> shows)
    {
        var differing = OpenItems("Story", "Task", "Bug", "Spike").Where(i => shows(i) != Sample.Has(i, flaw));
        Assert.Empty(differing.Select(i => $"{i.Title} (recorded: {Sample.Has(i, flaw)})"));
    }

    private static IEnumerable<SampleItem> OpenItems(params string[] types) =>
        Sample.Items.Where(i => i.Resolution is null && types.Contains(i.Type, StringComparer.Ordinal));

    private static SampleItem? Parent(SampleItem item) => Sample.Items.FirstOrDefault(i => i.Id == item.ParentId);

    private static bool HasReason(SampleItem item) => Matches(item, @"so that|\bbecause\b|in order to|\bsince\b|as the law");

    private static bool SaysHowToCheck(SampleItem item) => item.Description is { } d &&
        (d.Blocks.Any(b => b.Kind == SampleBlockKind.Checkbox || (b.Kind == SampleBlockKind.Heading && b.Text is ("Acceptance criteria" or "AC" or "Conditions of satisfaction" or "Done when")))
         || d.Blocks.Any(b => b.Text.StartsWith("Given ", StringComparison.Ordinal)));

    private static bool Matches(SampleItem item, string pattern) =>
        Regex.IsMatch(Sample.Prose(item), pattern, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
