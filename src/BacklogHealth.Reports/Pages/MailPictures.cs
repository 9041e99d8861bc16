namespace BacklogHealth.Reports.Pages;

/// <summary>Draws the pictures of one mail, and counts them.</summary>
/// <param name="most">Most pictures of one report.</param>
internal sealed class MailPictures(int most)
{
    /// <summary>Most pictures of one mail: more are not looked at, and weigh.</summary>
    private const int Most = 3;

    private int _all, _ofReport;

    /// <summary>For what cannot show any.</summary>
    public static MailPictures None => new(0);

    /// <summary>For a mail of so many reports: each has as many pictures as any other.</summary>
    public static MailPictures For(int reports) => new(Most / reports);

    /// <summary>The next report begins.</summary>
    public MailPictures Next()
    {
        _ofReport = 0;
        return this;
    }

    /// <summary>The chart; null where there are enough, or where it could not be drawn, for whatever reason: its title says what it would show.</summary>
    public MailPicture? Draw(PngPicture chart)
    {
        if (_ofReport >= most)
        {
            return null;
        }

        try
        {
            var png = chart.DrawOnPaper();
            (_all, _ofReport) = (_all + 1, _ofReport + 1);
            return new MailPicture($"picture-{_all}@backlog-health", png.Bytes, png.Width, png.Height);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
