using BacklogHealth.Reports;

namespace BacklogHealth.Serving;

/// <summary>Pages of a few sentences: why something is not shown, and what to do.</summary>
internal static class Notices
{
    /// <summary>For a link that is wrong, over, or leads to what is not kept any more: the same for all, so that it tells nothing of what there is.</summary>
    public static ProgramPage NoReport { get; } = new("This link leads to no report", "", [new ProgramText("It may be too old, or not whole. Ask whoever sent it for the report, or open a newer one from your mailbox.")]);

    /// <summary>For an address that there is not.</summary>
    public static ProgramPage NotThere { get; } = new("There is no such page", "", [new ProgramText("The address may have been mistyped."), new ProgramList([new ProgramCell("How it stands", Link: "/"), new ProgramCell("Reports of the past", Link: "/reports")])]);

    /// <summary>For a request that names another host than this one.</summary>
    public static ProgramPage OtherHost { get; } = new("This address is not ours", "", [new ProgramText("The request names a host that settings do not know. Expected this machine's own name, localhost, or the host of Serve:PublicUrl. Open http://127.0.0.1 with the port of this server, or set Serve:PublicUrl.")]);

    /// <summary>For a request from elsewhere where nobody can sign in.</summary>
    public static ProgramPage HereAlone { get; } = new("This page is shown on the machine itself alone", "", [new ProgramText("Nothing says who may come in from elsewhere. Whoever runs this server sets Serve:TokenFile or Serve:OpenIdConnect. Links to reports, as mails have them, need no login.")]);

    /// <summary>For a request that somebody has to sign in for.</summary>
    public static ProgramPage WhoAreYou { get; } = new("This needs a login", "", [new ProgramText("Found no token that is right. Expected `Authorization: Bearer` with the token of Serve:Token, or a login on the page.")]);

    /// <summary>For who is signed in elsewhere and not let in here.</summary>
    public static ProgramPage NotYou { get; } = new("You are signed in, and not let in here", "", [new ProgramText("Settings let in only some of those who can sign in. Ask whoever runs this server to let you in, by Serve:OpenIdConnect:AllowedDomains or RequiredClaim.")]);

    /// <summary>For a login elsewhere that went wrong.</summary>
    public static ProgramPage NoLogin { get; } = new("The login did not come back whole", "", [new ProgramText("It may have taken too long, or was begun in another window. Begin again."), new ProgramList([new ProgramCell("Log in", Link: "/login")])]);

    /// <summary>For what cannot be told now.</summary>
    public static ProgramPage NotNow(string why) => new("This cannot be told now", "", [new ProgramText(why), new ProgramText("Nothing is lost; open the page again in a minute.")]);

    /// <summary>For a fault of the program.</summary>
    public static ProgramPage Fault { get; } = new("This is a fault of the program", "", [new ProgramText("What was stored is kept. The log tells where it happened; please report it.")]);
}
