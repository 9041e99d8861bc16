using System.Collections.Immutable;
using BacklogHealth.Reports;
using BacklogHealth.Scheduling;
using MimeKit;

namespace BacklogHealth.Settings;

/// <summary>Reads one subscription of the settings.</summary>
internal sealed class SubscriptionReader(SettingsValues values, ImmutableArray<TeamSettings> teams, StakeholderScope stakeholdersSee, MailSettings mail, ImmutableArray<string> allowedHosts)
{
    private static readonly string[] Formats = ["html", "pdf", "md", "json", "csv"];

    /// <summary>The subscription at a path; null where it cannot be used, which is told.</summary>
    public SubscriptionSettings? Read(string at)
    {
        var schedule = Schedule.Read(values.Text(at, "Schedule"), Schedule.ForReaders, out var expected);
        if (schedule is null)
        {
            values.Wrong($"{at}:Schedule", $"'{values.Text(at, "Schedule")}'", expected!, "Correct it");
        }

        var zone = values.Zone(at, "TimeZone");
        var channels = values.Below($"{at}:Channels").Select(i => Channel($"{at}:Channels:{i}")).OfType<ChannelSettings>().ToImmutableArray();
        if (values.Below($"{at}:Channels").Count == 0)
        {
            values.Wrong($"{at}:Channels", "nothing", "at least one way that the report goes, as { \"Kind\": \"email\", \"To\": [ \"po@acme.example\" ] }", "Add one");
        }

        var audience = Audience(at);
        return schedule is null ? null : new SubscriptionSettings(values.Needed(at, "Name"), audience, Teams(at), schedule, zone, FormatsOf(at), StakeholdersSee(at), channels)
        {
            SkipQuietWeeks = values.YesOrNo(at, "SkipQuietWeeks"),
        };
    }

    private Audience Audience(string at) => Audiences.Find(values.Text(at, "Audience").ToLowerInvariant())
        ?? values.Wrong(Reports.Audience.Stakeholder, $"{at}:Audience", $"'{values.Text(at, "Audience")}'", $"one of: {string.Join(", ", Audiences.All.Select(Audiences.NameOf))}", "Correct it");

    private ImmutableArray<string> Teams(string at)
    {
        var names = values.List(at, "Teams");
        if (names.FirstOrDefault(n => teams.All(t => !t.Name.Equals(n, StringComparison.Ordinal))) is { } unknown)
        {
            values.Wrong($"{at}:Teams", $"'{unknown}'", teams.IsEmpty ? "the name of a team, and there is none" : $"one of: {string.Join(", ", teams.Select(t => t.Name))}", "Correct the name or add the team");
        }

        return names.IsEmpty ? [.. teams.Select(t => t.Name)] : names;
    }

    private ImmutableArray<string> FormatsOf(string at)
    {
        var wanted = values.List(at, "Formats");
        return wanted.FirstOrDefault(f => !Formats.Contains(f, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? values.Wrong<ImmutableArray<string>>([], $"{at}:Formats", $"'{unknown}'", $"some of: {string.Join(", ", Formats)}", "Correct it")
            : wanted.IsEmpty ? ["html"] : [.. wanted.Select(f => f.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
    }

    private StakeholderScope StakeholdersSee(string at)
    {
        var text = values.Text(at, "StakeholdersSee");
        return text.Length == 0 ? stakeholdersSee
            : Enum.TryParse<StakeholderScope>(text, ignoreCase: true, out var scope) && Enum.IsDefined(scope) && !char.IsDigit(text[0]) ? scope
            : values.Wrong(StakeholderScope.Aggregates, $"{at}:StakeholdersSee", $"'{text}'", "aggregates, goals or items", "Correct it or leave it out");
    }

    private ChannelSettings? Channel(string at)
    {
        switch (values.Text(at, "Kind").ToUpperInvariant())
        {
            case "EMAIL":
                return new ChannelSettings(ChannelKind.Email, To(at));
            case "FOLDER":
                return new ChannelSettings(ChannelKind.Folder, [values.Needed(at, "Path")]);
            case "TEAMS":
                return Web(ChannelKind.Teams, at);
            case "SLACK":
                return Web(ChannelKind.Slack, at);
            case "WEBHOOK":
                return Web(ChannelKind.Webhook, at);
            default:
                values.Wrong($"{at}:Kind", $"'{values.Text(at, "Kind")}'", "email, folder, teams, slack or webhook", "Correct it");
                return null;
        }
    }

    private ChannelSettings Web(ChannelKind kind, string at) =>
        new(kind, []) { Receiver = new ReceiverReader(values, allowedHosts).Read(at, isSigned: kind == ChannelKind.Webhook) };

    private ImmutableArray<string> To(string at)
    {
        var to = values.List(at, "To");
        if (to.IsEmpty)
        {
            values.Wrong($"{at}:To", "nothing", "the addresses of the recipients", "Add one");
        }
        else if (to.FirstOrDefault(a => !IsAddress(a)) is { } wrong)
        {
            values.Wrong($"{at}:To", $"'{wrong}'", "an address as po@acme.example, without a name", "Correct it");
        }
        else if (mail.Host.Length == 0)
        {
            values.Wrong("Mail:Host", "nothing, and a subscription that goes by e-mail", "the name of the mail server", "Add it, or take the channel out");
        }

        return [.. to.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>True for one bare address: no name, no list, nothing that could become a header.</summary>
    public static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var address) && address.Address == text && text.Contains('@', StringComparison.Ordinal) && !text.Any(char.IsControl);
}
