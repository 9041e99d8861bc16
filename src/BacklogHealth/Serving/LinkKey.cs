using System.Data.Common;
using System.Security.Cryptography;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Serving;

/// <summary>The key that signs links and logins: of settings, or of a file that is made when it is first needed and that nobody else may read.</summary>
internal static class LinkKey
{
    private const int Bytes = 32;

    /// <summary>The key.</summary>
    /// <param name="settings">Where it stands.</param>
    /// <param name="configFile">The settings file, beside which it is made where data are on a server.</param>
    /// <exception cref="UserError">The file cannot be read or made, or holds no key.</exception>
    public static byte[] Of(AppSettings settings, string configFile)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Serve.LinkKey.Length > 0
            ? ServeReader.Key(settings.Serve.LinkKey)!
            : OfFile(settings.Serve.LinkKeyFile is { Length: > 0 } named ? named : Path.Combine(UsualFolder(settings.Storage, configFile), "backlog-health.key"));
    }

    private static byte[] OfFile(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }

            return ServeReader.Key(File.ReadAllText(file).Trim())
                ?? throw UserError.Usage($"Serve:LinkKeyFile: {file} holds no key. Expected at least 32 bytes as base64. Remove the file to have another key made; links and logins of the old one end.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UserError.Usage($"Serve:LinkKeyFile: {file} cannot be read or made ({e.Message.TrimEnd('.')}). Expected a file that this account may read, in a folder that it may write to. Mend it, or name another.");
        }
    }

    /// <summary>Written beside its place and moved there: of two processes that make one at once, both use the one that came first.</summary>
    private static void Make(string file)
    {
        var draft = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var text = new StreamWriter(draft, options))
            {
                text.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) + "\n");
            }

            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static string UsualFolder(StorageSettings storage, string configFile)
    {
        var place = storage.Engine == StorageEngine.Sqlite && new DbConnectionStringBuilder { ConnectionString = storage.ConnectionString }.TryGetValue("Data Source", out var file)
            ? (string)file
            : configFile;
        return Path.GetDirectoryName(place) ?? "";
    }
}
