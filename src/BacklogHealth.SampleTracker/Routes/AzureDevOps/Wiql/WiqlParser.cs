using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps.Wiql;

/// <summary>A query that has been read.</summary>
/// <param name="Columns">The fields that it selects.</param>
/// <param name="Where">Which items it finds.</param>
/// <param name="Order">The fields it sorts by.</param>
internal sealed record WiqlQuery(ImmutableArray<AzureField> Columns, Func<AzureRevision, bool> Where, ImmutableArray<(AzureField Field, bool Descending)> Order)
{
    /// <summary>Reads a query of work items.</summary>
    /// <param name="text">The query.</param>
    /// <param name="call">The call: its project is what <c>@project</c> means, its flag says whether dates have times.</param>
    /// <exception cref="AzureRefusal">It cannot be read, or names what is not there.</exception>
    public static WiqlQuery Parse(string text, AzureCall call) => new WiqlParser(WiqlTokens.Of(text), new WiqlFields(call)).Query();

    /// <summary>Compares two items in the order of the query; the id decides what it leaves equal.</summary>
    public int Compare(AzureRevision a, AzureRevision b)
    {
        foreach (var (field, descending) in Order)
        {
            var sign = Comparer<object>.Create((x, y) => ((IComparable)x).CompareTo(y)).Compare(WiqlFields.Sortable(a, field), WiqlFields.Sortable(b, field));
            if (sign != 0)
            {
                return descending ? -sign : sign;
            }
        }

        return ((int)a.Fields["System.Id"]).CompareTo((int)b.Fields["System.Id"]);
    }
}

/// <summary>Reads tokens by recursive descent: OR binds least, then AND, then NOT.</summary>
internal sealed class WiqlParser(ImmutableArray<WiqlToken> tokens, WiqlFields fields)
{
    private int _at;

    private WiqlToken Current => tokens[_at];

    public WiqlQuery Query()
    {
        Expect("SELECT");
        var columns = Fields();
        Expect("FROM");
        Expect("WorkItems");
        var where = Take("WHERE") ? Or() : _ => true;
        var order = ImmutableArray<(AzureField, bool)>.Empty;
        if (Take("ORDER"))
        {
            Expect("BY");
            order = Order();
        }

        return Current.Kind is WiqlTokenKind.End ? new WiqlQuery(columns, where, order) : throw WiqlErrors.Expected("end of string", Current);
    }

    private ImmutableArray<AzureField> Fields()
    {
        var list = ImmutableArray.CreateBuilder<AzureField>();
        do
        {
            list.Add(Field());
        }
        while (Take(","));

        return list.ToImmutable();
    }

    private ImmutableArray<(AzureField, bool)> Order()
    {
        var list = ImmutableArray.CreateBuilder<(AzureField, bool)>();
        do
        {
            var field = Field();
            var descending = Take("DESC");
            if (!descending)
            {
                Take("ASC");
            }

            list.Add((field, descending));
        }
        while (Take(","));

        return list.ToImmutable();
    }

    private Func<AzureRevision, bool> Or()
    {
        var left = And();
        while (Take("OR"))
        {
            var (first, second) = (left, And());
            left = item => first(item) || second(item);
        }

        return left;
    }

    private Func<AzureRevision, bool> And()
    {
        var left = Not();
        while (Take("AND"))
        {
            var (first, second) = (left, Not());
            left = item => first(item) && second(item);
        }

        return left;
    }

    private Func<AzureRevision, bool> Not()
    {
        if (Take("NOT"))
        {
            var inner = Not();
            return item => !inner(item);
        }

        if (!Take("("))
        {
            return Clause();
        }

        var grouped = Or();
        Expect(")");
        return grouped;
    }

    private Func<AzureRevision, bool> Clause()
    {
        var field = Field();
        if (Take("NOT"))
        {
            var positive = Comparison(field);
            return item => !positive(item);
        }

        return Comparison(field);
    }

    private Func<AzureRevision, bool> Comparison(AzureField field)
    {
        if (Take("IN"))
        {
            Expect("(");
            var any = new List<Func<AzureRevision, bool>>();
            do
            {
                any.Add(fields.Compare(field, "=", Value()));
            }
            while (Take(","));

            Expect(")");
            return item => any.Exists(holds => holds(item));
        }

        var name = Current;
        if (name.Kind is not (WiqlTokenKind.Sign or WiqlTokenKind.Word))
        {
            throw WiqlErrors.Expected("comparison operator", name);
        }

        _at++;
        return fields.Compare(field, name.Text.ToUpperInvariant(), Value());
    }

    private WiqlToken Value()
    {
        var token = Current;
        if (token.Kind is not (WiqlTokenKind.Text or WiqlTokenKind.Word or WiqlTokenKind.Macro))
        {
            throw WiqlErrors.Expected("value", token);
        }

        _at++;
        return token;
    }

    private AzureField Field()
    {
        if (Current.Kind is not (WiqlTokenKind.Field or WiqlTokenKind.Word))
        {
            throw WiqlErrors.Expected("field name", Current);
        }

        return fields.Find(tokens[_at++].Text);
    }

    private bool Take(string word)
    {
        var taken = Current.Is(word);
        _at += taken ? 1 : 0;
        return taken;
    }

    private void Expect(string word)
    {
        if (!Take(word))
        {
            throw WiqlErrors.Expected(word, Current);
        }
    }
}
