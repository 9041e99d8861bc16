using System.Collections.Immutable;
using BacklogHealth.Delivery.Outgoing;

namespace BacklogHealth.Settings;

/// <summary>Reads where a report goes over the web. What is wrong with an address is told without the address: it is a secret.</summary>
internal sealed class ReceiverReader(SettingsValues values, ImmutableArray<string> allowedHosts)
{
    /// <summary>The receiver at a path.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="isSigned">True where it needs a key.</param>
    public ReceiverSettings Read(string at, bool isSigned)
    {
        var receiver = new ReceiverSettings(at, values.SecretFile(at, "UrlFile"), values.SecretFile(at, "SecretFile")) { Url = values.Text(at, "Url"), Secret = values.Text(at, "Secret") };
        OneOf($"{at}:Url", receiver.Url, receiver.UrlFile, "the address that takes the report");
        if (receiver.Url.Length > 0 && FlawOf(receiver.Url, allowedHosts) is { } flaw)
        {
            values.Wrong($"{at}:Url", flaw.Found, flaw.Expected, flaw.Todo);
        }

        if (isSigned)
        {
            OneOf($"{at}:Secret", receiver.Secret, receiver.SecretFile, "the key that signs what is sent");
        }

        return receiver;
    }

    /// <summary>What keeps a text from being the address of a receiver; null where nothing does. No word of it is said again.</summary>
    public static (string Found, string Expected, string Todo)? FlawOf(string text, ImmutableArray<string> allowedHosts) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) || url.IdnHost.Length == 0
            ? ("what is no address of the web", "one that begins with https://", "Copy it whole from where it was made")
            : url.UserInfo.Length > 0 ? ("an address with a user in it", "one without", "Leave the user out")
            : url.Scheme == Uri.UriSchemeHttp && !GuardedConnect.Allows(allowedHosts, url.IdnHost)
                ? ("an address that begins with http://", "one that begins with https://, since it carries its own key", "Correct it, or name its host in Deliver:AllowedHosts if it is your own")
                : null;

    private void OneOf(string path, string given, string file, string what)
    {
        if (given.Length > 0 && file.Length > 0)
        {
            values.Wrong($"{path}File", "a file, and the same without a file", "one of them", $"Leave {path} out");
        }
        else if (given.Length + file.Length == 0)
        {
            values.Wrong(path, "nothing", what, $"Name a file with it in {path}File");
        }
    }
}
