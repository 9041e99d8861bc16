using System.Collections.Immutable;
using System.Text;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps.Wiql;

/// <summary>Kinds of tokens of a query.</summary>
internal enum WiqlTokenKind
{
    /// <summary>A word of the language or a number.</summary>
    Word,

    /// <summary>A field in brackets.</summary>
    Field,

    /// <summary>A text in quotation marks.</summary>
    Text,

    /// <summary>A macro, such as <c>@project</c>.</summary>
    Macro,

    /// <summary>An operator, a bracket or a comma.</summary>
    Sign,

    /// <summary>The end of the query.</summary>
    End,
}

/// <summary>A token: what stands between its marks.</summary>
internal sealed record WiqlToken(WiqlTokenKind Kind, string Text)
{
    /// <summary>Whether it is this word or sign of the language.</summary>
    public bool Is(string text) => Kind is WiqlTokenKind.Word or WiqlTokenKind.Sign && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Cuts a query into tokens.</summary>
internal static class WiqlTokens
{
    /// <exception cref="AzureRefusal">A text or field does not end, or a sign is not of the language.</exception>
    public static ImmutableArray<WiqlToken> Of(string query)
    {
        var tokens = ImmutableArray.CreateBuilder<WiqlToken>();
        var at = 0;
        while (at < query.Length)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            tokens.Add(Next(query, ref at));
        }

        tokens.Add(new WiqlToken(WiqlTokenKind.End, "the end of the query"));
        return tokens.ToImmutable();
    }

    private static WiqlToken Next(string query, ref int at)
    {
        var first = query[at];
        switch (first)
        {
            case '\'' or '"':
                return new WiqlToken(WiqlTokenKind.Text, Quotation(query, first, ref at));
            case '[':
                var end = query.IndexOf(']', at);
                if (end < 0)
                {
                    throw WiqlErrors.At("Expecting closing square bracket.", query[at..]);
                }

                var name = query[(at + 1)..end];
                at = end + 1;
                return new WiqlToken(WiqlTokenKind.Field, name);
            case '@':
                at++;
                return new WiqlToken(WiqlTokenKind.Macro, Word(query, ref at));
            case '<' or '>' when at + 1 < query.Length && (query[at + 1] == '=' || (first == '<' && query[at + 1] == '>')):
                at += 2;
                return new WiqlToken(WiqlTokenKind.Sign, query[(at - 2)..at]);
            case '=' or '<' or '>' or '(' or ')' or ',':
                at++;
                return new WiqlToken(WiqlTokenKind.Sign, first.ToString());
            default:
                var word = Word(query, ref at);
                return word.Length > 0 ? new WiqlToken(WiqlTokenKind.Word, word) : throw WiqlErrors.At("Unexpected character.", first.ToString());
        }
    }

    private static string Word(string query, ref int at)
    {
        var start = at;
        while (at < query.Length && (char.IsLetterOrDigit(query[at]) || query[at] is '.' or '_' or '-'))
        {
            at++;
        }

        return query[start..at];
    }

    /// <summary>A text; its mark stands twice where it is meant.</summary>
    private static string Quotation(string query, char mark, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < query.Length; at++)
        {
            if (query[at] != mark)
            {
                text.Append(query[at]);
            }
            else if (at + 1 < query.Length && query[at + 1] == mark)
            {
                text.Append(query[at++]);
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        throw WiqlErrors.At("Expecting end of string.", text.ToString());
    }
}
