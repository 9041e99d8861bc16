using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>What nobody has answered yet: placeholders, questions in texts and comments, mentions without a reply.</summary>
internal sealed class OpenQuestions : Duty
{
    private static readonly string[] Rules = ["CL006", "RD004", "RD005", "RD006"];

    public override int Id => 5;

    public override Sentence Name => $"open questions";

    public override Sentence Trap => $"A question mark may be rhetoric, part of an address, of code or of a quotation, and an answer may have been given by word of mouth.";

    public override Sentence Avoided => $"Addresses, code and quotations are not read, and what was answered by a later comment or a changed text counts as answered.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return RuleMeasure.Count(data, "open-questions", $"open items with a question that nobody has answered", data.Open, $"open items", Rules);
        yield return RuleMeasure.Count(data, "open-questions-next", $"such items among those likely to be pulled next", data.Next, $"items likely to be pulled next", Rules);
        yield return RuleMeasure.Oldest(data, "oldest-question", $"age of the oldest open question", data.Open, $"open items with a question", Rules);
    }
}
