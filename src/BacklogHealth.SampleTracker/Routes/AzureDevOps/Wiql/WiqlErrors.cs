namespace BacklogHealth.SampleTracker.Routes.AzureDevOps.Wiql;

/// <summary>What Azure DevOps says to a query that it cannot run.</summary>
internal static class WiqlErrors
{
    public static AzureRefusal At(string message, string at) => AzureRefusal.BadQuery($"TF51006: The query statement is missing or wrong. {message} The error is caused by «{at}».");

    public static AzureRefusal Expected(string what, WiqlToken found) => At($"Expecting {what}.", found.Text);

    public static AzureRefusal NoField(string name) => AzureRefusal.BadQuery($"TF51005: The query references a field that does not exist. The error is caused by «[{name}]».");

    public static AzureRefusal NoPath(string path) => AzureRefusal.BadQuery($"TF51011: The specified path does not exist. The error is caused by «'{path}'».");

    public static AzureRefusal NoOperator(string name, string field) => At($"The operator {name} cannot be used with the field {field}.", name);

    public static AzureRefusal NoMacro(string name) => At("The macro is not known.", "@" + name);

    public static AzureRefusal NoValue(string value, string field) => At($"The value is not of the type of the field {field}.", value);

    public static AzureRefusal TimeWithDate(string value, string field) => AzureRefusal.BadQuery(
        $"You cannot supply a time with the date when running a query using date precision. The error is caused by «[{field}] '{value}'».");
}
