namespace BacklogHealth.Core.WorkItems;

/// <summary>One permission that reading needs, tried.</summary>
/// <param name="Permission">The tracker's own name of it, for example <c>Browse projects</c>.</param>
/// <param name="Granted">True where the account has it.</param>
/// <param name="For">What it is needed for, as the end of a sentence: "to list and read the team's items".</param>
/// <param name="Needed">True where nothing can be trusted without it; false where only a part is missing, such as sprints.</param>
/// <param name="Remedy">Where it is not granted: what to do, as a sentence. Else "".</param>
public sealed record AccessCheck(string Permission, bool Granted, string For, bool Needed, string Remedy = "");
