using System.Globalization;
using System.Text;

namespace BacklogHealth.Settings;

/// <summary>The page of all settings, made from the one list.</summary>
internal static class SettingsPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder("# Settings\n\nMade from the program's own list. `*` stands for a number in a list: `Teams:0:Name` is the first team's name, and `BACKLOGHEALTH__Teams__0__Name` the variable for it. The file of a secret may be named by its name alone: it is looked for in the current folder, in that of systemd's credentials (`$CREDENTIALS_DIRECTORY`) and in `/run/secrets`.\n");
        foreach (var section in SettingsCatalogue.All.GroupBy(s => s.Path.Split(':')[0], StringComparer.Ordinal))
        {
            page.Append("\n## ").Append(section.Key).Append("\n\n| setting | holds | default | what it is for |\n|---|---|---|---|\n");
            foreach (var setting in section)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{setting.Path}` | {Holds(setting)} | {(setting.Default.Length == 0 ? "" : $"`{setting.Default}`")} | {setting.Help.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Holds(Setting setting) => setting.Kind switch
    {
        SettingKind.Number => "number",
        SettingKind.YesOrNo => "true or false",
        SettingKind.List => "list",
        SettingKind.Map => "names with a word each",
        _ => setting.Secret ? "text, secret" : "text",
    };
}
