namespace BacklogHealth.SampleTracker;

/// <summary>What sets one Azure DevOps apart from another.</summary>
public sealed record AzureDevOpsOptions
{
    /// <summary>The process of its projects: it decides on types and fields.</summary>
    public AzureProcess Process { get; init; } = AzureProcess.Agile;

    /// <summary>The highest version of the interface that it serves: 7.2 or 7.1 for the service, 7.0 or 6.0 for older servers. A higher one is refused.</summary>
    public string HighestApiVersion { get; init; } = "7.1";

    /// <summary>What wrong credentials are answered.</summary>
    public AzureSignIn SignIn { get; init; } = AzureSignIn.Page;

    /// <summary>Whether texts are in Markdown; else they are HTML.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>The most ids that a query may find.</summary>
    public int QueryLimit { get; init; } = 20_000;

    /// <summary>The most updates of one item that can be read.</summary>
    public int UpdateLimit { get; init; } = 10_000;
}

/// <summary>The processes that projects of Azure DevOps begin with.</summary>
public enum AzureProcess
{
    /// <summary>User stories with story points.</summary>
    Agile,

    /// <summary>Product backlog items with effort.</summary>
    Scrum,

    /// <summary>Requirements with size.</summary>
    Cmmi,

    /// <summary>Issues with effort, bugs among them.</summary>
    Basic,
}

/// <summary>Ways of Azure DevOps to say that credentials are wrong.</summary>
public enum AzureSignIn
{
    /// <summary>A page to sign in, with status 203.</summary>
    Page,

    /// <summary>A redirect (302) to a page on another host.</summary>
    Redirect,

    /// <summary>Status 401, as a server on premises does.</summary>
    Unauthorized,
}
