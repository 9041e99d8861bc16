using System.Collections.Immutable;
using BacklogHealth.Reports;
using BacklogHealth.Scheduling;

namespace BacklogHealth.Settings;

/// <summary>A report that somebody gets by itself.</summary>
/// <param name="Name">Its name, which tells its dispatches from others.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Teams">The teams it tells of, in this order; all where settings name none.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="TimeZone">The zone of the schedule; null for that of its first team.</param>
/// <param name="Formats">The forms in which the whole report goes along: html, pdf, md, json, csv.</param>
/// <param name="StakeholdersSee">What a stakeholder's report may show of single things in the tracker.</param>
/// <param name="Channels">The ways it goes.</param>
internal sealed record SubscriptionSettings(
    string Name, Audience Audience, ImmutableArray<string> Teams, Schedule Schedule, TimeZoneInfo? TimeZone, ImmutableArray<string> Formats, StakeholderScope StakeholdersSee,
    ImmutableArray<ChannelSettings> Channels);

/// <summary>The ways a report can go.</summary>
internal enum ChannelKind
{
    /// <summary>By e-mail, one for each recipient.</summary>
    Email,

    /// <summary>Into a folder or share.</summary>
    Folder,
}

/// <summary>One way a report goes.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Recipients">Addresses, or the one folder.</param>
internal sealed record ChannelSettings(ChannelKind Kind, ImmutableArray<string> Recipients)
{
    /// <summary>What dispatches call the way.</summary>
    public string Name => Kind switch { ChannelKind.Email => "email", _ => "folder" };
}

/// <summary>How mail travels to the mail server.</summary>
internal enum MailSecurity
{
    /// <summary>Encrypted wherever the server offers it.</summary>
    Auto,

    /// <summary>Encrypted after the greeting, or not at all.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte on.</summary>
    Tls,

    /// <summary>In the clear; only where no account is named, or on this machine.</summary>
    None,
}

/// <summary>The mail server.</summary>
/// <param name="Host">Its name; empty where there is none.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The sender of reports.</param>
/// <param name="User">The account; empty for none.</param>
/// <param name="PasswordFile">A file whose first line is its password.</param>
/// <param name="Security">How mail travels there.</param>
internal sealed record MailSettings(string Host, int Port, string From, string User, string PasswordFile, MailSecurity Security)
{
    /// <summary>No mail server.</summary>
    public static MailSettings None { get; } = new("", 25, "", "", "", MailSecurity.Auto);

    /// <summary>The password, where settings or a variable hold it.</summary>
    public string Password { get; init; } = "";

    /// <summary>Keeps the password out of every text made of this record.</summary>
    public override string ToString() => FormattableString.Invariant($"{Host}:{Port}");
}
