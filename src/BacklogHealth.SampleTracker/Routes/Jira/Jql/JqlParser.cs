using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>Reads tokens by recursive descent: OR binds least, then AND, then NOT.</summary>
internal sealed class JqlParser(ImmutableArray<JqlToken> tokens, JqlFields fields)
{
    private int _at;

    private JqlToken Current => tokens[_at];

    public JqlQuery Query()
    {
        Func<JiraIssue, bool>? where = Current.Kind is JqlTokenKind.End || Current.Is("order") ? null : Or();
        var order = Current.Is("order") ? OrderBy() : JqlOrder.Usual;
        return Current.Kind is JqlTokenKind.End ? new JqlQuery(where, order) : throw JqlErrors.Expected("either 'OR' or 'AND'", Current);
    }

    private Func<JiraIssue, bool> Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (first, second) = (left, And());
            left = issue => first(issue) || second(issue);
        }

        return left;
    }

    private Func<JiraIssue, bool> And()
    {
        var left = Not();
        while (Take("and"))
        {
            var (first, second) = (left, Not());
            left = issue => first(issue) && second(issue);
        }

        return left;
    }

    private Func<JiraIssue, bool> Not()
    {
        if (Take("not") || Take("!"))
        {
            var inner = Not();
            return issue => !inner(issue);
        }

        if (Current.Kind is not JqlTokenKind.Open)
        {
            return Clause();
        }

        _at++;
        var grouped = Or();
        Expect(JqlTokenKind.Close, "')'");
        return grouped;
    }

    private Func<JiraIssue, bool> Clause()
    {
        if (Current.Kind is not (JqlTokenKind.Word or JqlTokenKind.Quoted))
        {
            throw JqlErrors.Expected("a field name", Current);
        }

        var field = fields.Find(tokens[_at++].Text);
        if (Take("is"))
        {
            var not = Take("not");
            return Take("empty") || Take("null") ? Negated(not, field.IsEmpty) : throw JqlErrors.Expected("'EMPTY' or 'NULL'", Current);
        }

        if (Current.Is("in") || Current.Is("not"))
        {
            var not = Take("not");
            return Take("in") ? field.In(List(), not) : throw JqlErrors.NoOperator(Current);
        }

        if (Current.Kind is not JqlTokenKind.Operator)
        {
            throw JqlErrors.NoOperator(Current);
        }

        var name = tokens[_at++].Text;
        if (name is "=" or "!=" && (Take("empty") || Take("null")))
        {
            return Negated(name == "!=", field.IsEmpty);
        }

        return field.Compare(name, Value());
    }

    private ImmutableArray<string> List()
    {
        Expect(JqlTokenKind.Open, "'('");
        var values = ImmutableArray.CreateBuilder<string>();
        do
        {
            values.Add(Value());
        }
        while (TakeComma());

        Expect(JqlTokenKind.Close, "')'");
        return values.ToImmutable();
    }

    private string Value()
    {
        var token = Current;
        if (token.Kind is not (JqlTokenKind.Word or JqlTokenKind.Quoted))
        {
            throw JqlErrors.Expected("either a value, list or function", token);
        }

        _at++;
        return token.Kind is JqlTokenKind.Word && Current.Kind is JqlTokenKind.Open ? throw JqlErrors.NoFunction(token.Text) : token.Text;
    }

    private JqlOrder OrderBy()
    {
        _at++;
        if (!Take("by"))
        {
            throw JqlErrors.Expected("'by'", Current);
        }

        var keys = ImmutableArray.CreateBuilder<(Comparison<JiraIssue>, bool)>();
        do
        {
            if (Current.Kind is not (JqlTokenKind.Word or JqlTokenKind.Quoted))
            {
                throw JqlErrors.Expected("a field name", Current);
            }

            var comparison = fields.Order(tokens[_at++].Text);
            var descending = Take("desc");
            if (!descending)
            {
                Take("asc");
            }

            keys.Add((comparison, descending));
        }
        while (TakeComma());

        return new JqlOrder(keys.ToImmutable());
    }

    private static Func<JiraIssue, bool> Negated(bool not, Func<JiraIssue, bool> holds) => not ? issue => !holds(issue) : holds;

    private bool Take(string word)
    {
        var taken = Current.Is(word) || (Current.Kind is JqlTokenKind.Operator && Current.Text == word);
        _at += taken ? 1 : 0;
        return taken;
    }

    private bool TakeComma()
    {
        var taken = Current.Kind is JqlTokenKind.Comma;
        _at += taken ? 1 : 0;
        return taken;
    }

    private void Expect(JqlTokenKind kind, string what)
    {
        if (Current.Kind != kind)
        {
            throw JqlErrors.Expected(what, Current);
        }

        _at++;
    }
}
