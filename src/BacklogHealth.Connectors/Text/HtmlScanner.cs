namespace BacklogHealth.Connectors.Text;

/// <summary>One tag of an HTML text.</summary>
/// <param name="Name">Its name, as written.</param>
/// <param name="IsEnd">True for an end tag.</param>
/// <param name="Start">Place of its "&lt;".</param>
/// <param name="End">Place behind its "&gt;".</param>
/// <param name="Words">Number of words inside it: its name and attributes, roughly.</param>
internal readonly record struct HtmlTag(string Name, bool IsEnd, int Start, int End, int Words);

/// <summary>Finds the tags of an HTML text in one pass, without making a tree.</summary>
internal static class HtmlScanner
{
    private const int DeepestNesting = 400;
    private const int MostWordsInTag = 400;

    /// <summary>All tags in order. What is no tag is left out.</summary>
    public static IEnumerable<HtmlTag> Tags(string text)
    {
        var at = 0;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            var name = at + 1;
            var isEnd = name < text.Length && text[name] == '/';
            name += isEnd ? 1 : 0;
            var end = name;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or ':' or '_'))
            {
                end++;
            }

            if (end == name || !char.IsAsciiLetter(text[name]))
            {
                at = name;
                continue;
            }

            var (close, words) = Close(text, end);
            if (close < 0)
            {
                yield break;
            }

            yield return new HtmlTag(text[name..end], isEnd, at, close + 1, words);
            at = close + 1;
        }
    }

    /// <summary>
    /// True where no person wrote this: nested deeper, or with more attributes in a tag, than a tree of it can be built in time that grows with its length.
    /// </summary>
    public static bool IsHostile(string text)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        foreach (var tag in Tags(text))
        {
            if (tag.Words > MostWordsInTag)
            {
                return true;
            }

            // These end by themselves where the next of their kind begins.
            if (HtmlTags.Void.Contains(tag.Name) || tag.Name.ToUpperInvariant() is "P" or "TD" or "TH" or "TR" or "OPTION" or "DT" or "DD")
            {
                continue;
            }

            var count = open.GetValueOrDefault(tag.Name);
            if (tag.IsEnd && count == 0)
            {
                continue;
            }

            open[tag.Name] = count + (tag.IsEnd ? -1 : 1);
            depth += tag.IsEnd ? -1 : 1;
            if (depth > DeepestNesting || open.Count > DeepestNesting)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words between the tags, each tag a line break. For texts that are not worth a tree.</summary>
    public static string WithoutTags(string text)
    {
        var words = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var tag in Tags(text))
        {
            words.Append(text, at, tag.Start - at).Append('\n');
            at = tag.End;
        }

        return System.Net.WebUtility.HtmlDecode(words.Append(text, at, text.Length - at).ToString());
    }

    private static (int Close, int Words) Close(string text, int from)
    {
        var words = 1;
        for (var i = from; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '>':
                    return (i, words);
                case '"' or '\'' when text[i - 1] == '=':
                    i = text.IndexOf(text[i], i + 1);
                    if (i < 0)
                    {
                        return (-1, words);
                    }

                    break;
                case ' ' or '\n' or '\t' or '/' or '=':
                    words++;
                    break;
            }
        }

        return (-1, words);
    }
}
