using System.Net.Sockets;
using BacklogHealth.Settings;

namespace BacklogHealth.Serving;

/// <summary>Tries whether one can listen where settings say, before anything is started: the framework would log a fault that people cannot read.</summary>
internal static class Ports
{
    /// <summary>Tries each address for a moment.</summary>
    /// <exception cref="UserError">The port is taken, or the machine does not have that address or does not give the port.</exception>
    public static void Try(ServeSettings serve)
    {
        foreach (var url in serve.Urls)
        {
            try
            {
                using var listener = url.Address is null ? TcpListener.Create(url.Port) : new TcpListener(url.Address, url.Port);
                listener.Start();
            }
            catch (SocketException e)
            {
                throw Refused(url.Text, e);
            }
        }
    }

    /// <summary>Why one cannot listen, as a sentence.</summary>
    public static UserError Refused(string where, Exception e) => new(
        ExitCode.Failed,
        (e as SocketException ?? e.GetBaseException() as SocketException)?.SocketErrorCode == SocketError.AddressAlreadyInUse
            ? $"serve at {where}: the port is taken. Expected a free one. Stop the program that listens there, or name another with --urls or Serve:Urls."
            : $"serve at {where}: this machine does not let it listen there ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}). Expected an address of this machine, and a port above 1023. Name another with --urls or Serve:Urls.");
}
