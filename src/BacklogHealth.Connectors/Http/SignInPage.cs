namespace BacklogHealth.Connectors.Http;

/// <summary>Tells the pages to which trackers send who is not signed in from pages that have moved.</summary>
internal static class SignInPage
{
    private static readonly string[] Words = ["signin", "sign-in", "login", "logon", "saml", "sso", "adfs"];

    /// <summary>True where host or path say so, such as <c>/_signin</c>, <c>/login.jsp</c> or <c>login.microsoftonline.com</c>.</summary>
    public static bool Is(Uri address) =>
        address.Host.Split('.').Concat(address.AbsolutePath.Split('/')).Any(part => Words.Any(word => IsWord(part.TrimStart('_'), word)));

    // The word alone or in front of a file's ending: a project may well be called Login-Service.
    private static bool IsWord(string part, string word) =>
        part.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (part.Length == word.Length || part[word.Length] == '.');
}
