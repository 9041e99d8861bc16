using BacklogHealth.Core.Health.Duties;

namespace BacklogHealth.Core.Tests.Health.Duties;

public sealed class DutyBookTests
{
    [Fact]
    public void There_are_sixteen_in_their_order() => Assert.Equal(Enumerable.Range(1, 16), DutyBook.All.Select(d => d.Id));

    [Fact]
    public void Each_has_a_name_in_small_letters_and_two_whole_sentences() => Assert.All(DutyBook.All, duty =>
    {
        Assert.Matches("^[a-z][A-Za-z, ]+$", duty.Name.ToString());
        Assert.All([duty.Trap, duty.Avoided], s => Assert.Matches("^[A-Z][^\\n]{20,}\\.$", s.ToString()));
    });

    [Fact]
    public void Without_any_item_each_has_a_reason_and_none_a_number()
    {
        var report = new TestDuty().Report();

        Assert.All(report.Duties, d => Assert.NotEmpty(d.Measures));
        Assert.All(report.Duties.SelectMany(d => d.Measures), m =>
        {
            Assert.Equal((null, false), (m.Value, m.Available));
            Assert.Matches("^[A-Z][^\\n]{5,}\\.$", m.Reason?.ToString());
        });
        Assert.Empty(report.Known);
        Assert.Empty(report.Values);
    }

    [Fact]
    public void No_id_stands_twice_and_each_is_made_of_words()
    {
        var ids = new TestDuty().Report().Duties.SelectMany(d => d.Measures).Select(m => m.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^[a-z]+(-[a-z0-9]+)*$", id));
    }

    [Fact]
    public void Every_duty_lies_in_a_file_of_its_own_and_stands_in_the_book() => Assert.Equal(
        typeof(Duty).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Duty))).Select(t => t.Name).Order(StringComparer.Ordinal),
        DutyBook.All.Select(d => d.GetType().Name).Order(StringComparer.Ordinal));
}
