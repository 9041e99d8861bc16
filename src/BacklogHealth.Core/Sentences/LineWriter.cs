using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BacklogHealth.Core.Sentences;

/// <summary>Writes one sentence with all that stands in its places, as runs of words.</summary>
internal sealed class LineWriter(Voice voice)
{
    /// <summary>The form of a place whose words begin with a capital.</summary>
    private const string Capital = "^";

    private readonly List<Run> _runs = [];
    private readonly StringBuilder _words = new();
    private Emphasis _emphasis;
    private string? _link;
    private bool _raise;

    /// <summary>The sentence in words. A form of a number with which the line begins has a capital.</summary>
    public Line Write(Sentence sentence)
    {
        Add(sentence);
        Close();
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
                    Words(c.ToString());
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
                _raise |= format == Capital;
                Words(text);
                break;
            case Sentence inner:
                _raise |= format == Capital;
                Add(inner);
                break;
            case Marked marked:
                Marked(marked);
                break;
            case Run run:
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
                Words(voice.Day(day, format));
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
            Words(format is null ? digits : voice.Percent(value));
            return;
        }

        // One is what is written as one: "1 week" for 1.04 weeks.
        var forms = format.Split('|');
        var form = forms.Length == 3 && digits == "0" ? forms[0] : digits == "1" ? forms[^Math.Min(2, forms.Length)] : forms[^1];
        var words = whole is { } n ? voice.InWords(n) : digits;
        _raise |= _runs.Count == 0 && _words.Length == 0;
        Words(form.Replace("##", words, StringComparison.Ordinal).Replace("#", digits, StringComparison.Ordinal));
    }

    private void List(ImmutableArray<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                Words(i == values.Length - 1 ? voice.Language.And : ", ");
            }

            Value(values[i], null);
        }
    }

    private void Marked(Marked marked)
    {
        var before = (_emphasis, _link);
        Close();
        (_emphasis, _link) = (marked.Emphasis == Emphasis.None ? _emphasis : marked.Emphasis, marked.Link);
        Value(marked.Words, null);
        Close();
        (_emphasis, _link) = before;
    }

    private void Switch(Emphasis emphasis)
    {
        Close();
        _emphasis = _emphasis == emphasis ? Emphasis.None : emphasis;
    }

    private void Words(string text)
    {
        if (_raise && text.Length > 0)
        {
            text = string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
            _raise = false;
        }

        _words.Append(text);
    }

    private void Close()
    {
        if (_words.Length > 0)
        {
            _runs.Add(new Run(_words.ToString(), _emphasis, _link));
            _words.Clear();
        }
    }
}
