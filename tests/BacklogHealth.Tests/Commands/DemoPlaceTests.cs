using BacklogHealth.Commands;

namespace BacklogHealth.Tests.Commands;

public sealed class DemoPlaceTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Settings_that_no_demo_wrote_are_never_replaced()
    {
        var file = _program.File("appsettings.json", "{ }");

        Assert.Equal(2, await _program.Run("demo", "--out", _program.Folder));
        Assert.Equal($"{file}: found settings that are not the demo's. Expected a new folder, or one that a demo made. Name another with --out.\n", _program.Error);
        Assert.Equal("{ }", await System.IO.File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folder_that_a_demo_made_is_used_again()
    {
        var now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        var first = DemoPlace.At(_program.Folder);
        first.Remember(first.NextVisit(now));
        _program.File("demo.db", "");
        _program.File("appsettings.json", "{ }");

        var second = DemoPlace.At(_program.Folder).NextVisit(now.AddHours(1));

        Assert.Equal(new DateOnly(2026, 3, 2), second.Today);
        Assert.Equal([now.AddHours(1)], second.Mornings);
    }
}
