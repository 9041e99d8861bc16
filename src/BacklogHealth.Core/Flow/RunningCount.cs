namespace BacklogHealth.Core.Flow;

/// <summary>How many things had happened by the end of each day of a period, those before the period included.</summary>
internal sealed class RunningCount(Period period)
{
    private readonly int[] _onDay = new int[period.Days];
    private int _before;

    public void Add(DateOnly day)
    {
        if (day < period.From)
        {
            _before++;
        }
        else if (day < period.To)
        {
            _onDay[day.DayNumber - period.From.DayNumber]++;
        }
    }

    public IEnumerable<int> AtEndOfDays()
    {
        var sum = _before;
        foreach (var count in _onDay)
        {
            sum += count;
            yield return sum;
        }
    }
}
