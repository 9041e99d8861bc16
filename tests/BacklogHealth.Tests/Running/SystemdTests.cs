using System.Net.Sockets;
using System.Text;
using BacklogHealth.Running;
using BacklogHealth.Testing;
using Microsoft.Extensions.Hosting;

namespace BacklogHealth.Tests.Running;

/// <summary>What a real datagram socket in the place of systemd's hears.</summary>
public sealed class SystemdTests
{
    [Fact]
    public async Task Systemd_is_told_that_the_process_is_ready_alive_and_stopping()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no systemd on Windows");
        using var folder = new TemporaryFolder();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.File("notify")));
        Environment.SetEnvironmentVariable("NOTIFY_SOCKET", folder.File("notify"));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        Systemd.AddTo(builder.Services, new Dictionary<string, string>(StringComparer.Ordinal) { ["NOTIFY_SOCKET"] = folder.File("notify"), ["WATCHDOG_USEC"] = "20000" });
        using var host = builder.Build();

        await host.StartAsync(TestContext.Current.CancellationToken);
        var heard = new List<string> { await Next(), await Next(), await Next(), await Next() };
        await host.StopAsync(TestContext.Current.CancellationToken);
        while (heard[^1] != "STOPPING=1")
        {
            heard.Add(await Next());
        }

        Assert.Single(heard, "READY=1");
        Assert.True(heard.Count(h => h == "WATCHDOG=1") >= 2, string.Join(' ', heard));

        async Task<string> Next()
        {
            var buffer = new byte[256];
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, SocketFlags.None, limit.Token));
        }
    }

    [Fact]
    public void Where_nobody_listens_nothing_is_added()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var before = builder.Services.Count;
        Systemd.AddTo(builder.Services, new Dictionary<string, string>(StringComparer.Ordinal) { ["WATCHDOG_USEC"] = "20000" });

        Assert.Equal(before, builder.Services.Count);
    }
}
