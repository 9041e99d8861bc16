namespace BacklogHealth.Json;

/// <summary>One stored item in other words: what <c>export</c> tells of it, and what it takes to read it again.</summary>
internal sealed record AnonymousItemJson : ItemJson
{
    /// <summary>The name of its state, as files of items call it.</summary>
    public required string Status { get; init; }

    public string? Resolved { get; init; }

    public string? Resolution { get; init; }

    public string? Priority { get; init; }

    public string? Due { get; init; }

    /// <summary>Its sprints, oldest first, as files of items call them.</summary>
    public required IReadOnlyList<string> Sprint { get; init; }

    public required string Description { get; init; }

    public required string AcceptanceCriteria { get; init; }

    public required bool Flagged { get; init; }

    public required IReadOnlyList<string> FixVersions { get; init; }

    public required IReadOnlyList<AnonymousLinkJson> Links { get; init; }

    public required IReadOnlyList<string> Attachments { get; init; }

    public required IReadOnlyList<AnonymousCommentJson> CommentTexts { get; init; }

    public required IReadOnlyList<AnonymousChangeJson> History { get; init; }

    /// <summary>Ids of the rules that found something in the original; null where it was not scored.</summary>
    public IReadOnlyList<string>? Findings { get; init; }
}

/// <summary>A link to another item.</summary>
internal sealed record AnonymousLinkJson(string Relation, string Key);

/// <summary>A comment, without who wrote it.</summary>
internal sealed record AnonymousCommentJson(string At, string Text);

/// <summary>A change of a field; from and to are null where the field holds texts, or nothing.</summary>
internal sealed record AnonymousChangeJson(string At, string Field, string? From, string? To);
