using System.Collections.Immutable;
using System.Text;

namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>Cuts a query into tokens.</summary>
internal static class JqlTokens
{
    private const string Special = "()=!<>~,\"'";

    /// <exception cref="JiraRefusal">A quotation does not end.</exception>
    public static ImmutableArray<JqlToken> Of(string jql)
    {
        var tokens = ImmutableArray.CreateBuilder<JqlToken>();
        var at = 0;
        while (at < jql.Length)
        {
            if (char.IsWhiteSpace(jql[at]))
            {
                at++;
                continue;
            }

            tokens.Add(Next(jql, ref at));
        }

        tokens.Add(new JqlToken(JqlTokenKind.End, string.Empty, jql.Length + 1));
        return tokens.ToImmutable();
    }

    private static JqlToken Next(string jql, ref int at)
    {
        var start = at;
        var first = jql[at++];
        switch (first)
        {
            case '(':
                return new JqlToken(JqlTokenKind.Open, "(", start + 1);
            case ')':
                return new JqlToken(JqlTokenKind.Close, ")", start + 1);
            case ',':
                return new JqlToken(JqlTokenKind.Comma, ",", start + 1);
            case '"' or '\'':
                return new JqlToken(JqlTokenKind.Quoted, Quotation(jql, first, ref at, start), start + 1);
            case '=' or '!' or '<' or '>' or '~':
                if (first is '!' or '<' or '>' && at < jql.Length && (jql[at] == '=' || (first == '!' && jql[at] == '~')))
                {
                    at++;
                }

                return new JqlToken(JqlTokenKind.Operator, jql[start..at], start + 1);
            default:
                while (at < jql.Length && !char.IsWhiteSpace(jql[at]) && !Special.Contains(jql[at], StringComparison.Ordinal))
                {
                    at++;
                }

                return new JqlToken(JqlTokenKind.Word, jql[start..at], start + 1);
        }
    }

    private static string Quotation(string jql, char quote, ref int at, int start)
    {
        var text = new StringBuilder();
        while (at < jql.Length && jql[at] != quote)
        {
            if (jql[at] == '\\' && at + 1 < jql.Length)
            {
                at++;
            }

            text.Append(jql[at++]);
        }

        if (at == jql.Length)
        {
            throw JqlErrors.At("The quoted string '" + text + "' has not been completed.", start + 1);
        }

        at++;
        return text.ToString();
    }
}
