using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

/// <summary>A week in which nothing happened, told or left out: a real database and a real folder.</summary>
public sealed class QuietWeekCommandTests : IDisposable
{
    private readonly FixedTime _time = new("2026-11-23 06:00");
    private readonly ProgramRun _program;

    public QuietWeekCommandTests() => _program = new ProgramRun { Time = _time }
        .With("BACKLOGHEALTH__Teams__0__Name", "Checkout")
        .With("BACKLOGHEALTH__Subscriptions__0__Name", "weekly").With("BACKLOGHEALTH__Subscriptions__0__SkipQuietWeeks", "true");

    private string Out => Path.Combine(_program.Folder, "share");

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task It_is_told_unless_the_subscription_wants_it_left_out()
    {
        await Import(lastFinished: "2026-10-28");
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal($"weekly: folder to {Out}: left out, since nothing happened in the week before\n", _program.Output);
        Assert.False(Directory.Exists(Out));

        // What was left out stays so, and the next week is told.
        _program.With("BACKLOGHEALTH__Subscriptions__0__SkipQuietWeeks", "false");
        Assert.Equal(0, await _program.Run("deliver", "--json"));
        Assert.Contains("\"state\":\"left-out\"", _program.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
        _time.Now = A.Time("2026-11-30 06:00");
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Single(Directory.GetFiles(Out));
    }

    [Fact]
    public async Task One_finished_item_makes_the_week_worth_telling()
    {
        await Import(lastFinished: "2026-11-19");
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Single(Directory.GetFiles(Out));
    }

    [Fact]
    public async Task Old_data_are_no_quiet_week()
    {
        await Import(lastFinished: "2026-10-28");
        _time.Now = A.Time("2026-12-07 06:00");
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Single(Directory.GetFiles(Out));
    }

    private async Task Import(string lastFinished)
    {
        _program.With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Kind", "folder").With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Path", Out);
        var rows = Enumerable.Range(1, 40).Select(i => FormattableString.Invariant($"CHK-{i},Pay order {i} by invoice,{(i <= 30 ? "Done" : "To Do")},2026-08-{1 + (i % 28):00},{(i == 1 ? lastFinished : i <= 30 ? FormattableString.Invariant($"2026-10-{1 + (i % 28):00}") : "")}"));
        Assert.Equal(0, await _program.Run("import", _program.File("items.csv", $"key,title,status,created,resolved\n{string.Join('\n', rows)}"), "--team", "Checkout"));
    }
}
