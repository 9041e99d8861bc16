using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>A field as queries compare it. An issue without a value is found by no comparison, not even by <c>!=</c>.</summary>
internal abstract class JqlField(string name)
{
    protected string Name { get; } = name;

    public abstract bool IsEmpty(JiraIssue issue);

    /// <exception cref="JiraRefusal">The operator or the value does not fit the field.</exception>
    public abstract Func<JiraIssue, bool> Compare(string @operator, string value);

    /// <exception cref="JiraRefusal">A value does not fit the field.</exception>
    public Func<JiraIssue, bool> In(ImmutableArray<string> values, bool not)
    {
        var equal = values.Select(value => Compare("=", value)).ToList();
        return not
            ? issue => !IsEmpty(issue) && !equal.Exists(holds => holds(issue))
            : issue => equal.Exists(holds => holds(issue));
    }
}

/// <summary>A field whose values are names: each issue has some, and a query names one of them.</summary>
/// <param name="name">Its name.</param>
/// <param name="values">Under which names an issue can be found.</param>
/// <param name="check">Throws where the site has no such value; null where any value is allowed.</param>
internal sealed class JqlNames(string name, Func<JiraIssue, IEnumerable<string>> values, Action<string>? check) : JqlField(name)
{
    public override bool IsEmpty(JiraIssue issue) => !values(issue).Any();

    public override Func<JiraIssue, bool> Compare(string @operator, string value)
    {
        if (@operator is not ("=" or "!="))
        {
            throw JqlErrors.NoSuchOperator(@operator, Name);
        }

        check?.Invoke(value);
        return @operator == "="
            ? issue => values(issue).Contains(value, StringComparer.OrdinalIgnoreCase)
            : issue => !IsEmpty(issue) && !values(issue).Contains(value, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>A field with text, in which words are looked for.</summary>
internal sealed class JqlText(string name, Func<JiraIssue, string?> text) : JqlField(name)
{
    public override bool IsEmpty(JiraIssue issue) => string.IsNullOrEmpty(text(issue));

    public override Func<JiraIssue, bool> Compare(string @operator, string value) => @operator switch
    {
        "~" => issue => Has(issue, value),
        "!~" => issue => !IsEmpty(issue) && !Has(issue, value),
        _ => throw JqlErrors.NoSuchOperator(@operator, Name),
    };

    private bool Has(JiraIssue issue, string value) => text(issue)?.Contains(value, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>A field whose values have an order: dates and numbers.</summary>
internal sealed class JqlOrdered<T>(string name, Func<JiraIssue, T?> value, Func<string, T> read) : JqlField(name)
    where T : struct, IComparable<T>
{
    public override bool IsEmpty(JiraIssue issue) => value(issue) is null;

    public override Func<JiraIssue, bool> Compare(string @operator, string value)
    {
        var bound = read(value);
        Func<int, bool> holds = @operator switch
        {
            "=" => sign => sign == 0,
            "!=" => sign => sign != 0,
            "<" => sign => sign < 0,
            "<=" => sign => sign <= 0,
            ">" => sign => sign > 0,
            ">=" => sign => sign >= 0,
            _ => throw JqlErrors.NoSuchOperator(@operator, Name),
        };
        return issue => Value(issue) is { } own && holds(own.CompareTo(bound));
    }

    private T? Value(JiraIssue issue) => value(issue);
}
