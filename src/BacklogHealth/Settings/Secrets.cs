namespace BacklogHealth.Settings;

/// <summary>Reads a connection's token at the moment it is needed. It stands in no option, log, message or report.</summary>
internal static class Secrets
{
    /// <summary>The token: of settings, or the first line of its file.</summary>
    /// <exception cref="UserError">There is none, or its file cannot be read.</exception>
    public static string Token(ConnectionSettings connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Token.Length > 0)
        {
            return connection.Token;
        }

        if (connection.TokenFile.Length == 0)
        {
            throw UserError.Usage($"connection {connection.Name}: there is no token. Expected one in TokenFile, in the variable BACKLOGHEALTH__Connections__0__Token, or in Token. Make an API token in your Atlassian account and put it there.");
        }

        try
        {
            var line = File.ReadLines(connection.TokenFile).FirstOrDefault()?.Trim();
            return string.IsNullOrEmpty(line)
                ? throw UserError.Usage($"connection {connection.Name}: the token file {connection.TokenFile} is empty. Expected the token in its first line. Put it there.")
                : line;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UserError.Usage($"connection {connection.Name}: the token file {connection.TokenFile} cannot be read. Expected a file that this account may read, with the token in its first line. Create it, or correct TokenFile.");
        }
    }
}
