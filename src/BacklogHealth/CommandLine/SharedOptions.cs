using System.CommandLine;
using System.Globalization;

namespace BacklogHealth;

/// <summary>Options that several commands have; one object each, so that they mean the same everywhere.</summary>
internal static class SharedOptions
{
    /// <summary>Options that every command has, before or after its name.</summary>
    public static IReadOnlyList<Option> Everywhere => [Config, Quiet, Verbose, NoColor, NoInput];

    public static readonly Option<string?> Config = new("--config") { Description = "Settings file (default: appsettings.json).", HelpName = "FILE", Recursive = true };
    public static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Only errors.", Recursive = true };
    public static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Say more: what a pull cost, what a file left open.", Recursive = true };
    public static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours; NO_COLOR does the same.", Recursive = true };
    public static readonly Option<bool> NoInput = new("--no-input") { Description = "Ask nothing.", Recursive = true };

    public static readonly Option<string[]> Team = new("--team") { Description = "Name of a team (default: all teams).", HelpName = "TEAM" };
    public static readonly Option<DateOnly?> AsOf = Day("--as-of", "Rebuild the state of the start of that day from history (default: now).");
    public static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };
    public static readonly Option<bool> JsonLines = new("--jsonl") { Description = "Print JSON lines." };

    /// <summary>An option that takes a day as 2026-06-30.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = argument =>
        {
            if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            argument.AddError($"{name}: found '{argument.Tokens[0].Value}'; expected a day as 2026-06-30. Write it year first.");
            return null;
        },
    };

    /// <summary>An option that takes a whole number within bounds.</summary>
    public static Option<int?> Whole(string name, string description, string helpName, int from, int to) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            {
                return number;
            }

            argument.AddError(FormattableString.Invariant($"{name}: found '{argument.Tokens[0].Value}'; expected a whole number from {from} to {to}. Correct it."));
            return null;
        },
    };

    /// <summary>An option that takes one of a few words, whatever their case.</summary>
    public static Option<T?> Word<T>(string name, string description, string helpName)
        where T : struct, Enum => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = argument =>
            {
                if (Enum.GetNames<T>().FirstOrDefault(n => n.Equals(argument.Tokens[0].Value, StringComparison.OrdinalIgnoreCase)) is { } word)
                {
                    return Enum.Parse<T>(word);
                }

                argument.AddError($"{name}: found '{argument.Tokens[0].Value}'; expected one of {string.Join(", ", Enum.GetNames<T>())}. Correct the spelling.");
                return null;
            },
        };
}
