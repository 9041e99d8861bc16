using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>A call that Jira refuses, with the answer it gives.</summary>
internal sealed class JiraRefusal(Answer answer) : Refusal(answer)
{
    public static Answer Unauthenticated { get; } =
        new Answer(401, new JsonObject { ["message"] = "Client must be authenticated to access this resource.", ["status-code"] = 401 })
            .With("WWW-Authenticate", "OAuth realm=\"sample\"")
            .With("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");

    public static Answer With(int status, params string[] messages) =>
        new(status, new JsonObject { ["errorMessages"] = new JsonArray([.. messages.Select(m => (JsonNode)m)]), ["errors"] = new JsonObject() });

    public static JiraRefusal BadRequest(string message) => new(With(400, message));

    public static JiraRefusal NotFound(string message) => new(With(404, message));

    public static JiraRefusal Forbidden(string message) => new(With(403, message));
}
