using System.Globalization;

namespace BacklogHealth.Settings;

/// <summary>What a setting holds.</summary>
internal enum SettingKind
{
    /// <summary>Words, an address or a path.</summary>
    Text,

    /// <summary>A number, written with a point.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    YesOrNo,

    /// <summary>A list of words.</summary>
    List,

    /// <summary>Names with a word for each.</summary>
    Map,
}

/// <summary>One setting: its path (<c>*</c> stands for a number in a list), what it holds, its default and what it is for.</summary>
internal sealed record Setting(string Path, SettingKind Kind, string Default, string Help, bool Secret = false);

/// <summary>Every setting there is. The reader refuses what is not in this list, and the settings page is made from it.</summary>
internal static class SettingsCatalogue
{
    /// <summary>All settings in the order of the page.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        new("Storage:Provider", SettingKind.Text, "Sqlite", "Where data are kept: Sqlite, a file beside the program, or Postgres, a server."),
        new("Storage:ConnectionString", SettingKind.Text, "Data Source=backlog-health.db", "The database: a file (a relative path starts at the current folder), or for Postgres Host=db.acme.example;Database=backlog_health;Username=backlog_health."),
        new("Storage:PasswordFile", SettingKind.Text, "", "A file whose first line is the password of the Postgres database."),
        new("Storage:KeepPayloadsDays", SettingKind.Number, "365", "How many days what a tracker sent is kept, compressed, so that a new mapping of fields can be applied without pulling again; 0 keeps nothing."),

        new("Connections:*:Name", SettingKind.Text, "", "What the teams below call this connection."),
        new("Connections:*:Kind", SettingKind.Text, "JiraCloud", "JiraCloud, JiraDataCenter or AzureDevOps (Services and Server)."),
        new("Connections:*:BaseUrl", SettingKind.Text, "", "Address of the tracker's API: https://acme.atlassian.net, or https://api.atlassian.com/ex/jira/ and the site's cloud id for a scoped token; https://jira.acme.example; https://dev.azure.com/acme, with the organisation or collection. Plain http is accepted for this machine only."),
        new("Connections:*:BrowseUrl", SettingKind.Text, "", "Address at which people open items, where it differs from BaseUrl."),
        new("Connections:*:User", SettingKind.Text, "", "The e-mail address that a Jira Cloud token belongs to. Jira Data Center and Azure DevOps take a token alone."),
        new("Connections:*:Token", SettingKind.Text, "", "The API token or personal access token. Better kept out of this file: in TokenFile, or in the variable BACKLOGHEALTH__Connections__0__Token.", Secret: true),
        new("Connections:*:TokenFile", SettingKind.Text, "", "A file whose first line is the token. A second line such as `host acme.atlassian.net` binds it to that host."),
        new("Connections:*:TokenHost", SettingKind.Text, "", "The one host that token or secret are for: with a BaseUrl at another, nothing is sent. As a variable beside a token in a variable, it keeps whoever may change this file from having the token sent elsewhere."),
        new("Connections:*:Entra:TenantId", SettingKind.Text, "", "Azure DevOps without a token: id of the directory in Microsoft Entra."),
        new("Connections:*:Entra:ClientId", SettingKind.Text, "", "Id of the application in it, or of a user-assigned managed identity."),
        new("Connections:*:Entra:ClientSecret", SettingKind.Text, "", "Secret of the application. Better kept out of this file: in ClientSecretFile, or in a variable.", Secret: true),
        new("Connections:*:Entra:ClientSecretFile", SettingKind.Text, "", "A file whose first line is the secret of the application."),
        new("Connections:*:Entra:CertificateFile", SettingKind.Text, "", "A file with certificate and private key of the application, in place of a secret (PEM or PKCS#12)."),
        new("Connections:*:Entra:Authority", SettingKind.Text, "", "Address of the sign-in service, for national clouds."),
        new("Connections:*:Entra:ManagedIdentity", SettingKind.YesOrNo, "false", "true to be the managed identity of this machine: it needs neither secret nor certificate."),
        new("Connections:*:CertificateAuthorityFile", SettingKind.Text, "", "A file with certificates (PEM) of your own authority, trusted for this connection besides the system's."),
        new("Connections:*:Proxy", SettingKind.Text, "", "Address of the proxy to go through, with user and password in it where it asks for them. Without it, what the system says (the variable HTTPS_PROXY)."),
        new("Connections:*:AllowPlainHttp", SettingKind.YesOrNo, "false", "true to send the token unencrypted to the host of BaseUrl, where nobody else listens on the way."),
        new("Connections:*:StoryPointsField", SettingKind.Text, "", "Id of the field that holds the estimate, where the tracker's own settings do not tell."),
        new("Connections:*:AcceptanceCriteriaField", SettingKind.Text, "", "Id of the field that holds acceptance criteria, where it is not found by its name."),
        new("Connections:*:SprintField", SettingKind.Text, "", "Jira: id or name of the field that holds sprints, where it is not found by its kind."),
        new("Connections:*:EpicLinkField", SettingKind.Text, "", "Jira: id or name of the field that holds the epic, where it is not found by its kind."),
        new("Connections:*:RankField", SettingKind.Text, "", "Jira: id or name of the field that holds backlog order, where neither board nor kind tells it."),
        new("Connections:*:FlaggedField", SettingKind.Text, "", "Jira: id or name of the field that flags blocked items, where it is not found by its name."),
        new("Connections:*:TeamField", SettingKind.Text, "", "Jira: id or name of the field that holds the team, where it is not found by its kind."),
        new("Connections:*:MaxWaitSeconds", SettingKind.Number, "120", "How long one run waits when the tracker asks us to slow down, before it stops and goes on next time."),

        new("Teams:*:Name", SettingKind.Text, "", "Name of the team, as reports show it."),
        new("Teams:*:Connection", SettingKind.Text, "", "Name of its connection. May be left out where there is only one."),
        new("Teams:*:Project", SettingKind.Text, "", "Key of its project in Jira, where neither Query nor Board is to say which items are the team's; the project's name in Azure DevOps."),
        new("Teams:*:Board", SettingKind.Text, "", "Name or id of its board in Jira, where the project has several; without Project and Query, the board's saved filter says which items are the team's. In Azure DevOps, name or id of the team."),
        new("Teams:*:AreaPath", SettingKind.Text, "", "Its area path in Azure DevOps, with all below it. Without it, the area paths of the team that Board names, else all of the project."),
        new("Teams:*:Query", SettingKind.Text, "", "The tracker's own query (JQL or WIQL), in place of the whole project."),
        new("Teams:*:StoryPointsField", SettingKind.Text, "", "Id of the field with the estimate, where this team's differs from its connection's."),
        new("Teams:*:AcceptanceCriteriaField", SettingKind.Text, "", "Id of the field with acceptance criteria, where this team's differs from its connection's."),
        new("Teams:*:SprintField", SettingKind.Text, "", "Jira: id or name of the field with sprints, where this team's differs from its connection's."),
        new("Teams:*:EpicLinkField", SettingKind.Text, "", "Jira: id or name of the field with the epic, where this team's differs from its connection's."),
        new("Teams:*:RankField", SettingKind.Text, "", "Jira: id or name of the field with backlog order, where this team's differs from its connection's."),
        new("Teams:*:FlaggedField", SettingKind.Text, "", "Jira: id or name of the field that flags blocked items, where this team's differs from its connection's."),
        new("Teams:*:TeamField", SettingKind.Text, "", "Jira: id or name of the field with the team, where this team's differs from its connection's."),
        new("Teams:*:TimeZone", SettingKind.Text, "", "IANA name of its time zone, for example Europe/Berlin. Without it, the zone of the account; days are counted in it."),
        new("Teams:*:Language", SettingKind.Text, "en", "Language that it writes in, and in which findings are told: de, en. Items in another of these are read in their own."),
        new("Teams:*:Workflow", SettingKind.Map, "", "States that mean something else than the tracker says: name of the state, then NotStarted, Started or Finished."),
        new("Teams:*:DefinitionOfReady", SettingKind.List, "", "What an item meets when it is ready: ids of rules, and fields that are filled (description, acceptanceCriteria, storyPoints, parent, priority, due, fixVersion, labels). Hints never count. Without it: CL001, CL002, CL004, CL006."),
        new("Teams:*:Mutes", SettingKind.List, "", "Findings that this team does not want: the id of a rule, rule and item as CL005:CHK-12, or what the five settings below say."),
        new("Teams:*:Mutes:*:Rule", SettingKind.Text, "", "Id of the muted rule. Without it: every rule."),
        new("Teams:*:Mutes:*:Item", SettingKind.Text, "", "Key of the item for which it is muted. Without it: every item."),
        new("Teams:*:Mutes:*:Label", SettingKind.Text, "", "A label; the rule is muted for items that bear it."),
        new("Teams:*:Mutes:*:Reason", SettingKind.Text, "", "Why, in your own words; `explain` shows it."),
        new("Teams:*:Mutes:*:Until", SettingKind.Text, "", "The last day on which the mute holds, as 2026-06-30. Without it: no end."),
        new("Teams:*:MuteLabelPrefix", SettingKind.Text, "mute-", "A label in the tracker that begins with this mutes the rule whose id follows, for that item: mute-cl005, mute-all. Empty: no label does."),
        new("Teams:*:MinimumSeverity", SettingKind.Text, "info", "The least severity that is shown: info (hints, too), warning or error."),
        new("Teams:*:UserStoryTemplate", SettingKind.YesOrNo, "false", "true where the team writes its stories as “As a … I want … so that …”, so that rules may ask for that form."),
        new("Teams:*:Glossary", SettingKind.List, "", "Abbreviations and names that everybody in the team knows."),
        new("Teams:*:Roles", SettingKind.List, "", "For whom the team works, by the names it uses: buyer, clerk."),
        new("Teams:*:VagueWords", SettingKind.List, "", "Words or phrases to ask about, beside the built-in ones."),
        new("Teams:*:ClearWords", SettingKind.List, "", "Words or phrases that have one meaning in this team and are not vague to it."),
        new("Teams:*:WantedReadyWeeks", SettingKind.Number, "2", "How many weeks of ready work the team wants at the top of its backlog."),
        new("Teams:*:FeaturesAtOnce", SettingKind.Number, "0", "How many features (epics) the team works on at once, the next beginning when one is done. 0: none; it works down its backlog item by item."),
        new("Teams:*:DaysOff", SettingKind.List, "", "Days on which the whole team does not work, besides those of CalendarFiles: 2026-12-24, or the first and the last as 2026-12-24..2027-01-01. Past ones count, too: weeks that were short because of them are not taken for slow ones."),
        new("Teams:*:CalendarFiles", SettingKind.List, "", "Calendar files (iCalendar, .ics) with the holidays of country or company; a relative path starts at the current folder. Each all-day event is a day off of the whole team, whether marked as free or busy, so calendars with absences of single people do not belong here."),

        new("Deliveries:*:Name", SettingKind.Text, "", "Name of the delivery, as reports show it."),
        new("Deliveries:*:Teams", SettingKind.List, "", "The teams that work on it. May be left out where there is only one."),
        new("Deliveries:*:Query", SettingKind.Text, "", "JQL, or for Azure DevOps WIQL or the condition of one, that finds its epics or items; asked at each pull. What it finds outside of the teams' scopes is told and not counted. Items named below belong to it, too."),
        new("Deliveries:*:Items", SettingKind.List, "", "Keys of its epics or items, in place of a query or beside it; an epic stands for everything below it."),
        new("Deliveries:*:Due", SettingKind.Text, "", "The promised day, as 2026-06-30."),
        new("Deliveries:*:Fixed", SettingKind.YesOrNo, "false", "true where the day is a fact, such as a law or a fair."),

        new("Reports:Folder", SettingKind.Text, "reports-out", "Where `report` and `run` write, unless --out says otherwise."),
        new("Reports:Browser", SettingKind.Text, "", "The program of Chromium, Chrome or Edge that prints PDF: a path, or a name on the PATH. Left out, one is looked for on the PATH and in the usual places."),
        new("Reports:StakeholdersSee", SettingKind.Text, "goals", "What the stakeholder's report shows of single things in the tracker: aggregates (numbers and days alone; deliveries keep the names they have here), goals (also names of large pieces of work and of releases) or items (also, closed, what is left of each delivery: titles, where they stand, links). Persons are named in none."),
        new("Goals:From", SettingKind.Text, "hierarchy", "Where goals come from: the hierarchy of items. Not yet used by a report."),

        new("Mail:Host", SettingKind.Text, "", "The mail server that takes reports. Without it, none goes by e-mail."),
        new("Mail:Port", SettingKind.Number, "25", "Its port: 25 inside a network, 587 or 465 where an account is needed."),
        new("Mail:Security", SettingKind.Text, "auto", "How mail travels there: auto (encrypted where the server offers it), starttls (encrypted after the greeting, or not at all), tls (encrypted from the first byte on) or none."),
        new("Mail:From", SettingKind.Text, "", "The address that reports come from; it is also where answers go that ask to get them no longer."),
        new("Mail:User", SettingKind.Text, "", "Account at the mail server; without it, none is used."),
        new("Mail:Password", SettingKind.Text, "", "Its password. Better kept out of this file: in PasswordFile, or in the variable BACKLOGHEALTH__Mail__Password.", Secret: true),
        new("Mail:PasswordFile", SettingKind.Text, "", "A file whose first line is the password of the account."),
        new("Subscriptions:*:Name", SettingKind.Text, "", "Name of the subscription: a report that goes out by itself. Another name makes it another one, which has sent nothing yet."),
        new("Subscriptions:*:Audience", SettingKind.Text, "product-owner", "Whom it is for: product-owner, coach or stakeholder."),
        new("Subscriptions:*:Teams", SettingKind.List, "", "The teams it tells of, in this order; all where it names none."),
        new("Subscriptions:*:Schedule", SettingKind.Text, "0 0 7 ? * MON", "When it is due, as a cron expression with seconds, by the clock on the wall: 0 0 7 ? * MON is Mondays at seven, in summer and in winter. At most once an hour."),
        new("Subscriptions:*:TimeZone", SettingKind.Text, "", "The zone of the schedule, as Europe/Berlin. Without it, that of its first team."),
        new("Subscriptions:*:Formats", SettingKind.List, "html", "The forms in which the whole report goes along: html, pdf, md, json, csv."),
        new("Subscriptions:*:StakeholdersSee", SettingKind.Text, "", "What its readers may see of single things in the tracker, where that is more or less than Reports:StakeholdersSee says: aggregates, goals or items."),
        new("Subscriptions:*:SkipQuietWeeks", SettingKind.YesOrNo, "false", "true to send nothing after seven days in which nothing was created, moved or touched in any of its teams. Without it, such a week is told like any other. Where data are old or not proven whole, the report goes out in any case."),
        new("Subscriptions:*:Channels:*:Kind", SettingKind.Text, "folder", "The way it goes: email, folder, teams, slack or webhook (as data, to a receiver of your own)."),
        new("Subscriptions:*:Channels:*:To", SettingKind.List, "", "Addresses of an email. Each gets one of its own."),
        new("Subscriptions:*:Channels:*:Path", SettingKind.Text, "", "The folder that it is written to. The names of its files tell team, report and day."),
        new("Subscriptions:*:Channels:*:Url", SettingKind.Text, "", "The webhook's address: of a workflow of Teams, of an app of Slack, or your own. Who knows it can write there, so it is better kept out of this file: in UrlFile, or in the variable BACKLOGHEALTH__Subscriptions__0__Channels__0__Url.", Secret: true),
        new("Subscriptions:*:Channels:*:UrlFile", SettingKind.Text, "", "A file whose first line is the webhook's address."),
        new("Subscriptions:*:Channels:*:Secret", SettingKind.Text, "", "The key that signs what a webhook of your own gets. Better kept out of this file: in SecretFile, or in a variable.", Secret: true),
        new("Subscriptions:*:Channels:*:SecretFile", SettingKind.Text, "", "A file whose first line is the key that signs."),

        new("Jobs:Sync:Schedule", SettingKind.Text, "0 0/30 * * * ?", "When `serve` pulls what changed, as a cron expression with seconds, by the clock on the wall; off for never. At most once a minute."),
        new("Jobs:Sync:TimeZone", SettingKind.Text, "", "The zone of this schedule, as Europe/Berlin. Without it, that of the first team."),
        new("Jobs:Sync:Misfire", SettingKind.Text, "once", "What is done about a time that went by while nothing ran: once does the latest one late, skip leaves it out."),
        new("Jobs:Learn:Schedule", SettingKind.Text, "0 0 3 ? * SUN", "When it learns from each team's own items anew, tries that on later ones, and keeps what can be told and what cannot."),
        new("Jobs:Learn:TimeZone", SettingKind.Text, "", "The zone of this schedule, as Europe/Berlin. Without it, that of the first team."),
        new("Jobs:Learn:Misfire", SettingKind.Text, "once", "What is done about a time that went by while nothing ran: once does the latest one late, skip leaves it out."),
        new("Jobs:Score:Schedule", SettingKind.Text, "0 15 4 * * ?", "When it scores and forecasts every team and keeps what it found, for trends and for the record of forecasts."),
        new("Jobs:Score:TimeZone", SettingKind.Text, "", "The zone of this schedule, as Europe/Berlin. Without it, that of the first team."),
        new("Jobs:Score:Misfire", SettingKind.Text, "once", "What is done about a time that went by while nothing ran: once does the latest one late, skip leaves it out."),
        new("Jobs:Promises:Schedule", SettingKind.Text, "0 30 4 * * ?", "When it looks which forecasts of earlier days have come due, and whether they came true."),
        new("Jobs:Promises:TimeZone", SettingKind.Text, "", "The zone of this schedule, as Europe/Berlin. Without it, that of the first team."),
        new("Jobs:Promises:Misfire", SettingKind.Text, "once", "What is done about a time that went by while nothing ran: once does the latest one late, skip leaves it out."),
        new("Jobs:Report:Schedule", SettingKind.Text, "0 0 6 ? * MON", "When it writes the reports of all teams into the folder for reports, and keeps them among the past ones."),
        new("Jobs:Report:TimeZone", SettingKind.Text, "", "The zone of this schedule, as Europe/Berlin. Without it, that of the first team."),
        new("Jobs:Report:Misfire", SettingKind.Text, "once", "What is done about a time that went by while nothing ran: once does the latest one late, skip leaves it out."),
        new("Jobs:Deliver:Schedule", SettingKind.Text, "0 0/5 * * * ?", "When it looks which subscriptions are due, and tries again what could not be sent. Subscriptions have their own schedules."),
        new("Jobs:Deliver:TimeZone", SettingKind.Text, "", "The zone of this schedule, as Europe/Berlin. Without it, that of the first team."),
        new("Jobs:Deliver:Misfire", SettingKind.Text, "once", "What is done about a time that went by while nothing ran: once does the latest one late, skip leaves it out."),
        new("Deliver:AllowedHosts", SettingKind.List, "", "Hosts of webhooks that may be inside of your network or on this machine, and may be called without encryption. All others must be on the open internet and take https."),

        new("Logs:Level", SettingKind.Text, "information", "What `serve` writes to its log: debug, information, warning or error, and all that is worse."),

        new("Serve:Urls", SettingKind.Text, "http://127.0.0.1:5080", "Where `serve` listens; several separated by semicolons. On any address but this machine's own it starts only where Token, TokenFile or OpenIdConnect says who may come in."),
        new("Serve:PublicUrl", SettingKind.Text, "", "The address under which people reach the pages, as https://backlog.acme.example, without a path. With it, mails and chats of subscriptions link the whole report."),
        new("Serve:PastReportsFolder", SettingKind.Text, "", "Where each report that went out is kept. Without it, `past-reports` beside the folder of the reports."),
        new("Serve:KeepPastReportsDays", SettingKind.Number, "400", "How many days they are kept."),
        new("Serve:LinkDays", SettingKind.Number, "30", "How many days a link to a report leads there. Whoever has the link needs no login until then."),
        new("Serve:LinkKeyFile", SettingKind.Text, "", "The file with the key that signs links and logins; it is made where it is missing. Without it, `backlog-health.key` beside the database, or beside the settings where that is on a server. Another key ends all links and logins."),
        new("Serve:LinkKey", SettingKind.Text, "", "The key itself, 32 bytes or more as base64, where several nodes share one. Better kept out of this file: in the variable BACKLOGHEALTH__Serve__LinkKey.", Secret: true),
        new("Serve:StaleHours", SettingKind.Number, "26", "After how many hours without proof that everything is stored /health/ready calls a team stale."),
        new("Serve:Token", SettingKind.Text, "", "What lets people and programs in: at least 32 characters. Better kept out of this file: in TokenFile, or in the variable BACKLOGHEALTH__Serve__Token.", Secret: true),
        new("Serve:TokenFile", SettingKind.Text, "", "A file whose first line is that token."),
        new("Serve:TrustedProxies", SettingKind.List, "", "Addresses of proxies before `serve`, as 10.0.0.5: what they say of where a request comes from counts. Without them, no such header does."),
        new("Serve:OpenIdConnect:Authority", SettingKind.Text, "", "The provider that signs people in, as https://login.microsoftonline.com/ and your tenant's id and /v2.0. At the provider, register /signin-oidc below PublicUrl as where people come back to."),
        new("Serve:OpenIdConnect:ClientId", SettingKind.Text, "", "What the provider calls this program."),
        new("Serve:OpenIdConnect:ClientSecret", SettingKind.Text, "", "The secret that goes with it. Better kept out of this file: in ClientSecretFile, or in a variable.", Secret: true),
        new("Serve:OpenIdConnect:ClientSecretFile", SettingKind.Text, "", "A file whose first line is that secret."),
        new("Serve:OpenIdConnect:AllowedDomains", SettingKind.List, "", "Domains of e-mail addresses that are let in, as acme.example. Without them, whoever the provider lets in."),
        new("Serve:OpenIdConnect:RequiredClaim", SettingKind.Text, "", "What the provider must say of whom is let in, as groups=backlog."),
    ];

    /// <summary>The setting that a path of the merged configuration belongs to; null where there is none.</summary>
    /// <param name="path">For example <c>Teams:0:DefinitionOfReady:2</c>.</param>
    public static Setting? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split(':');
        return All.FirstOrDefault(s => Matches(s, parts));
    }

    private static bool Matches(Setting setting, string[] parts)
    {
        var pattern = setting.Path.Split(':');
        var extra = parts.Length - pattern.Length;
        if (extra != 0 && !(extra == 1 && setting.Kind is SettingKind.List or SettingKind.Map))
        {
            return false;
        }

        for (var i = 0; i < pattern.Length && i < parts.Length; i++)
        {
            var same = pattern[i] == "*" ? int.TryParse(parts[i], CultureInfo.InvariantCulture, out _) : pattern[i].Equals(parts[i], StringComparison.OrdinalIgnoreCase);
            if (!same)
            {
                return false;
            }
        }

        return extra != 1 || setting.Kind == SettingKind.Map || int.TryParse(parts[^1], CultureInfo.InvariantCulture, out _);
    }
}
