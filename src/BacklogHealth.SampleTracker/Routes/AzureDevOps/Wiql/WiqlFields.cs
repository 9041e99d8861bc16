using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps.Wiql;

/// <summary>What comparisons of fields mean.</summary>
internal sealed class WiqlFields(AzureCall call)
{
    private readonly ImmutableArray<AzureField> _all = AzureFields.Of(call.Site.Types);
    private readonly bool _hasTimes = call.Flag("timePrecision");

    /// <exception cref="AzureRefusal">There is no such field.</exception>
    public AzureField Find(string name) =>
        _all.FirstOrDefault(f => string.Equals(f.ReferenceName, name, StringComparison.OrdinalIgnoreCase) || string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw WiqlErrors.NoField(name);

    /// <exception cref="AzureRefusal">The operator or the value does not fit the field.</exception>
    public Func<AzureRevision, bool> Compare(AzureField field, string @operator, WiqlToken value)
    {
        var text = Text(value);
        return field.Type switch
        {
            "treePath" => Path(field, @operator, text),
            "integer" or "double" => Ordered(field, @operator, Number(field, text), item => item.Fields.GetValueOrDefault(field.ReferenceName) is { } v ? Convert.ToDouble(v, CultureInfo.InvariantCulture) : null),
            "dateTime" => Moment(field, @operator, text),
            "string" or "plainText" => Words(field, @operator, text),
            _ => throw WiqlErrors.NoOperator(@operator, field.ReferenceName),
        };
    }

    /// <summary>The value of a field as orders compare it; what has none comes first.</summary>
    public static object Sortable(AzureRevision item, AzureField field) => (field.Type, item.Fields.GetValueOrDefault(field.ReferenceName)) switch
    {
        ("integer" or "double", var value) => value is null ? double.MinValue : Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ("dateTime", var value) => value ?? DateTimeOffset.MinValue,
        (_, string value) => value,
        _ => string.Empty,
    };

    private string Text(WiqlToken value)
    {
        if (value.Kind is not WiqlTokenKind.Macro)
        {
            return value.Text;
        }

        return string.Equals(value.Text, "project", StringComparison.OrdinalIgnoreCase) && call.Project is { } project
            ? project.Name
            : throw WiqlErrors.NoMacro(value.Text);
    }

    private Func<AzureRevision, bool> Path(AzureField field, string @operator, string path)
    {
        if (!call.Site.Projects.Any(p => p.HasPath(path)))
        {
            throw WiqlErrors.NoPath(path);
        }

        return @operator switch
        {
            "=" => item => Is(Own(item)),
            "<>" => item => !Is(Own(item)),
            "UNDER" => item => Is(Own(item)) || Own(item).StartsWith(path + "\\", StringComparison.OrdinalIgnoreCase),
            _ => throw WiqlErrors.NoOperator(@operator, field.ReferenceName),
        };

        string Own(AzureRevision item) => (string)item.Fields[field.ReferenceName];

        bool Is(string own) => string.Equals(own, path, StringComparison.OrdinalIgnoreCase);
    }

    private static Func<AzureRevision, bool> Words(AzureField field, string @operator, string text)
    {
        return @operator switch
        {
            "=" => item => Own(item).Equals(text, StringComparison.OrdinalIgnoreCase),
            "<>" => item => !Own(item).Equals(text, StringComparison.OrdinalIgnoreCase),
            "CONTAINS" when field.ReferenceName == "System.Tags" => item => Own(item).Split("; ").Contains(text, StringComparer.OrdinalIgnoreCase),
            "CONTAINS" => item => Own(item).Contains(text, StringComparison.OrdinalIgnoreCase),
            _ => throw WiqlErrors.NoOperator(@operator, field.ReferenceName),
        };

        string Own(AzureRevision item) => item.Fields.GetValueOrDefault(field.ReferenceName) as string ?? string.Empty;
    }

    /// <summary>Without times, days are compared, and a time is refused.</summary>
    private Func<AzureRevision, bool> Moment(AzureField field, string @operator, string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var bound))
        {
            throw WiqlErrors.NoValue(text, field.ReferenceName);
        }

        if (!_hasTimes && text.Contains(':', StringComparison.Ordinal))
        {
            throw WiqlErrors.TimeWithDate(text, field.ReferenceName);
        }

        return Ordered(field, @operator, bound, item => item.Fields.GetValueOrDefault(field.ReferenceName) is DateTimeOffset at ? (_hasTimes ? at : new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero)) : null);
    }

    private static Func<AzureRevision, bool> Ordered<T>(AzureField field, string @operator, T bound, Func<AzureRevision, T?> own)
        where T : struct, IComparable<T>
    {
        Func<int, bool> holds = @operator switch
        {
            "=" => sign => sign == 0,
            "<>" => sign => sign != 0,
            "<" => sign => sign < 0,
            "<=" => sign => sign <= 0,
            ">" => sign => sign > 0,
            ">=" => sign => sign >= 0,
            _ => throw WiqlErrors.NoOperator(@operator, field.ReferenceName),
        };
        return item => own(item) is { } value && holds(value.CompareTo(bound));
    }

    private static double Number(AzureField field, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw WiqlErrors.NoValue(text, field.ReferenceName);
}
