using System.Globalization;

namespace BacklogHealth.Pulling;

/// <summary>How far a pull is, in words: counts, and how long it will still take once that can be said.</summary>
internal sealed class PullProgress(TimeProvider time, Action<string> tell)
{
    // Before this much time nothing sensible can be said about the rest.
    private static readonly TimeSpan SaysTimeLeftAfter = TimeSpan.FromSeconds(5);

    private long _started;
    private int _toFetch;
    private int _fetched;

    /// <summary>So many items are listed.</summary>
    public void Listed(int items, bool again) => tell(string.Create(CultureInfo.InvariantCulture, $"{items:N0} items listed{(again ? " a second time" : "")}"));

    /// <summary>A delivery's query is being asked.</summary>
    public void Asking(string delivery) => tell($"delivery {delivery}: asking for its items");

    /// <summary>So many of them moved and are to be fetched.</summary>
    public void ToFetch(int items) => (_toFetch, _fetched, _started) = (items, 0, time.GetTimestamp());

    /// <summary>So many more have come.</summary>
    public void Fetched(int items)
    {
        _fetched += items;
        tell(string.Create(CultureInfo.InvariantCulture, $"{_fetched:N0} of {Math.Max(_toFetch, _fetched):N0} items that moved are read{Left(time.GetElapsedTime(_started))}"));
    }

    private string Left(TimeSpan elapsed)
    {
        if (elapsed < SaysTimeLeftAfter || _fetched == 0 || _fetched >= _toFetch)
        {
            return "";
        }

        var left = elapsed * ((double)(_toFetch - _fetched) / _fetched);
        return left.TotalSeconds < 60
            ? ", less than a minute left"
            : string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(left.TotalMinutes):N0} minutes left");
    }
}
