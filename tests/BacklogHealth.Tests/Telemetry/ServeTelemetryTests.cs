using System.Net;
using BacklogHealth.Telemetry;
using BacklogHealth.Tests.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BacklogHealth.Tests.Telemetry;

/// <summary>A process that gives its figures away: as a page, and to a real receiver of OTLP.</summary>
public sealed class ServeTelemetryTests
{
    [Fact]
    public async Task The_page_of_metrics_has_what_was_measured_since_the_start()
    {
        await using var app = await Started([]);
        Instruments.ItemsPulled.Add(412, KeyValuePair.Create<string, object?>("team", "Told \"here\""));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var page = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches("backlog_health_items_pulled(_items)?_total\\{.*team=\"Told \\\\\"here\\\\\"\".*\\} 412", page);
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_collector_that_the_standard_variable_names()
    {
        await using var collector = await WebReceiver.Start();
        await using var app = await Started(new(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{collector.Port}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });
        Instruments.ItemsPulled.Add(7, KeyValuePair.Create<string, object?>("team", "Sent-there"));
        using (TimedStep.OfTeam("score", "Sent-there"))
        {
        }

        app.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000);
        Assert.True(app.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000));

        Assert.Contains(collector.Taken, p => p.To == "POST /v1/metrics" && p.Body.Contains("backlog_health.items.pulled", StringComparison.Ordinal) && p.Body.Contains("Sent-there", StringComparison.Ordinal));
        Assert.Contains(collector.Taken, p => p.To == "POST /v1/traces" && p.Body.Contains("Sent-there", StringComparison.Ordinal));
        Assert.Contains(collector.Taken, p => p.Body.Contains("backlog-health", StringComparison.Ordinal) && p.Body.Contains(Product.Version, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_that_variable_nothing_is_registered_that_sends()
    {
        IServiceCollection services = null!;
        await using var app = await Started(new(StringComparer.Ordinal) { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "" }, s => services = s);

        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.DoesNotContain(services, s => s.ServiceType.ToString().Contains("Otlp", StringComparison.Ordinal));
        await using var sending = await Started(new(StringComparer.Ordinal) { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1" }, s => services = s);
        Assert.Contains(services, s => s.ServiceType.ToString().Contains("Otlp", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> Started(Dictionary<string, string> variables, Action<IServiceCollection>? look = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        ServeTelemetry.AddTo(builder, variables);
        look?.Invoke(builder.Services);
        var app = builder.Build();
        ServeTelemetry.MapMetrics(app);
        await app.StartAsync();
        return app;
    }
}
