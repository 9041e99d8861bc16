using System.Text.RegularExpressions;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Testing;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>The German words against the English sentences of the source.</summary>
public sealed partial class GermanWordsTests
{
    /// <summary>Written in English and German alike.</summary>
    private static readonly string[] Alike = ["Release", "Sprints"];

    private static readonly Language German = ReportLanguages.For("de");

    /// <summary>Where sentences are written: in all files but those that write pages, of which one has a few.</summary>
    private static readonly Lazy<HashSet<string>> Said = new(() => Directory.EnumerateFiles(Repository.Path("src", "BacklogHealth.Reports"), "*.cs", SearchOption.AllDirectories)
        .Select(f => f.Replace('\\', '/')).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && (!f.Contains("/Pages/", StringComparison.Ordinal) || f.EndsWith("/HtmlBlocks.cs", StringComparison.Ordinal)))
        .SelectMany(f => SourceTemplates.Of(File.ReadAllText(f))).ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> OfReports => German.Words.Where(w => !Language.German.Words.ContainsKey(w.Key));

    [Fact]
    public void Every_sentence_that_a_report_can_say_has_German_words() => Assert.Empty(Said.Value.Where(IsSentence).Where(t => !German.Words.ContainsKey(t)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_words_are_kept_for_a_sentence_that_is_gone() => Assert.Empty(OfReports.Select(w => w.Key).Where(t => !Said.Value.Contains(t)).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_what_is_written_alike_stays_as_it_is() => Assert.Equal(Alike, OfReports.Where(w => w.Key == w.Value).Select(w => w.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void What_stands_in_the_places_of_a_sentence_is_all_said() =>
        Assert.All(German.Words, w => Assert.Equal(Numbers(w.Key), Numbers(w.Value)));

    [Fact]
    public void What_is_strong_or_to_be_typed_in_English_is_so_in_German() => Assert.All(German.Words, w =>
    {
        Assert.Equal(w.Key.Split("**").Length, w.Value.Split("**").Length);
        Assert.Equal(Typed().Matches(w.Key).Select(m => m.Value), Typed().Matches(w.Value).Select(m => m.Value));
    });

    // German may say all with one form; where English does and German cannot, there is one for one and one for several.
    [Fact]
    public void A_number_has_as_many_forms_as_in_English() => Assert.All(German.Words, w =>
    {
        var english = Forms(w.Key).ToLookup(f => f.Place, f => f.Form);
        Assert.All(Forms(w.Value), f => Assert.True(
            f.Form.Length == 0 || english[f.Place].Any(e => e.Split('|').Length == f.Form.Split('|').Length) || (english[f.Place].All(e => e.Length == 0 || e == "##") && f.Form.Split('|').Length == 2),
            $"{{{f.Place}:{f.Form}}} of “{w.Value}” has other forms than “{w.Key}”"));
    });

    [Fact]
    public void What_German_quotes_stands_in_German_marks() => Assert.All(German.Words, w =>
    {
        Assert.DoesNotContain('"', w.Value);
        Assert.DoesNotContain('”', w.Value);
        Assert.Equal(w.Value.Count(c => c == '„'), w.Value.Count(c => c == '“'));
    });

    [Fact]
    public void A_sentence_ends_as_its_English_one_does() =>
        Assert.All(German.Words, w => Assert.Equal(Ends(w.Key), Ends(w.Value)));

    // Words outside of places, or in the forms of a number; no markup.
    private static bool IsSentence(string template) => !template.Contains('<', StringComparison.Ordinal) && !template.Contains('"', StringComparison.Ordinal)
        && Letters().IsMatch(Place().Replace(template, m => m.Groups["form"].Value.Contains('|', StringComparison.Ordinal) ? m.Groups["form"].Value : ""));

    private static char? Ends(string template) => template.Length > 0 && template[^1] is '.' or '?' or ':' ? template[^1] : null;

    private static IEnumerable<int> Numbers(string template) => Forms(template).Select(f => f.Place).Distinct().Order();

    private static IEnumerable<(int Place, string Form)> Forms(string template) =>
        Place().Matches(template).Select(m => (int.Parse(m.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture), m.Groups["form"].Value is "^" ? "" : m.Groups["form"].Value));

    [GeneratedRegex(@"\{(?<place>\d+)(:(?<form>[^}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\p{L}", RegexOptions.None, 1000)]
    private static partial Regex Letters();
}
