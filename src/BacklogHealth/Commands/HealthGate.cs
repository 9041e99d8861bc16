using System.Globalization;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Commands;

/// <summary>A gate for scripts: the median of a score must not be lower than a number.</summary>
internal sealed record HealthGate(string Score, int AtLeast)
{
    /// <summary>Reads <c>clarity=60</c> or <c>slicing=70</c>; null for null.</summary>
    public static HealthGate? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split('=');
        return parts.Length == 2 && parts[0] is "clarity" or "slicing" && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 100
            ? new HealthGate(parts[0], n)
            : throw UserError.Usage($"--fail-below: found '{text}'; expected clarity=N or slicing=N with N from 0 to 100, for example clarity=60. Correct it.");
    }

    /// <summary>6 where the median of the scored open items is lower, or where nothing was scored.</summary>
    public ExitCode Check(TeamHealth health, Screen screen)
    {
        if (MedianScore.Of(health.Open, Score == "clarity" ? Core.Scoring.Score.Clarity : Core.Scoring.Score.Slicing) is not { } median)
        {
            screen.Warn($"{health.Team}: the gate {Score}={AtLeast} is not met: no open item could be scored.");
            return ExitCode.GateNotMet;
        }

        if (median >= AtLeast)
        {
            return ExitCode.Done;
        }

        screen.Warn(string.Create(CultureInfo.InvariantCulture, $"{health.Team}: the gate {Score}={AtLeast} is not met: the median of the open items, epics left out, is {median:0.#}."));
        return ExitCode.GateNotMet;
    }
}
