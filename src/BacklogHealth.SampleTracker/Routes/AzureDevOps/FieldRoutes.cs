using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>The fields of the organisation.</summary>
internal static class FieldRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. AzureRoute.Anywhere("GET", "wit/fields", call => AzureRoutes.List(Of(call).Select(f => f.Json(call.Site)))),
        .. AzureRoute.Anywhere("GET", "wit/fields/{field}", Get),
    ];

    /// <summary>The fields, and those that hold the columns of boards.</summary>
    private static IEnumerable<AzureField> Of(AzureCall call) =>
        AzureFields.Of(call.Site.Types).Concat(call.Site.Projects.Select(p => new AzureField(p.ColumnField, p.TeamName + " column", "string")));

    private static Answer Get(AzureCall call)
    {
        var wanted = call.Path("field");
        var field = Of(call).FirstOrDefault(f => string.Equals(f.ReferenceName, wanted, StringComparison.OrdinalIgnoreCase) || string.Equals(f.Name, wanted, StringComparison.OrdinalIgnoreCase));
        return field is not null ? Answer.Ok(field.Json(call.Site)) : throw AzureRefusal.NotFound($"TF51535: Cannot find field {wanted}.");
    }
}
