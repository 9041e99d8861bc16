using System.Collections.Immutable;

namespace BacklogHealth.Settings;

/// <summary>Reads secrets at the moment they are needed. They stand in no option, log, message or report.</summary>
internal static class Secrets
{
    // In the second line of a token's file: the one host that the token is for.
    private const string HostMark = "host ";

    /// <summary>The token: of settings, or the first line of its file. A file may bind its token to a host in its second line.</summary>
    /// <exception cref="UserError">There is none, its file cannot be read, or it is for another host.</exception>
    public static string Token(ConnectionSettings connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Token.Length > 0)
        {
            return connection.Token;
        }

        if (connection.TokenFile.Length == 0)
        {
            throw UserError.Usage($"connection {connection.Name}: there is no token. Expected one in the file that Connections:{connection.At}:TokenFile names, in the variable BACKLOGHEALTH__Connections__{connection.At}__Token, or in Connections:{connection.At}:Token. {WhereToMakeOne(connection.Kind)} and put it there.");
        }

        var setting = connection.Names.Connection("TokenFile");
        var lines = FirstLines(setting, connection.TokenFile, "token");
        var token = lines[0];
        if (lines is [_, var second] && second.StartsWith(HostMark, StringComparison.OrdinalIgnoreCase) && second[HostMark.Length..].Trim() is var host && !connection.IsFor(host))
        {
            throw UserError.Usage($"{setting}: the token in {connection.TokenFile} is for '{host}', and the connection's address is at '{connection.BaseUrl.IdnHost}'. Expected the same host in both, since a token goes to no other than the one it was made for. Correct BaseUrl; or, if the tracker is another one now, put its own token and host into the file.");
        }

        return TokenText.Find(token, connection.TakesPassword) is { } flaw
            ? throw UserError.Usage($"{setting}: the first line of {connection.TokenFile} is {flaw.Found}. Expected {flaw.Expected}. {flaw.Todo}.")
            : token;
    }

    /// <summary>The secret of an application in Entra; empty where it has a certificate or is a managed identity.</summary>
    /// <exception cref="UserError">Its file cannot be read.</exception>
    public static string ClientSecret(ConnectionSettings connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Entra is { ClientSecretFile.Length: > 0 } entra
            ? FirstLine(connection.Names.Connection("Entra:ClientSecretFile"), entra.ClientSecretFile, "secret")
            : connection.Entra?.ClientSecret ?? "";
    }

    /// <summary>The database's connection string with the password of its file.</summary>
    /// <exception cref="UserError">The file cannot be read.</exception>
    public static string ConnectionString(StorageSettings storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (storage.PasswordFile.Length == 0)
        {
            return storage.ConnectionString;
        }

        var password = FirstLine(storage.PasswordSetting, storage.PasswordFile, "password");
        return $"{storage.ConnectionString.TrimEnd().TrimEnd(';')};Password='{password.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>The password of the account at the mail server; empty where there is no account.</summary>
    /// <exception cref="UserError">Its file cannot be read.</exception>
    public static string Password(MailSettings mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.PasswordFile.Length > 0 ? FirstLine("Mail:PasswordFile", mail.PasswordFile, "password") : mail.Password;
    }

    /// <summary>The address of a receiver.</summary>
    /// <exception cref="UserError">Its file cannot be read, or holds no address that may be called.</exception>
    public static Uri Url(ReceiverSettings receiver, ImmutableArray<string> allowedHosts)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        var url = receiver.UrlFile.Length > 0 ? FirstLine($"{receiver.At}:UrlFile", receiver.UrlFile, "address") : receiver.Url;
        return ReceiverReader.FlawOf(url, allowedHosts) is { } flaw
            ? throw UserError.Usage($"{receiver.At}:UrlFile: the first line of {receiver.UrlFile} is {flaw.Found}. Expected {flaw.Expected}. {flaw.Todo}.")
            : new Uri(url);
    }

    /// <summary>The key that signs what goes to a receiver; empty where it needs none.</summary>
    /// <exception cref="UserError">Its file cannot be read.</exception>
    public static string Key(ReceiverSettings receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        return receiver.SecretFile.Length > 0 ? FirstLine($"{receiver.At}:SecretFile", receiver.SecretFile, "key") : receiver.Secret;
    }

    /// <summary>The token that lets people see the pages; empty where there is none.</summary>
    /// <exception cref="UserError">Its file cannot be read, or holds none.</exception>
    public static string Token(ServeSettings serve)
    {
        ArgumentNullException.ThrowIfNull(serve);
        if (serve.TokenFile.Length == 0)
        {
            return serve.Token;
        }

        var token = FirstLine("Serve:TokenFile", serve.TokenFile, "token");
        return ServeReader.FlawOf(token) is { } found
            ? throw UserError.Usage($"Serve:TokenFile: the first line of {serve.TokenFile} is {found}. Expected at least 32 visible characters of ASCII. Make one with `openssl rand -base64 32`.")
            : token;
    }

    /// <summary>The secret of this program at who signs people in; empty where it has none.</summary>
    /// <exception cref="UserError">Its file cannot be read.</exception>
    public static string ClientSecret(OpenIdSettings openId)
    {
        ArgumentNullException.ThrowIfNull(openId);
        return openId.ClientSecretFile.Length > 0 ? FirstLine("Serve:OpenIdConnect:ClientSecretFile", openId.ClientSecretFile, "secret") : openId.ClientSecret;
    }

    private static string WhereToMakeOne(TrackerKind kind) => kind switch
    {
        TrackerKind.JiraCloud => "Make an API token in your Atlassian account",
        TrackerKind.JiraDataCenter => "Make a personal access token in your Jira profile",
        _ => "Make a personal access token under User settings, with the scope Work Items (Read),",
    };

    private static string FirstLine(string setting, string file, string what) => FirstLines(setting, file, what)[0];

    // One or two of them.
    private static string[] FirstLines(string setting, string file, string what)
    {
        try
        {
            string[] lines = [.. File.ReadLines(file).Take(2).Select(l => l.Trim())];
            return lines is ["", ..] or []
                ? throw UserError.Usage($"{setting}: the {what} file {file} is empty. Expected the {what} in its first line. Put it there.")
                : lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UserError.Usage($"{setting}: the {what} file {file} cannot be read. Expected a file that this account may read, with the {what} in its first line. Create it, or name another.");
        }
    }
}
