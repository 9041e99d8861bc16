using System.Collections.Immutable;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace BacklogHealth.Serving;

/// <summary>What `serve` is made of.</summary>
/// <param name="Store">The database.</param>
/// <param name="Settings">All settings.</param>
/// <param name="Time">The clock.</param>
/// <param name="Key">The key of links and logins.</param>
internal sealed record ServeParts(BacklogStore Store, AppSettings Settings, TimeProvider Time, byte[] Key)
{
    /// <summary>The token that lets people in; empty for none.</summary>
    public string Token { get; init; } = "";

    /// <summary>The secret of this program at who signs people in.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What runs beside the pages: the clock and the worker. Started in this order, stopped in the opposite one.</summary>
    public ImmutableArray<Func<IServiceProvider, IHostedService>> Background { get; init; } = [];

    /// <summary>Adds logs, measures and traces, and whoever else wants to know of the process, before it is built.</summary>
    public Action<WebApplicationBuilder>? Observe { get; init; }

    /// <summary>Adds pages of others. Whoever asks for them has signed in, where that is asked for.</summary>
    public Action<WebApplication>? Map { get; init; }

    /// <summary>The settings of the pages.</summary>
    public ServeSettings Serve => Settings.Serve;
}
