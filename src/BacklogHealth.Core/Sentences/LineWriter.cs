using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BacklogHealth.Core.Sentences;

/// <summary>Writes one sentence with all that stands in its places, as runs of words.</summary>
internal sealed class LineWriter(Voice voice)
{
    private readonly List<Run> _runs = [];
    private readonly StringBuilder _words = new();
    private Emphasis _emphasis;
    private int _depth;
    private bool? _capital;

    /// <summary>The sentence in words. A number or a sentence in a place with which the line begins has a capital, words of data keep theirs.</summary>
    public Line Write(Sentence sentence)
    {
        Add(sentence);
        Close();
        if (_capital == true && _runs.Count > 0 && _runs[0] is { Emphasis: not Emphasis.Code } first)
        {
            _runs[0] = first with { Text = string.Concat(first.Text[..1].ToUpperInvariant(), first.Text.AsSpan(1)) };
        }

        return new Line([.. _runs]);
    }

    private void Add(Sentence sentence)
    {
        var template = voice.TemplateOf(sentence);
        for (var at = 0; at < template.Length; at++)
        {
            var c = template[at];
            var twice = at + 1 < template.Length && template[at + 1] == c;
            switch (c)
            {
                case '{' when !twice:
                    var end = template.IndexOf('}', at);
                    Place(sentence, template[(at + 1)..end]);
                    at = end;
                    break;
                case '*' when twice:
                    Switch(Emphasis.Strong);
                    at++;
                    break;
                case '`':
                    Switch(Emphasis.Code);
                    break;
                default:
                    Words(c, isOwn: _depth > 0);
                    at += c is '{' or '}' ? 1 : 0;
                    break;
            }
        }
    }

    private void Place(Sentence sentence, string place)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var value = sentence.Values[int.Parse(colon < 0 ? place : place[..colon], CultureInfo.InvariantCulture)];
        Value(value, colon < 0 ? null : place[(colon + 1)..]);
    }

    private void Value(object? value, string? format)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Words(text, isOwn: false);
                break;
            case Sentence inner:
                _depth++;
                Add(inner);
                _depth--;
                break;
            case Run run:
                Words("", isOwn: false);
                Close();
                _runs.Add(run.Emphasis == Emphasis.None ? run with { Emphasis = _emphasis } : run);
                break;
            case int or long:
                var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
                Number(number, number, voice.Number(number), format);
                break;
            case double measure:
                Number(measure, measure == Math.Floor(measure) ? (long)measure : null, voice.Number(measure), format);
                break;
            case DateOnly day:
                Words(voice.Day(day, format), isOwn: false);
                break;
            case IEnumerable<object?> list:
                List([.. list]);
                break;
            default:
                throw new ArgumentException($"A place of a sentence holds a {value.GetType().Name}; expected a text, a number, a day, a sentence, a run or a list of these.", nameof(value));
        }
    }

    private void Number(double value, long? whole, string digits, string? format)
    {
        if (format is null or "%")
        {
            Words(format is null ? digits : voice.Percent(value), isOwn: false);
            return;
        }

        // One is what is written as one: "1 week" for 1.04 weeks.
        var forms = format.Split('|');
        var form = forms.Length == 3 && digits == "0" ? forms[0] : digits == "1" ? forms[^Math.Min(2, forms.Length)] : forms[^1];
        var words = whole is { } n ? voice.InWords(n) : digits;
        Words(form.Replace("##", words, StringComparison.Ordinal).Replace("#", digits, StringComparison.Ordinal), isOwn: true);
    }

    private void List(ImmutableArray<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                Words(i == values.Length - 1 ? voice.Language.And : ", ", isOwn: false);
            }

            Value(values[i], null);
        }
    }

    private void Switch(Emphasis emphasis)
    {
        Close();
        _emphasis = _emphasis == emphasis ? Emphasis.None : emphasis;
    }

    private void Words(string text, bool isOwn)
    {
        _capital ??= isOwn;
        _words.Append(text);
    }

    private void Words(char c, bool isOwn)
    {
        _capital ??= isOwn;
        _words.Append(c);
    }

    private void Close()
    {
        if (_words.Length > 0)
        {
            _runs.Add(new Run(_words.ToString(), _emphasis));
            _words.Clear();
        }
    }
}
