using System.Text;

namespace BacklogHealth.Core.WorkItems;

/// <summary>
/// Builds a <see cref="StructuredText"/> block by block. It keeps the promises of the result whatever it is fed: no NUL, no lone surrogate,
/// line feeds only, no empty block, no span outside the text. Never throws on content. Mutable, for one thread.
/// </summary>
public sealed class StructuredTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _spans = [];
    private (TextKind Kind, int Level, int Line, int Start)? _block;

    /// <summary>Ends the open block and begins a new one on a line of its own.</summary>
    /// <param name="kind">A block kind.</param>
    /// <param name="level">Depth, rank or tick, by kind.</param>
    /// <param name="mark">What stands before the block's words, outside its span, for example "- ".</param>
    public StructuredTextBuilder Block(TextKind kind, int level = 0, string mark = "")
    {
        EndBlock();
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        var line = _text.Length;
        AppendClean(mark);
        _block = (kind, level, line, _text.Length);
        return this;
    }

    /// <summary>Appends words to the open block; opens a paragraph where none is open. Line ends inside are kept as line feeds.</summary>
    public StructuredTextBuilder Append(string? words)
    {
        if (!string.IsNullOrEmpty(words))
        {
            if (_block is null)
            {
                Block(TextKind.Paragraph);
            }

            AppendClean(words);
        }

        return this;
    }

    /// <summary>Appends words that carry an inline meaning of their own (link, image, code, mention).</summary>
    public StructuredTextBuilder Inline(TextKind kind, string? words, string? target = null)
    {
        if (_block is null)
        {
            Block(TextKind.Paragraph);
        }

        var start = _text.Length;
        Append(words);
        if (_text.Length > start)
        {
            _spans.Add(new TextSpan(kind, start, _text.Length - start, 0, target));
        }

        return this;
    }

    /// <summary>The text so far. The builder may be used on; later calls do not change what was built.</summary>
    public StructuredText Build()
    {
        EndBlock();
        var plain = _text.ToString();
        return plain.Length == 0 ? StructuredText.Empty
            : new StructuredText(plain, AreOrdered() ? [.. _spans] : [.. _spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length).ThenBy(s => s.Kind)]);
    }

    // So they are where nothing stands inside a block.
    private bool AreOrdered()
    {
        for (var i = 1; i < _spans.Count; i++)
        {
            if (_spans[i].Start <= _spans[i - 1].Start)
            {
                return false;
            }
        }

        return true;
    }

    private void EndBlock()
    {
        if (_block is not { } block)
        {
            return;
        }

        _block = null;
        while (_text.Length > block.Start && char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }

        var end = _text.Length;
        if (end <= block.Start)
        {
            // An empty block leaves no line behind.
            _text.Length = Math.Max(0, block.Line - 1);
            DropSpansFrom(_text.Length);
            return;
        }

        DropSpansFrom(end);
        for (var i = _spans.Count - 1; i >= 0 && _spans[i].End > end; i--)
        {
            _spans[i] = _spans[i] with { Length = end - _spans[i].Start };
        }

        _spans.Add(new TextSpan(block.Kind, block.Start, end - block.Start, block.Level));
    }

    // Only the open block can reach beyond, and its spans stand last: looking at those alone keeps long texts linear.
    private void DropSpansFrom(int end)
    {
        while (_spans.Count > 0 && _spans[^1].Start >= end)
        {
            _spans.RemoveAt(_spans.Count - 1);
        }
    }

    private void AppendClean(string words)
    {
        var clean = words.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (clean < 0)
        {
            _text.Append(words);
            return;
        }

        _text.Append(words, 0, clean);
        for (var i = clean; i < words.Length; i++)
        {
            var c = words[i];
            if (char.IsHighSurrogate(c) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
            {
                _text.Append(c).Append(words[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                _text.Append('\uFFFD');
            }
            else if (c == '\r')
            {
                if (i + 1 >= words.Length || words[i + 1] != '\n')
                {
                    _text.Append('\n');
                }
            }
            else if (c is '\u2028' or '\u2029' or '\u0085')
            {
                _text.Append('\n');
            }
            else if (c is '\t' or '\n' || !char.IsControl(c))
            {
                _text.Append(c is '\u00A0' ? ' ' : c);
            }
        }
    }
}
