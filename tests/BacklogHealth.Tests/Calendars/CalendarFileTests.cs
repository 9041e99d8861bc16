using System.Globalization;
using BacklogHealth.Calendars;

namespace BacklogHealth.Tests.Calendars;

public sealed class CalendarFileTests : IDisposable
{
    private static readonly DateOnly From = new(2024, 1, 1);
    private static readonly DateOnly To = new(2028, 1, 1);

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    private static string Event(params string[] lines) => string.Join("\r\n", ["BEGIN:VEVENT", "UID:one", "DTSTAMP:20250101T000000Z", .. lines, "END:VEVENT", ""]);

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Acme//Holidays//EN\r\n{string.Concat(events)}END:VCALENDAR\r\n";

    private string Days(params string[] events) => DaysOf(Calendar(events));

    private string DaysOf(string text) =>
        string.Join(" ", CalendarFile.Read(_program.File("days.ics", text), From, To).Days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private string Fault(string text)
    {
        var file = _program.File("days.ics", text);
        var fault = Assert.Throws<UserError>(() => CalendarFile.Read(file, From, To));
        Assert.Equal(ExitCode.Usage, fault.Code);
        Assert.StartsWith($"{file}: ", fault.Message, StringComparison.Ordinal);
        return fault.Message[$"{file}: ".Length..];
    }

    [Fact]
    public void An_all_day_event_is_a_day_off() => Assert.Equal("2026-12-25", Days(Event("SUMMARY:Christmas Day", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261226")));

    [Fact]
    public void It_is_one_day_where_its_end_is_not_said() => Assert.Equal("2026-12-25", Days(Event("DTSTART;VALUE=DATE:20261225")));

    [Fact]
    public void Of_several_days_the_end_is_the_day_behind() =>
        Assert.Equal("2026-12-30 2026-12-31 2027-01-01", Days(Event("DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270102")));

    [Fact]
    public void A_duration_does_as_well() => Assert.Equal("2026-12-30 2026-12-31", Days(Event("DTSTART;VALUE=DATE:20261230", "DURATION:P2D")));

    [Fact]
    public void Marked_as_free_it_counts_as_well_since_public_holidays_are() => Assert.Equal("2026-12-25", Days(Event("DTSTART;VALUE=DATE:20261225", "TRANSP:TRANSPARENT")));

    [Fact]
    public void Cancelled_it_does_not_count() => Assert.Equal("", Days(Event("DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED")));

    [Fact]
    public void An_event_with_a_time_of_day_does_not_count_whatever_zone_it_names() =>
        Assert.Equal("2026-12-25", Days(Event("DTSTART;TZID=Nowhere/Land:20261224T140000", "RRULE:FREQ=SECONDLY"), Event("DTSTART:20261224T140000Z"), Event("DTSTART;TZID=Nowhere/Land;VALUE=DATE:20261225")));

    [Fact]
    public void A_yearly_event_comes_each_year_but_where_it_is_excepted() =>
        Assert.Equal("2024-12-25 2026-12-25 2027-12-25", Days(Event("DTSTART;VALUE=DATE:19701225", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20251225")));

    [Fact]
    public void A_rule_of_weekdays_is_followed() =>
        Assert.Equal("2024-05-27 2025-05-26 2026-05-25", Days(Event("DTSTART;VALUE=DATE:20200525", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20261231")));

    [Fact]
    public void Named_dates_are_added() => Assert.Equal("2026-05-15 2026-06-05", Days(Event("DTSTART;VALUE=DATE:20260515", "RDATE;VALUE=DATE:20260605")));

    [Fact]
    public void A_day_of_a_series_that_was_moved_stands_where_it_was_moved_to() =>
        Assert.Equal("2024-12-25 2025-12-29 2026-12-25 2027-12-25", Days(Event("DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY"), Event("RECURRENCE-ID;VALUE=DATE:20251225", "DTSTART;VALUE=DATE:20251229")));

    [Fact]
    public void And_one_that_was_called_off_is_none() =>
        Assert.Equal("2024-12-25 2026-12-25 2027-12-25", Days(Event("DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY"), Event("RECURRENCE-ID;VALUE=DATE:20251225", "DTSTART;VALUE=DATE:20251225", "STATUS:CANCELLED")));

    [Fact]
    public void Only_days_asked_for_are_given() => Assert.Equal("2024-01-01 2027-12-31", Days(Event("DTSTART;VALUE=DATE:20231230", "DTEND;VALUE=DATE:20240102"), Event("DTSTART;VALUE=DATE:20271231", "DURATION:P7D")));

    [Fact]
    public void Bare_line_feeds_a_byte_order_mark_and_several_calendars_are_read() =>
        Assert.Equal("2026-12-25 2026-12-26", DaysOf("\uFEFF" + (Calendar(Event("DTSTART;VALUE=DATE:20261225")) + Calendar(Event("DTSTART;VALUE=DATE:20261226"))).Replace("\r\n", "\n", StringComparison.Ordinal)));

    [Fact]
    public void A_calendar_without_days_off_holds_none() => Assert.Equal("", Days());

    [Fact]
    public void A_rule_that_reaches_the_last_year_there_is_ends_there() =>
        Assert.Equal("2026-12-25", Days(Event("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=YEARLY;INTERVAL=2000000000")));

    [Fact]
    public void A_missing_file_is_told()
    {
        var file = Path.Combine(_program.Folder, "nowhere.ics");
        Assert.Equal($"{file}: there is no such file. Expected an iCalendar file (.ics), which begins with BEGIN:VCALENDAR. Correct the path, or leave it out.", Assert.Throws<UserError>(() => CalendarFile.Read(file, From, To)).Message);
    }

    [Fact]
    public void A_folder_is_told() =>
        Assert.Equal($"{_program.Folder}: the calendar file cannot be read. Expected a file that this account may read. Make it readable, or leave it out.", Assert.Throws<UserError>(() => CalendarFile.Read(_program.Folder, From, To)).Message);

    [Fact]
    public void An_empty_file_is_told() => Assert.Equal("found no calendar in it; expected an iCalendar file (.ics), which begins with BEGIN:VCALENDAR. Export or download it again.", Fault(""));

    [Fact]
    public void A_web_page_is_told() => Assert.Equal(
        "found what is no calendar (Could not parse line: '<html><body>Please sign in</body></html>'); expected an iCalendar file (.ics), which begins with BEGIN:VCALENDAR. Export or download it again; what is behind an address that asks for a sign-in is a web page.",
        Fault("<html><body>Please sign in</body></html>"));

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\n")] // cut off
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261399\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=SOMETIMES\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [InlineData("\0\u0001\u0002binary\u00ff")]
    [InlineData("{ \"a\": 1 }")]
    public void What_is_broken_is_told(string text)
    {
        var fault = Fault(text);
        Assert.StartsWith("found what is no calendar (", fault, StringComparison.Ordinal);
        Assert.True(fault.Length < 350 && !fault.Any(char.IsControl), fault);
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_not_read() =>
        Assert.Equal("found more than 5 MB; expected a calendar of days off, which is small. Export the days off alone.", Fault(new string('x', 50 * 1024 * 1024)));

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=MINUTELY;INTERVAL=5")]
    [InlineData("FREQ=HOURLY;COUNT=2")]
    public void An_all_day_event_cannot_come_more_often_than_once_a_day(string rule) => Assert.Equal(
        $"found the all-day event 'Off' of 2026-12-25 with the rule {rule}; expected that an all-day event repeats by day, week, month or year. Correct the event, or take it out.",
        Fault(Calendar(Event("SUMMARY:Off", "DTSTART;VALUE=DATE:20261225", $"RRULE:{rule}"))));

    [Fact]
    public void Nor_be_excepted_by_such_a_rule() => Assert.StartsWith(
        "found the all-day event '' of 2000-01-01 with the rule FREQ=SECONDLY;", Fault(Calendar(Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=YEARLY", "EXRULE:FREQ=SECONDLY"))), StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_meets_no_day_is_told() => Assert.Equal(
        "found the all-day event 'Never' of 2026-02-01 whose days cannot be told, since its rule meets none; expected a day, or a rule that meets one at least once in some years. Correct the event, or take it out.",
        Fault(Calendar(Event("SUMMARY:Never", "DTSTART;VALUE=DATE:20260201", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))));

    [Theory]
    [InlineData("DTEND;VALUE=DATE:20261220")]
    [InlineData("DURATION:-P3D")]
    [InlineData("DURATION:P2000000000D")]
    [InlineData("DTEND:20261226T100000Z")]
    public void An_end_that_cannot_be_is_told(string end) => Assert.StartsWith(
        "found the all-day event 'Off' of 2026-12-25 whose days cannot be told (", Fault(Calendar(Event("SUMMARY:Off", "DTSTART;VALUE=DATE:20261225", end))), StringComparison.Ordinal);

    [Fact]
    public void A_daily_event_is_no_day_off() => Assert.Equal(
        "found 365 days off within the year from 2025-03-03 on; expected at most 183, since a team works for half of a year at least. Take out of the calendar what is no day off of the whole team.",
        Fault(Calendar(Event("SUMMARY:Daily", "DTSTART;VALUE=DATE:20250303", "RRULE:FREQ=DAILY"))));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:16040101", "RRULE:FREQ=DAILY")]
    [InlineData("DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU")]
    public void Dates_without_measure_are_not_followed(string start, string rule) =>
        Assert.Equal("found more than 20000 dates; expected a calendar of days off. Export the days off alone.", Fault(Calendar(Event(start, rule))));

    [Fact]
    public void An_event_of_eight_thousand_years_is_told() => Assert.StartsWith(
        "found 365 days off within the year from 2024-01-01 on;", Fault(Calendar(Event("DTSTART;VALUE=DATE:19000101", "DTEND;VALUE=DATE:99991231"))), StringComparison.Ordinal);
}
