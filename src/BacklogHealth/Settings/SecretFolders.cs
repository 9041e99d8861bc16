using System.Collections.Immutable;

namespace BacklogHealth.Settings;

/// <summary>
/// The folders in which an operating system keeps secrets for a program: that of systemd's credentials (<c>LoadCredential=</c>) and that of containers. A secret's file may
/// be named by its name alone.
/// </summary>
/// <param name="Folders">Where to look, in this order.</param>
internal sealed record SecretFolders(ImmutableArray<string> Folders)
{
    private const string OfSystemd = "CREDENTIALS_DIRECTORY";
    private const string OfContainers = "/run/secrets";

    /// <summary>No such folder.</summary>
    public static SecretFolders None { get; } = new(ImmutableArray<string>.Empty);

    /// <summary>Those that the environment tells, and the usual one.</summary>
    public static SecretFolders Of(IReadOnlyDictionary<string, string> environment) =>
        new([.. environment.GetValueOrDefault(OfSystemd) is { Length: > 0 } folder ? [folder] : Array.Empty<string>(), OfContainers]);

    /// <summary>The file that is meant: as it is named, where it is there or its folder is named, else in the first of these folders that has it.</summary>
    public string Find(string file) =>
        file.Length == 0 || Path.GetFileName(file) != file || File.Exists(file) ? file
            : Folders.Select(f => Path.Combine(f, file)).FirstOrDefault(File.Exists) ?? file;
}
