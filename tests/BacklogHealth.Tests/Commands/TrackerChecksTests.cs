using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BacklogHealth.Commands;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

public sealed class TrackerChecksTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly ConnectionSettings Acme = new() { Name = "acme", Kind = TrackerKind.JiraCloud, BaseUrl = new Uri("https://acme.atlassian.net"), User = "po@acme.example" };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_permission_that_is_there_is_one_line() =>
        Assert.Equal(
            "OK    acme, team A, Browse projects: granted, to list and read the team's items",
            TrackerChecks.Permission("acme, team A", new AccessCheck("Browse projects", true, "to list and read the team's items", true)).Line);

    [Fact]
    public void A_needed_permission_that_is_missing_is_named_with_its_remedy_and_exit_code_4()
    {
        var check = TrackerChecks.Permission("acme, team A", new AccessCheck("Browse projects", false, "to list and read the team's items", true, "Ask an administrator for it."));

        Assert.Equal("MEND  acme, team A, Browse projects: not granted; it is needed to list and read the team's items. Ask an administrator for it.", check.Line);
        Assert.Equal(ExitCode.Refused, check.Code);
    }

    [Fact]
    public void A_permission_that_all_else_can_do_without_is_a_note()
    {
        var check = TrackerChecks.Permission("acme, team A", new AccessCheck("Boards", false, "to know sprints and their goals", false, "Give the token the scope for boards."));

        Assert.Equal("NOTE  acme, team A, Boards: not granted; it would be used to know sprints and their goals. Give the token the scope for boards.", check.Line);
        Assert.Equal(ExitCode.Done, check.Code);
    }

    [Fact]
    public void A_permission_that_several_things_are_done_with_is_told_once_where_it_is_there_for_all_of_them() =>
        Assert.Equal(
            [
                "OK    acme, Work Items: Read: granted, to list the items; to learn what has changed",
                "OK    acme, View work items: granted, to see them",
                "NOTE  acme, Work Items: Read: not granted; it would be used to read the boards. Ask for it.",
            ],
            TrackerChecks.Permissions("acme", [
                new("Work Items: Read", true, "to list the items", true), new("View work items", true, "to see them", true),
                new("Work Items: Read", true, "to learn what has changed", true), new("Work Items: Read", false, "to read the boards", false, "Ask for it."),
            ]).Select(c => c.Line));

    [Fact]
    public void A_zone_that_nobody_tells_is_a_note_and_one_that_is_set_is_none()
    {
        var profile = new TrackerProfile(new Workflow([new("1", "Done", WorkItemState.Finished), new("2", "Old", WorkItemState.Finished, Elsewhere: true)]), [], null, null, []);
        var team = new Team("A", new TeamSettings { Name = "A", Project = "Shop" }, Acme with { Kind = TrackerKind.AzureDevOps });

        Assert.Equal("NOTE  acme, place: Azure DevOps, project Shop: 1 states, 0 sprints, time zone unknown. The tracker tells no time zone, so days are counted in UTC. Set the team's TimeZone.", TrackerChecks.Place("acme", team, profile).Line);
        var set = team with { Settings = team.Settings with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") } };
        Assert.Equal("OK    acme, place: Azure DevOps, project Shop: 1 states, 0 sprints, time zone Europe/Berlin", TrackerChecks.Place("acme", set, profile).Line);
    }

    [Fact]
    public void The_fields_that_were_found_are_told_with_how()
    {
        var profile = new TrackerProfile(new Workflow([]), [], "Europe/Berlin", null, ["The board 'Web' has no columns."], [new(FieldNames.StoryPoints, "customfield_10016", "Story point estimate", "by the board's settings"), new(FieldNames.Rank, "Microsoft.VSTS.Common.StackRank", "", "by the process")]);
        var team = new Team("A", new TeamSettings { Name = "A", Project = "CHK" }, Acme);

        Assert.Equal("OK    acme, fields: story points in customfield_10016 (Story point estimate), by the board's settings; backlog order in Microsoft.VSTS.Common.StackRank, by the process", TrackerChecks.Fields("acme", profile).Line);
        Assert.Equal("NOTE  acme, place: Jira Cloud, project CHK: 0 states, 0 sprints, time zone Europe/Berlin. The board 'Web' has no columns.", TrackerChecks.Place("acme", team, profile).Line);
    }

    [Theory]
    [InlineData(300, "OK    acme, clock: this machine's clock and the tracker's are at most 5 minutes apart")]
    [InlineData(-300, "OK    acme, clock: this machine's clock and the tracker's are at most 5 minutes apart")]
    [InlineData(301, "NOTE  acme, clock: this machine's clock is 5 minutes ahead of the tracker's. Expected 5 minutes at most. Nothing is lost by it, since a sync compares stamps and not times, but ages of items and what counts as today are off by as much. Set this machine's clock, best by a time service.")]
    [InlineData(-8040, "NOTE  acme, clock: this machine's clock is 2 hours 14 minutes behind the tracker's. Expected 5 minutes at most. Nothing is lost by it, since a sync compares stamps and not times, but ages of items and what counts as today are off by as much. Set this machine's clock, best by a time service.")]
    [InlineData(3 * 86400, "NOTE  acme, clock: this machine's clock is 3 days ahead of the tracker's. Expected 5 minutes at most. Nothing is lost by it, since a sync compares stamps and not times, but ages of items and what counts as today are off by as much. Set this machine's clock, best by a time service.")]
    public void A_clock_that_is_off_is_a_note_that_says_by_how_much_and_what_it_does(int seconds, string line)
    {
        var check = TrackerChecks.Clock("acme", TimeSpan.FromSeconds(seconds));

        Assert.Equal(line, check.Line);
        Assert.Equal(ExitCode.Done, check.Code);
    }

    [Theory]
    [InlineData(TrackerKind.JiraCloud, 0, "OK    acme, token: {0}, written today")]
    [InlineData(TrackerKind.JiraCloud, 1, "OK    acme, token: {0}, written yesterday")]
    [InlineData(TrackerKind.JiraCloud, 12, "OK    acme, token: {0}, written 12 days ago")]
    [InlineData(TrackerKind.JiraCloud, 340, "NOTE  acme, token: {0}, written 340 days ago. Such a token lives for a year at most: look when it ends, and make a new one before.")]
    [InlineData(TrackerKind.AzureDevOps, 340, "NOTE  acme, token: {0}, written 340 days ago. Such a token lives for a year at most: look when it ends, and make a new one before.")]
    [InlineData(TrackerKind.JiraDataCenter, 340, "OK    acme, token: {0}, written 340 days ago")]
    public async Task The_age_of_a_token_is_told_by_its_file(object kind, int days, string line)
    {
        var file = _folder.File("token.txt");
        await File.WriteAllTextAsync(file, "canary-4711\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, Now.UtcDateTime.AddDays(-days));

        var check = Assert.Single(await TrackerChecks.Files(Acme with { Kind = (TrackerKind)kind, TokenFile = file }, Now));
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, file), check.Line);
    }

    [Fact]
    public async Task A_private_authority_is_looked_into()
    {
        var file = _folder.File("ca.pem");
        await File.WriteAllTextAsync(file, Authority(Now.AddDays(-10), Now.AddDays(10)) + Authority(Now.AddDays(-10), Now.AddDays(20)), TestContext.Current.CancellationToken);

        Assert.Equal($"OK    acme, certificate authorities: {file} holds 2 certificates, good until 2026-12-18", (await Check(file)).Line);
    }

    [Fact]
    public async Task A_private_authority_whose_time_is_over_is_told()
    {
        var file = _folder.File("ca.pem");
        await File.WriteAllTextAsync(file, Authority(Now.AddDays(-10), Now.AddDays(-1)), TestContext.Current.CancellationToken);

        Assert.Equal($"MEND  acme, certificate authorities: {file} holds 1 certificate, good until 2026-11-27, which is over. Expected one that is still good. Ask those who run the tracker for the new one.", (await Check(file)).Line);
    }

    [Theory]
    [InlineData("no certificate", "it holds no certificate. Expected at least one, in a block that begins with BEGIN CERTIFICATE. Ask those who run the tracker for their authority's certificate.")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "it cannot be read as certificates. Expected a file (PEM) that this account may read. Ask those who run the tracker for their authority's certificate, or correct CertificateAuthorityFile.")]
    [InlineData(null, "it cannot be read as certificates. Expected a file (PEM) that this account may read. Ask those who run the tracker for their authority's certificate, or correct CertificateAuthorityFile.")]
    public async Task A_file_that_is_no_authority_is_told(string? content, string sentence)
    {
        var file = _folder.File("ca.pem");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        }

        var check = await Check(file);
        Assert.Equal($"MEND  acme, certificate authorities: {file}: {sentence}", check.Line);
        Assert.Equal(ExitCode.Usage, check.Code);
    }

    private static async Task<DoctorCheck> Check(string file) => Assert.Single(await TrackerChecks.Files(Acme with { CertificateAuthorityFile = file }, Now));

    private static string Authority(DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=Acme", key, HashAlgorithmName.SHA256).CreateSelfSigned(from, to);
        return certificate.ExportCertificatePem() + "\n";
    }
}
