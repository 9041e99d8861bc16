namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// The forms of verbs, made from base forms by the patterns of a language. A pattern is an ending of the base form, what takes its place ("=" doubles
/// the last letter before it), and what is put in behind a prefix that leaves its verb ("an|legen": angelegt, anzulegen), or before the whole where
/// there is none ("gesucht"). Forms that no pattern makes stand in groups: base form, forms; they hold for longer verbs that end alike.
/// </summary>
/// <param name="patterns">The patterns, the more certain first.</param>
/// <param name="strong">Base forms with the forms that no pattern makes; the last of them is the participle.</param>
internal sealed class VerbForms(string[][] patterns, string[][] strong)
{
    // What no verb without a parting prefix has: "zu" stands apart from it.
    private const string OnlyInside = "zu";
    private const string Participle = "ge";

    /// <summary>All forms with their base forms. Base forms come first, then what no pattern makes, then pattern by pattern.</summary>
    /// <param name="verbs">Base forms, with the marks of their prefixes.</param>
    public IEnumerable<VerbForm> Of(IReadOnlyList<string> verbs) =>
        verbs.Select(v => new VerbForm(Bare(v), Bare(v)))
            .Concat(verbs.SelectMany(v => Strong(v).Select(f => new VerbForm(f, Bare(v)))))
            .Concat(patterns.SelectMany(p => verbs.Select(v => Of(v, p) is { } form ? new VerbForm(form, Bare(v)) : null).OfType<VerbForm>()));

    /// <summary>The forms of one ending, for verbs that no list holds ("digitising").</summary>
    public IEnumerable<string> OfEnding(string ending) => patterns.Where(p => p.Length == 2).Select(p => Of(ending, p)).OfType<string>();

    private static string Bare(string verb) => verb.Replace($"{Spellings.PrefixMark}", "", StringComparison.Ordinal);

    private static string? Of(string verb, string[] pattern)
    {
        if (!verb.EndsWith(pattern[0], StringComparison.Ordinal) || verb.Length <= pattern[0].Length)
        {
            return null;
        }

        var stem = verb[..^pattern[0].Length];
        var form = pattern[1].StartsWith('=') ? stem + stem[^1] + pattern[1][1..] : stem + pattern[1];
        if (pattern.Length == 2)
        {
            return Bare(form);
        }

        var mark = form.IndexOf(Spellings.PrefixMark, StringComparison.Ordinal);
        return mark >= 0 ? Bare(form.Insert(mark, pattern[2])) : pattern[2] == OnlyInside ? null : pattern[2] + form;
    }

    // "ein|geben" has "eingibt" and "eingegeben", "vergeben" has "vergibt", and its participle without "ge".
    private IEnumerable<string> Strong(string verb)
    {
        var own = strong.Where(s => verb.EndsWith(s[0], StringComparison.Ordinal)).MaxBy(s => s[0].Length);
        if (own is null)
        {
            yield break;
        }

        var prefix = verb[..^own[0].Length];
        var joined = prefix.Length > 0 && prefix[^1] != Spellings.PrefixMark;
        foreach (var form in own.Skip(1))
        {
            var loses = joined && form == own[^1] && form.StartsWith(Participle, StringComparison.Ordinal);
            yield return Bare(prefix + (loses ? form[Participle.Length..] : form));
        }
    }
}

/// <summary>A form of a verb.</summary>
/// <param name="Form">The form.</param>
/// <param name="Base">The verb's base form.</param>
internal sealed record VerbForm(string Form, string Base);
