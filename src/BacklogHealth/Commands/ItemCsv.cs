using System.Globalization;
using BacklogHealth.Json;

namespace BacklogHealth.Commands;

/// <summary>Items as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
internal static class ItemCsv
{
    /// <summary>The columns.</summary>
    public const string Header = "team,key,id,project,type,title,state,originalState,created,started,finished,storyPoints,parent,sprints,rank,labels,changes,comments,removed,visible,historyComplete,clarity,slicing";

    /// <summary>One item.</summary>
    public static string Row(ItemJson i)
    {
        ArgumentNullException.ThrowIfNull(i);
        return string.Join(',', new[]
        {
            i.Team, i.Key, i.Id, i.Project, i.Type, i.Title, i.State, i.OriginalState, i.Created, i.Started ?? "", i.Finished ?? "",
            Number(i.StoryPoints), i.Parent ?? "", string.Join("; ", i.Sprints), i.Rank ?? "", string.Join(' ', i.Labels), Number(i.Changes), Number(i.Comments),
            YesOrNo(i.Removed), YesOrNo(i.Visible), YesOrNo(i.HistoryComplete), Number(i.Clarity), Number(i.Slicing),
        }.Select(Cell));
    }

    /// <summary>One cell, safe to open in a spreadsheet.</summary>
    internal static string Cell(string text)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var safe = !isNumber && text.Length > 0 && "=+-@\t\r|".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Number(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string YesOrNo(bool value) => value ? "true" : "false";
}
