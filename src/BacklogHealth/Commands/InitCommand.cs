using System.CommandLine;
using System.Text.Json;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>init</c>: writes the settings file, after asking the tracker what it is.</summary>
internal static class InitCommand
{
    private static readonly Option<string?> Url = new("--url") { Description = "Address of the tracker, for example https://acme.atlassian.net.", HelpName = "URL" };
    private static readonly Option<string?> User = new("--user") { Description = "The e-mail address that the token belongs to.", HelpName = "EMAIL" };
    private static readonly Option<string?> TokenFile = new("--token-file") { Description = "A file whose first line is the API token.", HelpName = "FILE" };
    private static readonly Option<string?> Project = new("--project") { Description = "Key of the team's project.", HelpName = "KEY" };
    private static readonly Option<string?> Board = new("--board") { Description = "Name or id of its board, where there are several.", HelpName = "BOARD" };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the team (default: the project's key).", HelpName = "TEAM" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace a settings file that is there." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "init", "Writes the settings file: asks for what is missing, and infers workflow, sprints and time zone from the tracker.",
            "init", "init --url https://acme.atlassian.net --user po@acme.example --token-file jira-token.txt --project CHK")
        {
            Url, User, TokenFile, Project, Board, Name, Force,
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

        var ask = new Questions(call);
        var url = ask.For(Url, "Address of your Jira Cloud (https://….atlassian.net)");
        var user = ask.For(User, "E-mail address of your account there");
        var tokenFile = ask.For(TokenFile, "File that holds your API token in its first line (it is read, never copied)");
        var project = ask.For(Project, "Key of the team's project, for example CHK");
        var name = call.Get(Name) ?? project;

        var team = Checked(file, url, user, tokenFile, project, call.Get(Board) ?? "", name);
        using var tracker = Trackers.Open(team, call.Host.Time);
        var profile = await call.Screen.Working($"asking {team.Connection!.BaseUrl.Host}", _ => tracker.Describe(cancellation));
        Show(call, team, profile);

        var document = Document(url, user, tokenFile, project, call.Get(Board) ?? "", name, profile.TimeZoneId ?? "");
        await File.WriteAllTextAsync(file, document, cancellation);
        call.Screen.Say($"Wrote {file}. Next: `backlog-health run` pulls, scores, forecasts and writes the three reports.");
        return ExitCode.Done;
    }

    // The same checks as for a file that somebody wrote: there is one reader of settings.
    private static Team Checked(string file, string url, string user, string tokenFile, string project, string board, string name)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["BACKLOGHEALTH__Connections__0__Name"] = "jira",
            ["BACKLOGHEALTH__Connections__0__BaseUrl"] = url,
            ["BACKLOGHEALTH__Connections__0__User"] = user,
            ["BACKLOGHEALTH__Connections__0__TokenFile"] = tokenFile,
            ["BACKLOGHEALTH__Teams__0__Name"] = name,
            ["BACKLOGHEALTH__Teams__0__Project"] = project,
            ["BACKLOGHEALTH__Teams__0__Board"] = board,
        };
        var settings = new SettingsReader(MergedSettings.Read(Path.Combine(Path.GetDirectoryName(file) ?? "", $".{Path.GetFileName(file)}.not-there"), named: false, variables)).Read();
        return new Team(name, settings.Teams[0], settings.Connections[0]);
    }

    private static void Show(Call call, Team team, TrackerProfile profile)
    {
        call.Screen.Say($"Found project {team.Settings.Project}, time zone {profile.TimeZoneId ?? "unknown"}, {profile.Sprints.Length} sprints. Its states, and what they count as:");
        foreach (var meaning in new[] { WorkItemState.NotStarted, WorkItemState.Started, WorkItemState.Finished })
        {
            call.Screen.Say($"  {meaning,-10}  {string.Join(", ", profile.Workflow.States.Where(s => s.State == meaning).Select(s => s.Name))}");
        }

        foreach (var note in profile.Notes)
        {
            call.Screen.Say($"  note: {note}");
        }
    }

    private static string Document(string url, string user, string tokenFile, string project, string board, string name, string zone) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Connections"] = new[] { new { Name = "jira", Kind = "JiraCloud", BaseUrl = url, User = user, TokenFile = tokenFile } },
                ["Teams"] = new[] { new { Name = name, Connection = "jira", Project = project, Board = board, TimeZone = zone } },
            },
            Indented) + "\n";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private sealed class Questions(Call call)
    {
        public string For(Option<string?> option, string question)
        {
            if (call.Get(option) is { Length: > 0 } given)
            {
                return given;
            }

            if (!call.MayAsk)
            {
                throw UserError.Usage($"backlog-health init: {option.Name} is missing, and there is nobody to ask. Expected {char.ToLowerInvariant(question[0])}{question[1..]}. Add {option.Name}.");
            }

            call.Host.Error.Write($"{question}: ");
            var answer = call.Host.Input.ReadLine()?.Trim();
            return string.IsNullOrEmpty(answer)
                ? throw UserError.Usage($"backlog-health init: {option.Name} was left empty. Start again when you have it.")
                : answer;
        }
    }
}
