using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>A script while it runs: counts the requests and says what happens to each.</summary>
internal sealed class FaultPlan(FaultScript script)
{
    private readonly Lock gate = new();
    private readonly int[] occurrences = new int[script.Rules.Length];
    private int requests;

    public FaultSet For(string method, string target, string body)
    {
        lock (gate)
        {
            var hits = ImmutableArray.CreateBuilder<FaultRule>();
            for (var i = 0; i < occurrences.Length; i++)
            {
                var rule = script.Rules[i];
                if (requests >= rule.AfterRequests && rule.Matches(method, target, body) && rule.Hits(++occurrences[i]))
                {
                    hits.Add(rule);
                }
            }

            requests++;
            return new FaultSet(hits.ToImmutable());
        }
    }
}
