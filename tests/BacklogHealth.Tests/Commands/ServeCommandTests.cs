using System.Net;
using System.Net.Sockets;

namespace BacklogHealth.Tests.Commands;

/// <summary>How `serve` begins; how it ends is tried on the real program by .ci/smoke.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_ends_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        Assert.Equal(1, await _program.Run("serve", "--urls", url));
        Assert.Equal($"serve at {url}: the port is taken. Expected a free one. Stop the program that listens there, or name another with --urls or Serve:Urls.\n", _program.Error);
    }

    [Fact]
    public async Task Where_its_jobs_cannot_begin_it_serves_no_page_and_ends_with_why()
    {
        var clock = _program.File("test-clock.db", new string('x', 5000));

        Assert.Equal(1, await _program.Run("serve", "--urls", "http://127.0.0.1:0"));

        var told = $"Clock file {clock}: it cannot be used (SQLite Error 26: 'file is not a database'). Expected a file beside the database that this program alone writes; it holds nothing but times, and is made anew where it is missing. Delete it, or make it and its folder writable, and start again.";
        Assert.EndsWith($"\n{told}\n", _program.Error, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"CannotGoOn\"", _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\"at\":", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_this_machine_it_does_not_start_without_saying_who_may_come_in()
    {
        Assert.Equal(2, await _program.With("BACKLOGHEALTH__Serve__Urls", "http://*:0").Run("serve"));
        Assert.Equal("serve at http://*:0: others than this machine can reach that address, and nothing says who may come in. Expected Serve:TokenFile with a token, or Serve:OpenIdConnect. Set one of them, or listen on http://127.0.0.1:5080.\n", _program.Error);
    }

    [Fact]
    public async Task An_address_that_is_not_this_machine_s_is_told()
    {
        _program.With("BACKLOGHEALTH__Serve__Token", "canary-0123456789abcdef0123456789abcdef");
        Assert.Equal(1, await _program.Run("serve", "--urls", "http://192.0.2.1:5080"));
        Assert.StartsWith("serve at http://192.0.2.1:5080: this machine does not let it listen there (", _program.Error, StringComparison.Ordinal);
        Assert.EndsWith("). Expected an address of this machine, and a port above 1023. Name another with --urls or Serve:Urls.\n", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_told()
    {
        Assert.Equal(2, await _program.Run("serve", "--urls", "5080"));
        Assert.Equal("--urls: found '5080'; expected an address to listen on, as http://127.0.0.1:5080 or http://0.0.0.0:5080; encryption is the business of a proxy before it. Correct it.\n", _program.Error);
    }
}
