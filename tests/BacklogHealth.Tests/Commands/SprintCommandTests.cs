using BacklogHealth.Commands;
using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Json;

namespace BacklogHealth.Tests.Commands;

public sealed class SprintCommandTests : IDisposable
{
    private static readonly SprintMoment Now = new("Sprint 12", 14, 0.3, 3, 4, 5, null) { LastDay = new DateOnly(2026, 11, 30) };

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_team_whose_tracker_knows_no_sprint_gets_a_reason()
    {
        Assert.Equal(0, await _program.Run("import", _program.File("dates.txt", "2026-01-01\n"), "--team", "A", "--format", "dates"));

        Assert.Equal(3, await _program.Run("forecast", "sprint", "--as-of", "2026-01-05"));
        Assert.Equal("A: no forecast. The tracker has no sprints for this team. Ask `forecast how-many` instead.\n", _program.Output);
    }

    [Fact]
    public async Task Without_a_sprint_the_json_says_so()
    {
        Assert.Equal(0, await _program.Run("import", _program.File("dates.txt", "2026-01-01\n"), "--team", "A", "--format", "dates"));

        Assert.Equal(3, await _program.Run("forecast", "sprint", "--as-of", "2026-01-05", "--json"));
        Assert.Equal(
            """{"schema":"backlog-health/sprint-forecast/1","team":"A","asOf":"2026-01-05","sprint":null,"enough":false,"reason":"The tracker has no sprints for this team. Ask `forecast how-many` instead."}""" + "\n",
            _program.Output);
    }

    [Fact]
    public void A_forecast_speaks_in_ranges_with_what_it_rests_on()
    {
        var said = new SprintOutlook { Now = Now, LeftOver = [0.40, 0, 0.30, 0.20, 0.10, 0, 0, 0, 0, 0], DoneWithAsMuch = 6, NotDoneWithNoMore = 2, TellLittle = 6 };

        Assert.Equal(
            [
                "Checkout, Sprint 12, to 2026-11-30, 30% of its time passed: 9 of 12 items left",
                "   40%  all of them are done by the end",
                "   50%  at most 2 left over",
                "   85%  at most 3 left over",
                "   95%  at most 4 left over",
                SprintEvidence.Say(said).ToString(),
            ],
            SprintWords.Of("Checkout", said));
    }

    [Fact]
    public void The_json_holds_what_the_words_say()
    {
        var said = new SprintOutlook { Now = Now, LeftOver = [0.40, 0, 0.30, 0.20, 0.10, 0, 0, 0, 0, 0], DoneWithAsMuch = 6, NotDoneWithNoMore = 2, TellLittle = 6 };

        Assert.Equal(
            """{"schema":"backlog-health/sprint-forecast/1","team":"Checkout","asOf":"2026-11-23","sprint":"Sprint 12","lastDay":"2026-11-30","elapsed":0.3,"items":{"done":3,"started":4,"notStarted":5,"pointsLeft":null},"probability":0.4,"leftOver":[{"probability":0.5,"atMost":2},{"probability":0.7,"atMost":2},{"probability":0.85,"atMost":3},{"probability":0.95,"atMost":4}],"evidence":{"comparedBy":"items","doneWithAsMuch":6,"notDoneWithNoMore":2,"tellLittle":6},"enough":true}""",
            JsonWriting.Text(SprintForecastJson.Of("Checkout", new DateOnly(2026, 11, 23), said), indented: false));
    }
}
