using System.Net;

namespace BacklogHealth.Settings;

/// <summary>Reads the mail server of the settings.</summary>
internal sealed class MailReader(SettingsValues values)
{
    /// <summary>The mail server.</summary>
    public MailSettings Read()
    {
        var mail = new MailSettings(values.Text("Mail", "Host"), values.Whole("Mail", "Port"), values.Text("Mail", "From"), values.Text("Mail", "User"), values.SecretFile("Mail", "PasswordFile"), Security())
        {
            Password = values.Text("Mail", "Password"),
        };
        if (mail.Host.Length == 0)
        {
            return mail;
        }

        if (mail.Port is < 1 or > 65535)
        {
            values.Wrong("Mail:Port", $"'{mail.Port}'", "a port from 1 to 65535: 25, or 587 or 465 where an account is needed", "Correct it");
        }

        if (!SubscriptionReader.IsAddress(mail.From))
        {
            values.Wrong("Mail:From", mail.From.Length == 0 ? "nothing" : $"'{mail.From}'", "the address that reports come from, as backlog-health@acme.example", mail.From.Length == 0 ? "Add it" : "Correct it");
        }

        if (mail.Password.Length > 0 && mail.PasswordFile.Length > 0)
        {
            values.Wrong("Mail:PasswordFile", "a password here and one in Password", "one of them", "Leave the one in Password out");
        }
        else if (mail.User.Length == 0 != (mail.Password.Length == 0 && mail.PasswordFile.Length == 0))
        {
            values.Wrong("Mail:User", mail.User.Length == 0 ? "a password without an account" : "an account without a password", "both, or neither", mail.User.Length == 0 ? "Add the account, or leave the password out" : "Name the file with its password in PasswordFile");
        }
        else if (mail is { Security: MailSecurity.None, User.Length: > 0 } && !IsHere(mail.Host))
        {
            values.Wrong("Mail:Security", "none, and an account", "an encrypted way, since the password travels with it", "Set it to starttls or tls, or leave it out");
        }

        return mail;
    }

    /// <summary>True where the mail server runs on this machine.</summary>
    public static bool IsHere(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private MailSecurity Security() => values.Text("Mail", "Security").ToUpperInvariant() switch
    {
        "AUTO" => MailSecurity.Auto,
        "STARTTLS" => MailSecurity.StartTls,
        "TLS" => MailSecurity.Tls,
        "NONE" => MailSecurity.None,
        _ => values.Wrong(MailSecurity.StartTls, "Mail:Security", $"'{values.Text("Mail", "Security")}'", "auto, starttls, tls or none", "Correct it or leave it out"),
    };
}
