using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary>The part of <c>init</c> that asks where the tracker is and who asks, and finds out which kind it is.</summary>
internal sealed class InitConnection(Call call, InitQuestions ask)
{
    /// <summary>What is known of the connection then: enough to ask the tracker.</summary>
    public async Task<InitAnswers> Ask(CancellationToken cancellation)
    {
        var answers = new InitAnswers
        {
            Kind = call.Get(InitOptions.Kind),
            User = call.Get(InitOptions.User) ?? "",
            TokenFile = call.Get(InitOptions.TokenFile) ?? "",
            TenantId = call.Get(InitOptions.TenantId) ?? "",
            ClientId = call.Get(InitOptions.ClientId) ?? "",
            ClientSecretFile = call.Get(InitOptions.ClientSecretFile) ?? "",
            ClientCertificateFile = call.Get(InitOptions.ClientCertificateFile) ?? "",
            ManagedIdentity = call.Get(InitOptions.ManagedIdentity),
            AuthorityFile = call.Get(InitOptions.Authorities) ?? "",
            Proxy = call.Get(InitOptions.Proxy) ?? "",
            PlainHttp = call.Get(InitOptions.PlainHttp),
        };

        // What options say is checked before anything is asked: no answer could mend it.
        _ = (answers with { Url = "https://tracker.example" }).SoFar();
        answers = answers with
        {
            Url = TrackerAddress.Whole(ask.For(
                InitOptions.Url,
                "Address of your Jira or Azure DevOps (https://acme.atlassian.net, https://dev.azure.com/acme, or your own server's)",
                url => (answers with { Url = TrackerAddress.Whole(url) }).SoFar())),
        };
        answers = WithUser(answers with { Kind = answers.KnownKind });
        if (answers.ByEntra)
        {
            return answers;
        }

        answers = answers with
        {
            TokenFile = ask.For(InitOptions.TokenFile, "File that holds your token in its first line (it is read, never copied)", file => Secrets.Token((answers with { TokenFile = file }).SoFar())),
        };
        return answers.Kind is not null
            ? answers
            : WithUser(answers with { Kind = await call.Screen.Working($"asking {answers.Url} what it is", _ => Trackers.KindAt(answers.SoFar(), call.Host.Time, cancellation)) });
    }

    // No other kind wants one, so nobody is asked for it before it is known.
    private InitAnswers WithUser(InitAnswers answers) =>
        answers.Kind == TrackerKind.JiraCloud ? answers with { User = ask.For(InitOptions.User, "E-mail address of your account there") } : answers;
}
