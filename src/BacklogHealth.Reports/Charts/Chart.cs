using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Charts;

/// <summary>
/// One chart of the field. It computes nothing: numbers come ready. Its title is the finding where the data bear one, and the neutral name of what is
/// plotted where they do not.
/// </summary>
internal abstract class Chart
{
    /// <summary>Name in JSON.</summary>
    public abstract string Id { get; }

    /// <summary>The question it answers.</summary>
    public abstract Sentence Question { get; }

    /// <summary>How to read it, for who sees one for the first time.</summary>
    public abstract Sentence HowToRead { get; }

    /// <summary>The finding, in one line.</summary>
    public abstract Sentence Title { get; }

    /// <summary>What is plotted, units, n and window.</summary>
    public abstract Sentence Caption { get; }

    /// <summary>The finding and what the picture shows of it, for who cannot see it.</summary>
    public abstract Sentence Alt { get; }

    /// <summary>The numbers behind it.</summary>
    public abstract Table Numbers { get; }

    /// <summary>Why there is nothing to draw, as a sentence; null where there is.</summary>
    public abstract Sentence? TooLittle { get; }

    /// <summary>Draws it.</summary>
    public abstract void Draw(ChartPaper paper);

    /// <summary>
    /// The chart as a block of a report: drawn once, or the sentence that says why not. One that fails while it is drawn leaves its numbers in its place.
    /// </summary>
    public Figure ToFigure(Voice voice)
    {
        if (TooLittle is { } why)
        {
            return new Figure(Id, NeutralTitle, why, Sentence.Join(Question, HowToRead), null, null);
        }

        var drawn = new Lazy<PngForms>(() => ChartImage.Of(this, voice));
        return new Figure(Id, Title, Caption, Sentence.Join(Question, HowToRead), new PngPicture(() => drawn.Value, () => ChartImage.OnPaper(this, voice), Alt), Numbers);
    }

    /// <summary>What is plotted, without a finding.</summary>
    protected abstract Sentence NeutralTitle { get; }
}
