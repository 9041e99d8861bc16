using System.CommandLine;
using BacklogHealth.Json;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary><c>config show</c>: the merged settings, each with its source, every secret masked.</summary>
internal static class ConfigCommand
{
    public static Command Make(AppHost host)
    {
        var show = new AppCommand("show", "Prints the merged settings with where each value came from, secrets masked.", "config show", "config show --json --config team.json");
        show.Add(SharedOptions.Json);
        show.Does(host, Show);
        return new AppCommand("config", "The settings.", "config show") { show };
    }

    private static ExitCode Show(Call call)
    {
        // Reading checks every value, so that what is shown is what would be used.
        _ = call.Settings;
        var values = Values(call.Merged).ToList();
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, new ConfigJson("backlog-health/config/1", call.ConfigFile, call.Merged.FileFound, values), indented: true);
            return ExitCode.Done;
        }

        if (!call.Merged.FileFound)
        {
            call.Screen.Say($"{call.ConfigFile} is not there: every value is a default or comes from the environment. `{Product.CommandLine} init` makes the file.");
        }

        call.Screen.Table(["Setting", "Value", "From"], values.Select(v => (IReadOnlyList<string>)[v.Path, v.Value, v.From]));
        return ExitCode.Done;
    }

    private static IEnumerable<ConfigValueJson> Values(MergedSettings merged)
    {
        foreach (var given in merged.Given)
        {
            yield return new(given.Path, Masked(SettingsCatalogue.Find(given.Path)!, given.Value), given.From);
        }

        foreach (var setting in SettingsCatalogue.All.Where(s => !s.Path.Contains('*', StringComparison.Ordinal) && s.Default.Length > 0 && merged.At(s.Path) is null))
        {
            yield return new(setting.Path, setting.Default, "default");
        }
    }

    // A secret setting is masked whole; in others a password may stand, as in a connection string.
    private static string Masked(Setting setting, string value) =>
        setting.Secret && value.Length > 0 ? SecretText.Mask : SecretText.Masked(value);
}
