using System.CommandLine;
using BacklogHealth.Core.Flow;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth;

/// <summary>One call of a command: its options, and what it opens on the way. Nothing is opened before it is asked for.</summary>
internal sealed class Call
{
    private readonly Lazy<MergedSettings> _merged;
    private readonly Lazy<AppSettings> _settings;

    /// <summary>Makes one.</summary>
    public Call(AppHost host, ParseResult result)
    {
        Host = host;
        Result = result;
        var color = !result.GetValue(SharedOptions.NoColor) && !host.Variables.ContainsKey("NO_COLOR");
        Screen = new Screen(host.Output, host.Error, host.IsTerminal, result.GetValue(SharedOptions.Quiet), color, result.GetValue(SharedOptions.Verbose));
        var named = result.GetValue(SharedOptions.Config);
        ConfigFile = named ?? "appsettings.json";
        _merged = new(() => MergedSettings.Read(ConfigFile, named is not null, host.Variables));
        _settings = new(() => new SettingsReader(_merged.Value).Read());
    }

    public AppHost Host { get; }

    public ParseResult Result { get; }

    public Screen Screen { get; }

    public string ConfigFile { get; }

    public MergedSettings Merged => _merged.Value;

    public AppSettings Settings => _settings.Value;

    public DateTimeOffset Now => Host.Time.GetUtcNow();

    /// <summary>Whether somebody may be asked.</summary>
    public bool MayAsk => Host.CanAsk && !Result.GetValue(SharedOptions.NoInput);

    public T? Get<T>(Option<T> option) => Result.GetValue(option);

    public T? Get<T>(Argument<T> argument) => Result.GetValue(argument);

    /// <summary>The store that settings name.</summary>
    public Task<BacklogStore> OpenStore(CancellationToken cancellation) =>
        Stores.Open(Settings.Storage, Host.Time, cancellation);

    /// <summary>The teams asked for: of settings, and of the store, which knows imported ones too.</summary>
    /// <exception cref="UserError">A team is asked for that is in neither; or there is none at all.</exception>
    public async Task<IReadOnlyList<Team>> Teams(BacklogStore store, CancellationToken cancellation)
    {
        var teams = await Team.All(Settings, store, cancellation);
        var asked = Get(SharedOptions.Team) ?? [];
        var unknown = asked.FirstOrDefault(a => teams.All(t => !t.Name.Equals(a, StringComparison.OrdinalIgnoreCase)));
        if (unknown is not null)
        {
            var nearest = NearestWord.To(unknown, teams.Select(t => t.Name));
            throw UserError.Usage(teams.Count == 0
                ? $"--team {unknown}: there is no team yet. Expected one in {ConfigFile} or an imported one. Run `{Product.CommandLine} init`, `import` or `demo` first."
                : $"--team {unknown}: there is no such team.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} There are: {string.Join(", ", teams.Select(t => t.Name))}.");
        }

        return asked.Length > 0
            ? [.. teams.Where(t => asked.Contains(t.Name, StringComparer.OrdinalIgnoreCase))]
            : teams.Count > 0 ? teams
            : throw UserError.Usage($"{ConfigFile}: there is no team, and none was imported. Expected at least one under Teams. Run `{Product.CommandLine} init`, `import` or `demo` first.");
    }

    /// <summary>Does something for each team asked for. Each is tried: one that fails must not keep the others from their answer.</summary>
    /// <returns>The first code of 2, 1, 4, 3, 5 that occurred.</returns>
    public async Task<ExitCode> EachTeam(BacklogStore store, Func<Team, Task<ExitCode>> action, CancellationToken cancellation) =>
        await Each(await Teams(store, cancellation), action, cancellation);

    /// <summary>Does something for each of these teams, as <see cref="EachTeam"/> does for those asked for.</summary>
    public async Task<ExitCode> Each(IReadOnlyList<Team> teams, Func<Team, Task<ExitCode>> action, CancellationToken cancellation)
    {
        var codes = new List<ExitCode>();
        foreach (var team in teams)
        {
            codes.Add(await Faults.GuardOne(Host, () => action(team)));
            cancellation.ThrowIfCancellationRequested();
        }

        return ExitCodes.Join(codes);
    }

    /// <summary>The day of <c>--as-of</c>; null for now.</summary>
    /// <exception cref="UserError">The day has not begun anywhere yet.</exception>
    public DateOnly? PastDay => Get(SharedOptions.AsOf) is not { } day ? null
        : day <= DateOnly.FromDateTime(Now.UtcDateTime.AddHours(14)) ? day
        : throw UserError.Usage(FormattableString.Invariant($"--as-of {day:yyyy-MM-dd}: found a day in the future. Expected today or a day before. Leave --as-of out for now."));

    /// <summary>The instant of <c>--as-of</c> for a team: the start of that day in its zone; null for now.</summary>
    public DateTimeOffset? AsOf(TeamCalendar calendar) => PastDay is { } day ? calendar.StartOf(day) : null;
}
