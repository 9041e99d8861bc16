using System.Text.Json;
using System.Text.Json.Nodes;
using BacklogHealth.Acceptance.Sync;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>A backlog in which every name and every text is an attack on the page that shows it, or on its layout.</summary>
internal static class HostileBacklog
{
    /// <summary>What an attack leaves where it ran: another title of the page.</summary>
    public const string Hit = "document.title='owned'";

    /// <summary>Markup, links and scripts, as they stand in titles and descriptions.</summary>
    public static readonly string[] Markup =
    [
        $"<script>{Hit}</script>",
        $"</script><script>{Hit}</script>",
        $"<img src=x onerror=\"{Hit}\">",
        "<img src=https://evil.example/pixel.png>",
        $"<svg onload=\"{Hit}\"><a href=\"javascript:{Hit}\"><text>here</text></a></svg>",
        "\"><iframe src=https://evil.example/></iframe><base href=https://evil.example/>",
        $"' onmouseover='{Hit}' autofocus onfocus='{Hit}' x='",
        "</style><style>*{display:none}</style><link rel=stylesheet href=https://evil.example/x.css>",
        $"[click](javascript:{Hit}) ![x](https://evil.example/x.png)",
        $"&lt;script&gt;{Hit}&lt;/script&gt;",
        "</td></tr></table></main><form action=https://evil.example/><button>Log in</button></form>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
        $"{{{{constructor.constructor('{Hit}')()}}}} ${{{Hit}}}",
        "<!-- hidden --> <details open ontoggle=alert(1)> <math><mtext><style><img src=x onerror=alert(2)>",
    ];

    /// <summary>Names that strain a layout.</summary>
    public static readonly string[] Long =
    [
        new('W', 255),
        string.Concat(Enumerable.Repeat("مرحبا", 51)),
        "\u202E\u2067" + string.Concat(Enumerable.Repeat("שלום", 60)) + " turned",
        string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 23)),
        "Z" + new string('\u0335', 120) + new string('\u030D', 120) + " algo",
        new string('\u200B', 200) + "invisible" + new string('\u00AD', 40),
        "東京都" + new string('字', 250),
        "a/b\\c_d-e.f:" + new string('=', 240),
    ];

    private static readonly string[] All = [.. Markup, .. Long];

    /// <summary>Pulls such a backlog and makes its reports; gives their folder.</summary>
    public static async Task<SyncedSample> Reported(SampleTrackerKind kind)
    {
        var sample = await SyncedSample.Start(kind, whole: true, edit: b => b with { Projects = b.Projects.SetItem(0, Hostile(b.Projects[0])) });
        await sample.Configure((_, team) => team["Name"] = $"<b onclick=\"{Hit}\">Team</b> {new string('T', 200)}");
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(sample.ConfigFile))!;
        settings["Deliveries"] = new JsonArray(
            new JsonObject { ["Name"] = $"<img src=x onerror={Hit}> {new string('D', 255)}", ["Items"] = Epics(sample), ["Due"] = "2027-01-06" });
        await File.WriteAllTextAsync(sample.ConfigFile, settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var (code, _) = await sample.Run("report", "all", "--format", "html,md,json", "--out", Path.Combine(sample.Folder, "reports"));
        Assert.True(code == 0, sample.Told);
        return sample;
    }

    private static JsonArray Epics(SyncedSample sample) => [.. sample.Project.Items.Where(i => i.Type == "Epic" && i.Resolution is null).Take(2).Select(i => JsonValue.Create(i.Key))];

    private static SampleProject Hostile(SampleProject project) => project with
    {
        Statuses = [.. project.Statuses.Select((s, n) => s with { Name = $"{s.Name} {All[n % All.Length]}" })],
        Sprints = [.. project.Sprints.Select((s, n) => s with { Name = $"{All[n % All.Length]} {s.Id}", Goal = Markup[n % Markup.Length] })],
        Items =
        [
            .. project.Items.Select((item, n) => item with
            {
                // Every other one keeps a verb in front, since a rule would else find the same of all.
                Title = n % 2 == 0 ? All[n / 2 % All.Length] : $"Show {All[n / 2 % All.Length]}",
                Description = n % 3 == 0 ? item.Description : SampleText.Of($"It is TBD {All[n % All.Length]} and user-friendly.", $"Acceptance criteria: {All[(n + 1) % All.Length]}"),
                Labels = [.. item.Labels, $"l{n}\"><script>{Hit}</script>".Replace(' ', '-')],
                RawFields = n % 40 == 7 ? item.RawFields.SetItem("summary", "\"Half a \\ud83d pair and \\udc00 another\"").SetItem("System.Title", "\"Half a \\ud83d pair and \\udc00 another\"") : item.RawFields,
            }),
        ],
    };
}
