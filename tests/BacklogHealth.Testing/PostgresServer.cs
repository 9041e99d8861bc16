using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BacklogHealth.Testing;

/// <summary>
/// A real PostgreSQL server of its own for a run of tests: started when it is first needed, gone when the process that started it is gone, however
/// that ends. It lies in a temporary folder, writes without waiting for the disk, and sorts texts by the rules of a language, so that a store
/// which forgets to ask for another order is found out.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>A user whom the server does not let in without the right password; all others it trusts.</summary>
    public const string LockedUser = "locked";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly string _tools;
    private readonly Process _process;
    private int _databases;

    private PostgresServer(string folder, string tools, Process process, int port) => (_folder, _tools, _process, Port) = (folder, tools, process, port);

    /// <summary>The port it listens on, on the loopback address.</summary>
    public int Port { get; }

    /// <summary>Why no server can be started here; null where one can.</summary>
    public static string? NotHereBecause =>
        OperatingSystem.IsWindows() ? "PostgreSQL is started for tests on Linux and macOS alone"
        : Tools() is null ? "no PostgreSQL server is installed here (its programs are looked for under /usr/lib/postgresql); install it to run these tests, too"
        : null;

    /// <summary>Makes a server and waits until it answers.</summary>
    public static async Task<PostgresServer> Start()
    {
        var tools = Tools() ?? throw new InvalidOperationException(NotHereBecause);
        var folder = Directory.CreateTempSubdirectory("backlog-health-pg-").FullName;
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess)
        {
            await Run("chown", [Account(), folder]);
        }

        string[] usual = ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"];
        if (await Try(AsAccount([Path.Combine(tools, "initdb"), .. usual, "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"])) is not null)
        {
            await Run(AsAccount([Path.Combine(tools, "initdb"), .. usual]));
        }

        await File.WriteAllTextAsync(
            Path.Combine(data, "pg_hba.conf"), $"host all {LockedUser} 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n");
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var process = Serve(tools, folder, data, port);
            var server = new PostgresServer(folder, tools, process, port);
            if (await server.Answers())
            {
                return server;
            }

            process.Kill(entireProcessTree: true);
            if (attempt == 3)
            {
                throw new InvalidOperationException($"PostgreSQL did not start within {Patience}: see {Path.Combine(folder, "log")}");
            }
        }
    }

    /// <summary>A new database, and how to connect to it.</summary>
    /// <param name="template">A database to copy; null for an empty one.</param>
    public async Task<string> CreateDatabase(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await Run([Path.Combine(_tools, "createdb"), "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", .. template is null ? (string[])[] : ["-T", template], name]);
        return ConnectionString(name);
    }

    /// <summary>How to connect to a database of this server.</summary>
    public string ConnectionString(string database, string user = "postgres") =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username={user}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The shell holds the server and ends it when its own input ends: that is when this process closes it, or dies.
    private static Process Serve(string tools, string folder, string data, int port)
    {
        var script = string.Create(
            CultureInfo.InvariantCulture,
            $"'{tools}/postgres' -D '{data}' -k '{folder}' -p {port} -h 127.0.0.1 -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200 >'{folder}/log' 2>&1 </dev/null & server=$!; cat >/dev/null; kill -QUIT $server; wait $server");
        var command = AsAccount(["/bin/sh", "-c", script]);
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, UseShellExecute = false })!;
    }

    private async Task<bool> Answers()
    {
        var waited = Stopwatch.StartNew();
        string[] ask = [Path.Combine(_tools, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres"];
        while (await Try(ask) is not null)
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        return true;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Tools() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb")))
                .OrderByDescending(d => d.Length).ThenByDescending(d => d, StringComparer.Ordinal).FirstOrDefault()
            : null;

    // The server refuses to run as root: then it runs as the account that its package made for it.
    private static string[] AsAccount(string[] command) => Environment.IsPrivilegedProcess ? ["runuser", "-u", Account(), "--", .. command] : command;

    private static string Account() => File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static Task Run(string program, string[] arguments) => Run([program, .. arguments]);

    private static async Task Run(string[] command)
    {
        if (await Try(command) is { } said)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {said}");
        }
    }

    private static async Task<string?> Try(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/", UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : error;
    }
}
