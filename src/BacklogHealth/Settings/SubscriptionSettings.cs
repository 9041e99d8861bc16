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
    ImmutableArray<ChannelSettings> Channels)
{
    /// <summary>True to send nothing after a week in which nothing happened.</summary>
    public bool SkipQuietWeeks { get; init; }
}

/// <summary>The ways a report can go.</summary>
internal enum ChannelKind
{
    /// <summary>By e-mail, one for each recipient.</summary>
    Email,

    /// <summary>Into a folder or share.</summary>
    Folder,

    /// <summary>Into a channel of Microsoft Teams.</summary>
    Teams,

    /// <summary>Into a channel of Slack.</summary>
    Slack,

    /// <summary>As data, to a receiver of one's own.</summary>
    Webhook,
}

/// <summary>One way a report goes.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Recipients">Addresses, or the one folder; none yet where it goes over the web: see <see cref="Delivery.Outgoing.Receivers"/>.</param>
internal sealed record ChannelSettings(ChannelKind Kind, ImmutableArray<string> Recipients)
{
    /// <summary>What dispatches call the way.</summary>
    public string Name => Kind switch { ChannelKind.Email => "email", ChannelKind.Folder => "folder", ChannelKind.Teams => "teams", ChannelKind.Slack => "slack", _ => "webhook" };

    /// <summary>Where it goes over the web; null where it does not.</summary>
    public ReceiverSettings? Receiver { get; init; }
}

/// <summary>Where a report goes over the web.</summary>
/// <param name="At">Path of its settings, for messages.</param>
/// <param name="UrlFile">A file whose first line is the address; empty where <see cref="Url"/> is it.</param>
/// <param name="SecretFile">A file whose first line is the key that signs.</param>
internal sealed record ReceiverSettings(string At, string UrlFile, string SecretFile)
{
    /// <summary>The address, where settings or a variable hold it. It carries its own key.</summary>
    public string Url { get; init; } = "";

    /// <summary>The key that signs, where settings or a variable hold it.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Keeps address and key out of every text made of this record.</summary>
    public override string ToString() => At;
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
