using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>The rules that hit one request, taken together.</summary>
internal sealed class FaultSet(ImmutableArray<FaultRule> rules)
{
    public TimeSpan Delay => rules.Aggregate(TimeSpan.Zero, (sum, rule) => sum + rule.Delay);

    public bool Drop => rules.Any(r => r.Drop);

    public int? CutAfter => rules.Min(r => r.CutAfter);

    public int? BreakOffAfter => rules.Min(r => r.BreakOffAfter);

    public int PageLimit => rules.Min(r => r.PageLimit) ?? int.MaxValue;

    /// <summary>Bytes to which the body is filled up.</summary>
    public int FilledTo => rules.Select(r => r.FilledTo).DefaultIfEmpty(0).Max();

    /// <summary>The answer that takes the route's place; null where the route is to answer.</summary>
    public Answer? Replace(DateTimeOffset now, Func<int, string, Answer> error)
    {
        if (rules.FirstOrDefault(r => r.BombBytes is not null)?.BombBytes is { } blanks)
        {
            return WithHeaders(GzipBomb.Of(blanks), now);
        }

        var rule = rules.FirstOrDefault(r => r.Status is not null);
        if (rule is null)
        {
            return null;
        }

        var status = rule.Status!.Value;
        var answer = rule.Body is { } body
            ? new Answer(status, null, body, rule.ContentType ?? Answer.JsonType)
            : error(status, string.Create(CultureInfo.InvariantCulture, $"The request was answered with status {status}."));
        return WithHeaders(answer, now);
    }

    /// <summary>The route's answer with what the rules do to it.</summary>
    public Answer Reshape(Answer answer, string target, byte[] body, DateTimeOffset now)
    {
        if (answer.Json is JsonObject json && answer.Status == 200)
        {
            foreach (var rule in rules)
            {
                AnswerShape.Change(json, rule, SentToken.Of(target, body));
                NextPage.MoveTo(json, rule.LinkHost);
            }
        }

        return WithHeaders(answer, now);
    }

    private Answer WithHeaders(Answer answer, DateTimeOffset now)
    {
        foreach (var rule in rules)
        {
            answer = rule.Headers.Aggregate(answer, (current, header) => current.With(header.Key, header.Value));
            if (rule.RetryAfterDate is { } wait)
            {
                answer = answer.With("Retry-After", (now + wait).ToString("R", CultureInfo.InvariantCulture));
            }

            if (rule.RateLimitReset is { } reset)
            {
                var at = now + reset;
                answer = answer.With("X-RateLimit-Reset", rule.ResetIsEpoch
                    ? at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                    : at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }
        }

        return answer;
    }
}
