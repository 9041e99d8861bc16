using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Everything in which the kinds of Jira differ: names, texts, people, and how the scope is listed and items are fetched. All else is one.</summary>
internal abstract class JiraDialect
{
    /// <summary>What sentences call it.</summary>
    public abstract string Product { get; }

    /// <summary>What settings call it.</summary>
    public abstract string Kind { get; }

    /// <summary>An address such as it has.</summary>
    public abstract string ExampleAddress { get; }

    /// <summary>Where the paths of its main interface begin.</summary>
    public abstract string Api { get; }

    /// <summary>What credentials it takes, as the end of "Expected …".</summary>
    public abstract string Credentials { get; }

    /// <summary>How many items one fetch takes.</summary>
    public abstract int FetchSize { get; }

    /// <summary>The dialect of a kind of Jira.</summary>
    public static JiraDialect Of(JiraDeployment deployment) => deployment == JiraDeployment.Cloud ? JiraCloud.Instance : JiraDataCenter.Instance;

    /// <summary>True where <c>serverInfo</c> names this kind.</summary>
    public abstract bool IsDeployment(string deploymentType);

    /// <summary>The id of an account; null where it has none, as nobody's has.</summary>
    public abstract string? AccountOf(JsonElement? account);

    /// <summary>An account's id as histories write it, made opaque where it may be a person's name. Made opaque already, it stays.</summary>
    public abstract string Opaque(string id);

    /// <summary>Path of a page that tells who wrote an item, with the places of <see cref="TrackerProfile.AuthorUrl"/>.</summary>
    public abstract string AuthorPage { get; }

    /// <summary>A text that a field holds as a string.</summary>
    public abstract StructuredText Words(string text);

    /// <summary>Lists the scope.</summary>
    public abstract IAsyncEnumerable<CensusPage> List(JiraSite site, JiraScope scope, CancellationToken cancellation);

    /// <summary>How many items the query finds, by the site's own estimate; null where it gives none.</summary>
    public abstract Task<int?> Count(JiraSite site, string query, CancellationToken cancellation);

    /// <summary>Asks for items and their histories. What is too large to be read is said in <see cref="JiraBatch.Oversized"/>.</summary>
    public abstract Task<JiraBatch> Fetch(JiraSite site, JiraFields fields, ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation);

    /// <summary>One item of the query, to try what reading needs.</summary>
    public abstract TrackerRequest FirstOf(string query);

    /// <summary>Asks for the history of one item, to try whether histories may be read.</summary>
    public abstract TrackerRequest HistoryOf(string id);

    /// <summary>Asks which permissions the account has.</summary>
    public abstract TrackerRequest Permissions(string project);

    /// <summary>The projects that the account can see, by key and name.</summary>
    public abstract Task<ImmutableArray<(string Key, string Name)>> Projects(JiraSite site, CancellationToken cancellation);
}
