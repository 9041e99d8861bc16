namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>Backlog order as a number.</summary>
internal static class AzureRank
{
    /// <summary>The number in the middle of a rank in Jira's shape (<c>0|i00007:</c>), in the same order: the smaller, the higher.</summary>
    public static double Number(string rank)
    {
        var from = rank.IndexOf('|', StringComparison.Ordinal) + 1;
        var (number, share) = (0.0, 1.0);
        foreach (var c in rank.AsSpan(from))
        {
            if (c == ':')
            {
                share = 1.0 / 36;
                continue;
            }

            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetterLower(c) ? c - 'a' + 10 : 0;
            (number, share) = share < 1 ? (number + (digit * share), share / 36) : ((number * 36) + digit, share);
        }

        return number;
    }
}
