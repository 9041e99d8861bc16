namespace BacklogHealth.Core.Health.Duties;

/// <summary>Whether an edit of a text changes what it says.</summary>
public static class TextEdit
{
    /// <summary>
    /// True where the words differ: letters and digits in their order. A box that is ticked, a mark of a list, a line break, an address that is
    /// mended behind the same words change nothing.
    /// </summary>
    /// <param name="from">The plain text before; null where there was none.</param>
    /// <param name="to">The plain text after; null where there is none.</param>
    public static bool ChangesWords(string? from, string? to)
    {
        var (one, other) = (new Signs(from ?? ""), new Signs(to ?? ""));
        while (true)
        {
            var (a, b) = (one.Next(), other.Next());
            if (a != b)
            {
                return true;
            }

            if (a is null)
            {
                return false;
            }
        }
    }

    // The letters and digits of a text, one by one, without the "x" of a box.
    private struct Signs(string text)
    {
        private int _at;

        public char? Next()
        {
            for (; _at < text.Length; _at++)
            {
                if (text[_at] == '[' && _at + 2 < text.Length && text[_at + 2] == ']' && text[_at + 1] is 'x' or 'X' or ' ')
                {
                    _at += 2;
                }
                else if (char.IsLetterOrDigit(text[_at]))
                {
                    return char.ToLowerInvariant(text[_at++]);
                }
            }

            return null;
        }
    }
}
