namespace BacklogHealth.Core.Flow;

/// <summary>How many things had happened by the end of each day of a period, those before the period included.</summary>
internal sealed class RunningCount(Period period)
{
    private readonly int[] _onDay = new int[period.Days];

    /// <summary>How many had happened before the period.</summary>
    public int Before { get; private set; }

    public void Add(DateOnly day)
    {
        if (day < period.From)
        {
            Before++;
        }
        else if (day < period.To)
        {
            _onDay[day.DayNumber - period.From.DayNumber]++;
        }
    }

    public IEnumerable<int> AtEndOfDays()
    {
        var sum = Before;
        foreach (var count in _onDay)
        {
            sum += count;
            yield return sum;
        }
    }
}
