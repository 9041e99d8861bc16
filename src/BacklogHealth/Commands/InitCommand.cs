using System.CommandLine;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>init</c>: writes the settings file, after asking the tracker what it is and what is in it.</summary>
internal static class InitCommand
{
    private static readonly Option<string?> Url = new("--url") { Description = "Address of the tracker, for example https://acme.atlassian.net or https://dev.azure.com/acme.", HelpName = "URL" };
    private static readonly Option<TrackerKind?> Kind = SharedOptions.Word<TrackerKind>("--kind", "JiraCloud, JiraDataCenter or AzureDevOps (default: what answers at the address).", "KIND");
    private static readonly Option<string?> User = new("--user") { Description = "The e-mail address that a Jira Cloud token belongs to; no other kind needs one.", HelpName = "EMAIL" };
    private static readonly Option<string?> TokenFile = new("--token-file") { Description = "A file whose first line is the token.", HelpName = "FILE" };
    private static readonly Option<string?> TenantId = new("--tenant-id") { Description = "Azure DevOps without a token: id of the directory in Microsoft Entra.", HelpName = "ID" };
    private static readonly Option<string?> ClientId = new("--client-id") { Description = "Id of the application in it, or of a user-assigned managed identity.", HelpName = "ID" };
    private static readonly Option<string?> ClientSecretFile = new("--client-secret-file") { Description = "A file whose first line is the application's secret.", HelpName = "FILE" };
    private static readonly Option<string?> ClientCertificateFile = new("--client-certificate-file") { Description = "A file with the application's certificate and private key, in place of a secret.", HelpName = "FILE" };
    private static readonly Option<bool> ManagedIdentity = new("--managed-identity") { Description = "Azure DevOps without a token: be the managed identity of this machine." };
    private static readonly Option<string?> Project = new("--project") { Description = "Key or name of the team's project; in a Jira, a board alone is enough.", HelpName = "PROJECT" };
    private static readonly Option<string?> Board = new("--board") { Description = "Name or id of its board, where there are several; in Azure DevOps, the team.", HelpName = "BOARD" };
    private static readonly Option<string?> AreaPath = new("--area-path") { Description = "Its area path in Azure DevOps.", HelpName = "PATH" };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the team (default: the project).", HelpName = "TEAM" };
    private static readonly Option<string?> Authorities = new("--certificate-authority-file") { Description = "A file with certificates (PEM) of your own authority.", HelpName = "FILE" };
    private static readonly Option<string?> Proxy = new("--proxy") { Description = "Address of the proxy to go through.", HelpName = "URL" };
    private static readonly Option<bool> PlainHttp = new("--allow-plain-http") { Description = "Send the token unencrypted, where nobody else listens on the way." };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace a settings file that is there." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "init", "Writes the settings file: asks for what is missing, and infers project, workflow, fields and time zone from the tracker.",
            "init",
            "init --url https://acme.atlassian.net --user po@acme.example --token-file jira-token.txt --project CHK",
            "init --url https://dev.azure.com/acme --token-file devops-token.txt --project \"Field Service\"",
            "init --url https://dev.azure.com/acme --managed-identity --project \"Field Service\"")
        {
            Url, Kind, User, TokenFile, TenantId, ClientId, ClientSecretFile, ClientCertificateFile, ManagedIdentity, Project, Board, AreaPath, Name, Authorities, Proxy, PlainHttp, Force,
        };
        return command.Does(host, Write);
    }

    private static async Task<ExitCode> Write(Call call, CancellationToken cancellation)
    {
        var file = call.ConfigFile;
        if (File.Exists(file) && !call.Get(Force))
        {
            throw UserError.Usage($"{file}: it is there already. Expected no file, so that nothing is lost. Edit it, or add --force to replace it.");
        }

        var ask = new InitQuestions(call);
        var answers = await Connection(call, ask, cancellation);
        answers = await Place(call, ask, answers, cancellation);
        var team = answers.Team();
        using var tracker = Trackers.Open(team, call.Host.Time);
        var profile = await call.Screen.Working($"asking {team.Connection!.BaseUrl.Host}", _ => tracker.Describe(cancellation));
        Show(call, team, profile);

        await File.WriteAllTextAsync(file, (answers with { TimeZone = profile.TimeZoneId ?? "" }).Document(), cancellation);
        call.Screen.Say($"Wrote {file}. Next: `backlog-health doctor` tries each permission; `backlog-health run` pulls, scores, forecasts and writes the three reports.");
        return ExitCode.Done;
    }

    private static async Task<InitAnswers> Connection(Call call, InitQuestions ask, CancellationToken cancellation)
    {
        var answers = new InitAnswers
        {
            Url = ask.For(Url, "Address of your Jira or Azure DevOps (https://acme.atlassian.net, https://dev.azure.com/acme, or your own server's)"),
            Kind = call.Get(Kind),
            User = call.Get(User) ?? "",
            TokenFile = call.Get(TokenFile) ?? "",
            TenantId = call.Get(TenantId) ?? "",
            ClientId = call.Get(ClientId) ?? "",
            ClientSecretFile = call.Get(ClientSecretFile) ?? "",
            ClientCertificateFile = call.Get(ClientCertificateFile) ?? "",
            ManagedIdentity = call.Get(ManagedIdentity),
            AuthorityFile = call.Get(Authorities) ?? "",
            Proxy = call.Get(Proxy) ?? "",
            PlainHttp = call.Get(PlainHttp),
        };
        answers = WithUser(answers with { Kind = answers.KnownKind }, ask);
        if (answers.ByEntra)
        {
            return answers;
        }

        answers = answers with { TokenFile = ask.For(TokenFile, "File that holds your token in its first line (it is read, never copied)") };
        return answers.Kind is not null
            ? answers
            : WithUser(answers with { Kind = await call.Screen.Working($"asking {answers.Url} what it is", _ => Trackers.KindAt(answers.OfAnyKind(), call.Host.Time, cancellation)) }, ask);
    }

    // No other kind wants one, so nobody is asked for it before it is known.
    private static InitAnswers WithUser(InitAnswers answers, InitQuestions ask) =>
        answers.Kind == TrackerKind.JiraCloud ? answers with { User = ask.For(User, "E-mail address of your account there") } : answers;

    // Without a project, the tracker is asked which there are; but in a Jira a board that was named says by its saved filter which items are the team's.
    private static async Task<InitAnswers> Place(Call call, InitQuestions ask, InitAnswers answers, CancellationToken cancellation)
    {
        answers = answers with { Board = call.Get(Board) ?? "", AreaPath = call.Get(AreaPath) ?? "", Name = call.Get(Name) ?? "", Project = call.Get(Project) ?? "" };
        if (answers.Project.Length > 0 || (answers.Board.Length > 0 && answers.Kind != TrackerKind.AzureDevOps))
        {
            return answers;
        }

        using var tracker = Trackers.LookAround(answers.Connection(), call.Host.Time);
        var places = await call.Screen.Working($"asking {answers.Connection().BaseUrl.Host} for its projects", _ => tracker.Places(cancellation));
        if (places.IsEmpty)
        {
            throw new UserError(ExitCode.Refused, $"backlog-health init: {answers.Url} shows this account no project. Expected at least one. Give the account the right to see the team's project, or name it with --project.");
        }

        var place = ask.Choose(Project, "The team's project", places, p => p.Project == p.Name ? p.Project : $"{p.Project} ({p.Name})", p => [p.Project, p.Name]);
        var board = answers.Board.Length == 0 && answers.AreaPath.Length == 0 && place.Teams.Length > 1 && call.MayAsk
            ? ask.Choose(Board, answers.Kind == TrackerKind.AzureDevOps ? "The team" : "Its board", place.Teams, t => t, t => [t])
            : answers.Board;
        return answers with { Project = place.Project, Board = board };
    }

    private static void Show(Call call, Team team, TrackerProfile profile)
    {
        call.Screen.Say($"Found {Trackers.Source(team)}, time zone {profile.TimeZoneId ?? "unknown"}, {profile.Sprints.Length} sprints. Its states, and what they count as:");
        foreach (var meaning in new[] { WorkItemState.NotStarted, WorkItemState.Started, WorkItemState.Finished })
        {
            call.Screen.Say($"  {meaning,-10}  {string.Join(", ", profile.Workflow.States.Where(s => s.State == meaning).Select(s => s.Name))}");
        }

        foreach (var field in profile.Fields)
        {
            call.Screen.Say($"  field: {FieldWords.Of(field)}");
        }

        foreach (var note in profile.Notes)
        {
            call.Screen.Say($"  note: {note}");
        }
    }
}
