using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BacklogHealth.Telemetry;

/// <summary>
/// Gives what is measured to those who ask: as a page for Prometheus, and by OTLP to the collector that the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// names. Without it nothing leaves the machine.
/// </summary>
internal static class ServeTelemetry
{
    private const string Standard = "OTEL_";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Has the process listen to its own instruments.</summary>
    /// <param name="builder">The process.</param>
    /// <param name="variables">Environment variables, of which those of OpenTelemetry are taken.</param>
    public static void AddTo(WebApplicationBuilder builder, IReadOnlyDictionary<string, string> variables)
    {
        builder.Configuration.AddInMemoryCollection(variables.Where(v => v.Key.StartsWith(Standard, StringComparison.Ordinal)).Select(v => KeyValuePair.Create<string, string?>(v.Key, v.Value)));
        var isCollected = variables.GetValueOrDefault(Collector) is { Length: > 0 };
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(r => r.AddService(variables.GetValueOrDefault("OTEL_SERVICE_NAME") ?? "backlog-health", serviceVersion: Product.Version));
        telemetry.WithMetrics(m =>
        {
            m.AddMeter(Instruments.Name, "System.Runtime").AddPrometheusExporter();
            if (isCollected)
            {
                m.AddOtlpExporter();
            }
        });
        if (isCollected)
        {
            telemetry.WithTracing(t => t.AddSource(Instruments.Name).AddOtlpExporter());
        }
    }

    /// <summary>Serves the metrics as text at <c>/metrics</c>. Names of teams stand there, so it belongs behind the login that guards the pages.</summary>
    /// <returns>The route, to which the login is added.</returns>
    public static IEndpointConventionBuilder MapMetrics(WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics");
}
