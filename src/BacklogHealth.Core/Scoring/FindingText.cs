using System.Collections.Frozen;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Renders a finding in a language, from the resource <c>{language}/sentences.json</c>. A message goes on from the item's key ("CHK-12 says …"), states one
/// observation and blames nobody; a question is open. Where a finding names a case in its value <c>for</c>, the sentence for that case is taken
/// if there is one. Immutable.
/// </summary>
public sealed class FindingText
{
    private const int MostWords = 3;
    private static readonly Lazy<FrozenDictionary<string, FindingText>> All = new(() =>
        Resources.Languages.ToFrozenDictionary(l => l, l => new FindingText(Resources.Json($"{l}/{Resources.Sentences}", ResourceJson.Default.SentenceFile)), StringComparer.Ordinal));

    private readonly SentenceFile _file;
    private readonly FrozenDictionary<string, RuleSentences> _rules;
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _names;

    private FindingText(SentenceFile file) => (_file, _rules, _names) = (
        file,
        file.Rules.ToFrozenDictionary(StringComparer.Ordinal),
        file.Names.ToFrozenDictionary(n => n.Key, n => n.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>Codes of the languages there are, ordered.</summary>
    public static IReadOnlyList<string> Languages => [.. Resources.Languages];

    /// <summary>All sentences of this language by rule id and case, for tests of the language files.</summary>
    internal IReadOnlyDictionary<string, RuleSentences> Sentences => _file.Rules;

    /// <summary>All words for values of this language, for tests of the language files.</summary>
    internal IReadOnlyDictionary<string, SortedDictionary<string, string>> Names => _file.Names;

    /// <summary>The sentences of a language (ISO 639-1); English where the language has none.</summary>
    public static FindingText For(string language) => All.Value.GetValueOrDefault(language) ?? All.Value["en"];

    /// <summary>What was found, without subject and full stop, for example <c>says "fast" and "all devices", no number</c>.</summary>
    public string Message(Finding finding) => Fill(Pick(finding, s => s.Message), finding);

    /// <summary>One open question that helps on.</summary>
    public string Question(Finding finding) => Fill(Pick(finding, s => s.Question), finding);

    /// <summary>A short name of what is missing, for example <c>acceptance criteria</c>.</summary>
    public string Missing(Finding finding) => Fill(Pick(finding, s => s.Missing), finding);

    private string Pick(Finding finding, Func<RuleSentences, string?> which)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Values.TryGetValue("for", out var special)
            && _rules.TryGetValue(finding.RuleId + "/" + special, out var forCase)
            && which(forCase) is { } own)
        {
            return own;
        }

        return _rules.TryGetValue(finding.RuleId, out var usual) && which(usual) is { } sentence ? sentence : finding.RuleId;
    }

    private string Fill(string sentence, Finding finding)
    {
        var filled = sentence.Contains("{words}", StringComparison.Ordinal) ? sentence.Replace("{words}", Quote(finding), StringComparison.Ordinal) : sentence;
        foreach (var (name, value) in finding.Values)
        {
            filled = filled.Replace("{" + name + "}", InWords(name, value), StringComparison.Ordinal);
        }

        return filled;
    }

    // What rules name by a word of their own ("database") has a word in each language.
    private string InWords(string name, string value) => _names.TryGetValue(name, out var names) ? names.GetValueOrDefault(value, value) : value;

    // "a", "a" and "b", "a", "b" and "c", "a", "b", "c" and 4 more: each once, as first written.
    private string Quote(Finding finding)
    {
        var words = finding.Evidence.Select(e => e.Text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var parts = words.Take(MostWords).Select(w => _file.Quotes[0] + w + _file.Quotes[1]).ToList();
        if (words.Count > MostWords)
        {
            parts.Add(_file.More.Replace("{n}", (words.Count - MostWords).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} {_file.And} {parts[^1]}";
    }
}

/// <summary>The shape of a language's sentence file.</summary>
internal sealed record SentenceFile
{
    public required string And { get; init; }

    public required string More { get; init; }

    /// <summary>The marks before and behind a quotation.</summary>
    public required string[] Quotes { get; init; }

    /// <summary>Words for values that rules name, by the name of the value.</summary>
    public required SortedDictionary<string, SortedDictionary<string, string>> Names { get; init; }

    public required SortedDictionary<string, RuleSentences> Rules { get; init; }
}

/// <summary>The sentences of one rule, or of one case of it, where what is left out is as usual.</summary>
internal sealed record RuleSentences(string? Message = null, string? Question = null, string? Missing = null);
