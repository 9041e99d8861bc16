using System.Globalization;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Settings;

namespace BacklogHealth.Running;

/// <summary>
/// What a machine must have before a program that runs by itself may start: without time zones a report would come at the wrong hour, and without fonts its charts would be
/// mute, and nobody would be there to see it.
/// </summary>
internal static class StartChecks
{
    /// <summary>All of them.</summary>
    /// <exception cref="UserError">Something is missing: each in a sentence, one a line, with what to do.</exception>
    public static void Run()
    {
        var missing = new List<string>();
        foreach (var check in new Func<string>[] { TimeZones, Languages, Fonts })
        {
            try
            {
                check();
            }
            catch (UserError e)
            {
                missing.Add(e.Message);
            }
        }

        if (missing.Count > 0)
        {
            throw new UserError(ExitCode.Failed, string.Join('\n', missing.Select(m => $"this machine: {m}")));
        }
    }

    /// <summary>Looks for the data of time zones.</summary>
    /// <exception cref="UserError">There are none, or they know no summer.</exception>
    public static string TimeZones() => Zones.Find("Europe/Berlin") is { SupportsDaylightSavingTime: true } zone
        ? $"{zone.Id} is known"
        : throw new UserError(ExitCode.Usage, "Europe/Berlin is unknown here. Install the time zone data of the system (package tzdata).");

    /// <summary>Looks for the data of languages, by which texts are compared and cut into letters.</summary>
    /// <exception cref="UserError">They are switched off.</exception>
    public static string Languages()
    {
        try
        {
            var month = CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.GetMonthName(3);
            return month == "März" ? "languages are known" : throw NoLanguages();
        }
        catch (CultureNotFoundException)
        {
            throw NoLanguages();
        }
    }

    /// <summary>Draws a chart with the font of the program.</summary>
    /// <exception cref="UserError">It has no text.</exception>
    public static string Fonts() => ChartSelfTest.HasText()
        ? "a chart was drawn, and it has text"
        : throw new UserError(ExitCode.Failed, "a chart was drawn without text. The font files beside the program are missing: install it anew.");

    private static UserError NoLanguages() =>
        new(ExitCode.Failed, "the language data of the system are missing or switched off. Install them (package libicu, in Alpine icu-libs and icu-data-full), and take the variable DOTNET_SYSTEM_GLOBALIZATION_INVARIANT away.");
}
