using System.CommandLine;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary><c>init</c>: writes the settings file, after asking the tracker what it is and what is in it.</summary>
internal static class InitCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "init", "Writes the settings file: asks for what is missing, and infers project, workflow, fields and time zone from the tracker.",
            "init",
            "init --url https://acme.atlassian.net --user po@acme.example --token-file jira-token.txt --project CHK",
            "init --url https://dev.azure.com/acme --token-file devops-token.txt --project \"Field Service\"",
            "init --url https://dev.azure.com/acme --managed-identity --project \"Field Service\"");
        foreach (var option in InitOptions.All)
        {
            command.Options.Add(option);
        }

        return command.Does(host, Write);
    }

    private static async Task<ExitCode> Write(Call call, CancellationToken cancellation)
    {
        var file = call.ConfigFile;
        if (File.Exists(file) && !call.Get(InitOptions.Force))
        {
            throw UserError.Usage($"{file}: it is there already. Expected no file, so that nothing is lost. Edit it, or add --force to replace it.");
        }

        var ask = new InitQuestions(call);
        var (answers, profile) = await Ask(call, ask, cancellation);
        answers = answers with { TimeZone = Zone(call, ask, answers, profile) };
        foreach (var line in InitFound.Lines(answers.Team(), profile))
        {
            call.Screen.Say(line);
        }

        if (answers.TimeZone.Length == 0)
        {
            call.Screen.Say($"  note: {Zones.Unknown} Add --time-zone, or set the team's TimeZone in {file}.");
        }

        await File.WriteAllTextAsync(file, answers.Document(), cancellation);
        var config = call.Get(SharedOptions.Config) is null ? "" : $" --config {file}";
        call.Screen.Say($"Wrote {file}. Next: `{Product.CommandLine} doctor{config}` tries each permission; `{Product.CommandLine} run{config}` pulls, scores, forecasts and writes the three reports.");
        return ExitCode.Done;
    }

    // At a terminal a slip of the pen costs one answer and not all of them: what was typed is asked for again, what an option said is not.
    private static async Task<(InitAnswers Answers, TrackerProfile Profile)> Ask(Call call, InitQuestions ask, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await new InitPlace(call, ask).Ask(await new InitConnection(call, ask).Ask(cancellation), cancellation);
            }
            catch (Exception e) when (ask.MayRepeat && Faults.Explain(e) is { } known)
            {
                call.Screen.Warn(known.Message);
            }
        }
    }

    // The option's, else what the tracker says; else a person knows, and is most likely where the team is.
    private static string Zone(Call call, InitQuestions ask, InitAnswers answers, TrackerProfile profile)
    {
        if (answers.TimeZone.Length > 0 || profile.TimeZoneId is not null || !call.MayAsk)
        {
            return answers.TimeZone.Length > 0 ? answers.TimeZone : profile.TimeZoneId ?? "";
        }

        return ask.For(InitOptions.TimeZone, "Time zone of the team, which the tracker does not tell", zone => (answers with { TimeZone = zone }).Team(), Zones.NameOf(call.Host.Time.LocalTimeZone));
    }
}
