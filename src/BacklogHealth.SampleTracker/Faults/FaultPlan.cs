using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Faults;

/// <summary>A script while it runs: counts the requests and says what happens to each.</summary>
internal sealed class FaultPlan(FaultScript script)
{
    private readonly Lock _gate = new();
    private readonly int[] _occurrences = new int[script.Rules.Length];
    private int _requests;

    public FaultSet For(string method, string target, string body)
    {
        lock (_gate)
        {
            var hits = ImmutableArray.CreateBuilder<FaultRule>();
            for (var i = 0; i < _occurrences.Length; i++)
            {
                var rule = script.Rules[i];
                if (_requests >= rule.AfterRequests && rule.Matches(method, target, body) && rule.Hits(++_occurrences[i]))
                {
                    hits.Add(rule);
                }
            }

            _requests++;
            return new FaultSet(hits.ToImmutable());
        }
    }
}
