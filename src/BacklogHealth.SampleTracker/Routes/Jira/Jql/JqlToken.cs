namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>Kinds of tokens of a query.</summary>
internal enum JqlTokenKind
{
    Word,
    Quoted,
    Operator,
    Open,
    Close,
    Comma,
    End,
}

/// <summary>A token and where it begins, from 1.</summary>
internal sealed record JqlToken(JqlTokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is this word of the language; a quoted text never is.</summary>
    public bool Is(string word) => Kind is JqlTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
