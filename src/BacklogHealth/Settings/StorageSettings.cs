using BacklogHealth.Storage;

namespace BacklogHealth.Settings;

/// <summary>Where data are kept, and for how long what trackers sent.</summary>
/// <param name="Engine">What keeps them.</param>
/// <param name="ConnectionString">The file, or the server and database.</param>
/// <param name="PasswordFile">A file whose first line is the password of the database; empty for none.</param>
/// <param name="KeepPayloadsDays">How many days what trackers sent is kept; 0 for not at all.</param>
internal sealed record StorageSettings(StorageEngine Engine, string ConnectionString, string PasswordFile = "", int KeepPayloadsDays = 365)
{
    /// <summary>The setting that names the database.</summary>
    public const string UsualSetting = "Storage:ConnectionString";

    /// <summary>What faults call the setting that names the database.</summary>
    public string Setting { get; init; } = UsualSetting;

    /// <summary>What faults call the setting that names the file with the password.</summary>
    public string PasswordSetting { get; init; } = "Storage:PasswordFile";

    /// <summary>The database as it may be shown: without a password.</summary>
    public string Shown => SecretText.Masked(ConnectionString);

    /// <summary>Keeps the password out of every text made of this record.</summary>
    public override string ToString() => $"{Engine} ({Shown})";
}
