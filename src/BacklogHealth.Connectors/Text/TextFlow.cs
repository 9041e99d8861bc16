using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>
/// Writes the blocks of a document that is walked in reading order, whatever its markup: knows the list, quotation or table row it is in, and gives
/// each block its kind and mark. The first words of a list entry are the entry; later paragraphs of it are plain paragraphs. A table row is one line:
/// whatever stands in its cells is flattened. Words that begin with "[ ] " or "[x] " make a checkbox. Mutable, for one thread.
/// </summary>
internal sealed class TextFlow
{
    private readonly StructuredTextBuilder _builder = new();
    private readonly Stack<(bool Ordered, int Next)> _lists = new();
    private (TextKind Kind, int Level, string Mark)? _pending;
    private int _quotes;
    private int _rows;
    private int _cellsDue;
    private bool _open;
    private bool _atStart = true;
    private bool _afterLineBreak;
    private bool _spaceDue;

    private bool InRow => _rows > 0;

    /// <summary>The text so far.</summary>
    public StructuredText Build() => _builder.Build();

    /// <summary>Ends the block; the next words begin a new one. Inside a table row: a space.</summary>
    public void Break()
    {
        _spaceDue = InRow;
        _open = InRow && _open;
    }

    /// <summary>Words as they stand.</summary>
    public void Words(string words)
    {
        if (!_open || _atStart || _afterLineBreak || _cellsDue > 0)
        {
            words = words.TrimStart();
        }

        if (words.Length == 0)
        {
            return;
        }

        words = Open(words);
        _builder.Append(InRow ? words.ReplaceLineEndings(" ") : words);
        (_atStart, _afterLineBreak) = (_atStart && words.Length == 0, false);
    }

    /// <summary>Words in which a run of white space is one space, as in HTML.</summary>
    public void Prose(string words)
    {
        var start = 0;
        while (start < words.Length)
        {
            if (IsSpace(words[start]))
            {
                _spaceDue = true;
                start++;
                continue;
            }

            var end = start;
            while (end < words.Length && !(IsSpace(words[end]) && (words[end] != ' ' || end + 1 == words.Length || IsSpace(words[end + 1]))))
            {
                end++;
            }

            Words(words[start..end]);
            start = end;
        }
    }

    /// <summary>Words with a meaning of their own.</summary>
    public void Inline(TextKind kind, string words, string? target = null)
    {
        words = words.Trim();
        if (words.Length == 0)
        {
            return;
        }

        Open(null);
        _builder.Inline(kind, InRow ? words.ReplaceLineEndings(" ") : words, target);
        (_atStart, _afterLineBreak) = (false, false);
    }

    /// <summary>A new line inside the block; inside a table row a space.</summary>
    public void LineBreak()
    {
        _spaceDue = InRow;
        if (!InRow && _open && !_atStart)
        {
            _builder.Append("\n");
            _afterLineBreak = true;
        }
    }

    /// <summary>A block of code, as it stands.</summary>
    public void Code(string code)
    {
        if (InRow)
        {
            Inline(TextKind.Code, code);
            return;
        }

        code = code.Trim('\r', '\n');
        if (string.IsNullOrWhiteSpace(code))
        {
            return;
        }

        Break();
        _builder.Block(TextKind.Code, 0, _pending?.Mark ?? "").Append(code);
        _pending = null;
    }

    /// <summary>A heading begins; ends with <see cref="EndBlock"/>.</summary>
    public void BeginHeading(int level)
    {
        Break();
        if (_pending?.Kind != TextKind.ListItem)
        {
            _pending = (TextKind.Heading, Math.Clamp(level, 1, 6), "");
        }
    }

    /// <summary>Ends a heading or an entry; an entry without words leaves nothing.</summary>
    public void EndBlock()
    {
        Break();
        _pending = null;
    }

    /// <summary>A list begins.</summary>
    public void BeginList(bool ordered, int first = 1)
    {
        Break();
        _lists.Push((ordered, first));
    }

    /// <summary>The innermost list ends.</summary>
    public void EndList()
    {
        Break();
        _lists.TryPop(out _);
    }

    /// <summary>An entry of the innermost list begins; ends with <see cref="EndBlock"/>.</summary>
    public void BeginItem()
    {
        var mark = "- ";
        if (_lists.TryPop(out var list))
        {
            mark = list.Ordered ? FormattableString.Invariant($"{list.Next}. ") : mark;
            _lists.Push((list.Ordered, list.Next == int.MaxValue ? list.Next : list.Next + 1));
        }

        Entry(TextKind.ListItem, Math.Max(1, _lists.Count), mark);
    }

    /// <summary>An entry of a list at a given depth with a given mark; ends with <see cref="EndBlock"/>.</summary>
    public void BeginItem(int depth, string mark) => Entry(TextKind.ListItem, depth, mark);

    /// <summary>An entry of a checklist begins, or the entry that has just begun turns out to be one.</summary>
    public void BeginCheckbox(bool ticked) => Entry(TextKind.Checkbox, ticked ? 1 : 0, ticked ? "[x] " : "[ ] ");

    /// <summary>A quotation begins.</summary>
    public void BeginQuote()
    {
        Break();
        _quotes++;
    }

    /// <summary>The innermost quotation ends.</summary>
    public void EndQuote()
    {
        Break();
        _quotes = Math.Max(0, _quotes - 1);
    }

    /// <summary>A table row begins; one inside another's cell becomes a part of that cell.</summary>
    public void BeginRow(bool head)
    {
        Break();
        if (_rows++ == 0)
        {
            _builder.Block(TextKind.TableRow, head ? 1 : 0, _pending?.Mark ?? "");
            (_pending, _open, _atStart, _spaceDue, _afterLineBreak, _cellsDue) = (null, true, true, false, false, -1);
        }
    }

    /// <summary>The next cell of the row begins.</summary>
    public void BeginCell()
    {
        if (_rows == 1)
        {
            (_cellsDue, _spaceDue) = (_cellsDue + 1, false);
        }
        else
        {
            Break();
        }
    }

    /// <summary>The row ends.</summary>
    public void EndRow()
    {
        _rows = Math.Max(0, _rows - 1);
        _cellsDue = InRow ? _cellsDue : 0;
        Break();
    }

    private void Entry(TextKind kind, int level, string mark)
    {
        Break();
        if (InRow)
        {
            Words(mark.TrimEnd());
            _spaceDue = true;
        }
        else
        {
            _pending = (kind, level, mark);
        }
    }

    private string Open(string? words)
    {
        if (!_open)
        {
            if (words is not null && Ticked(words) is { } ticked && _pending is null or { Kind: TextKind.ListItem })
            {
                _pending = (TextKind.Checkbox, ticked ? 1 : 0, ticked ? "[x] " : "[ ] ");
                words = words[3..].TrimStart();
            }

            var (kind, level, mark) = _pending ?? (_quotes > 0 ? TextKind.Quote : TextKind.Paragraph, 0, "");
            _builder.Block(kind, level, mark);
            (_pending, _open, _atStart, _spaceDue, _afterLineBreak) = (null, true, true, false, false);
        }
        else if (_cellsDue > 0)
        {
            for (; _cellsDue > 0; _cellsDue--)
            {
                _builder.Append(" | ");
            }
        }
        else if (_spaceDue && !_atStart && !_afterLineBreak)
        {
            _builder.Append(" ");
        }

        _spaceDue = false;
        return words ?? "";
    }

    private static bool? Ticked(string words) =>
        words.Length < 5 || words[0] != '[' || words[2] != ']' || words[3] != ' ' || string.IsNullOrWhiteSpace(words[3..]) ? null
        : words[1] switch { ' ' => false, 'x' or 'X' => true, _ => null };

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
