using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace BacklogHealth.Tests.Delivery;

/// <summary>A real mail server on loopback: keeps what it takes, and refuses what a test tells it to.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    /// <summary>What it adds to each refusal.</summary>
    public const string Adds = ", 4 retry(ies) remaining";

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <summary>Starts it.</summary>
    /// <param name="port">Its port; null for a free one.</param>
    /// <param name="takesAccounts">True to take any account with any password.</param>
    public MailServer(int? port = null, bool takesAccounts = false)
    {
        Port = port ?? FreePort();
        var options = new SmtpServerOptionsBuilder().ServerName("mail.acme.example").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AllowUnsecureAuthentication(takesAccounts)).Build();
        var services = new ServiceProvider();
        services.Add((IMailboxFilter)new Filter(this));
        services.Add((IMessageStore)new Box(this));
        if (takesAccounts)
        {
            services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((_, _) => true));
        }

        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>What was taken, in the order in which it came.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>What it says to a recipient instead of taking it; null to take it.</summary>
    public Func<string, SmtpResponse?> Recipient { get; set; } = _ => null;

    /// <summary>True to go away once a message is taken, without an answer.</summary>
    public bool DiesBeforeItAnswers { get; set; }

    /// <summary>A port where nobody listens.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_running.IsCompleted)
        {
            return;
        }

        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        _stop.Dispose();
    }

    private sealed class Filter(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.Recipient($"{to.User}@{to.Host}") is { } answer ? throw new SmtpResponseException(answer) : Task.FromResult(true);
    }

    private sealed class Box(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream(buffer.ToArray());
            server.Taken.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
            if (server.DiesBeforeItAnswers)
            {
                context.Pipe!.Dispose();
            }

            return new SmtpResponse(SmtpReplyCode.Ok, "queued as 1");
        }
    }
}
