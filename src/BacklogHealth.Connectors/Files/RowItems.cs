using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>Turns the rows of one pass over a file into work items. The first cell that cannot be read makes its row a bad one.</summary>
internal sealed class RowItems(string file, FileSummary summary)
{
    /// <summary>Stands for the creation of the first item of a file without creation dates; each later row is a second later, so that its order is kept.</summary>
    public static readonly DateTimeOffset FileOrderStart = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int StampBytes = 8;
    private const byte EndOfCell = 0x1E;
    private const byte EndOfName = 0x1F;

    /// <summary>True where texts are not to be read as markup, and nothing is to be stored.</summary>
    public bool TextsAsTheyStand { get; init; }

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkItemKind> _kinds = new(StringComparer.Ordinal);
    private DateTimeOffset _before = FileOrderStart.AddSeconds(-1);

    /// <summary>The item of a row, or why there is none.</summary>
    public FileRow Read(RawRow row)
    {
        if (row.Problem is { } problem)
        {
            return new FileRow.Bad(problem);
        }

        if (Required(row) is { } missing)
        {
            return new FileRow.Bad(missing);
        }

        var cells = new Cells(file, row);
        var item = Item(row, cells);
        if (cells.Problem is { } bad)
        {
            return new FileRow.Bad(bad);
        }

        _keys.Add(item.Key);
        return new FileRow.Good(item, cells.Text(ItemColumns.Split))
        {
            NamesProject = cells.Text(ItemColumns.Project) is not null,
            InProgressMinutes = cells.Number(ItemColumns.InProgressMinutes),
        };
    }

    private BadRow? Required(RawRow row)
    {
        foreach (var column in ItemColumns.Required)
        {
            if (!row.Cells.TryGetValue(column, out var cell) || Cells.OneLine(cell).Length == 0)
            {
                return new BadRow(file, row.Line, column, "nothing", column == ItemColumns.Key ? "the item's key" : "the item's title", "Fill in the cell, or take the row out.");
            }
        }

        var key = Cells.OneLine(row.Cells[ItemColumns.Key]);
        return _keys.Contains(key)
            ? new BadRow(file, row.Line, ItemColumns.Key, $"{BadRow.Quote(key)} a second time", "each key once", "Take one of the rows out; the first was read.")
            : null;
    }

    private WorkItem Item(RawRow row, Cells cells)
    {
        var key = cells.Text(ItemColumns.Key)!;
        var created = cells.Instant(ItemColumns.Created);
        var started = cells.Instant(ItemColumns.Started);
        var resolved = cells.Instant(ItemColumns.Resolved);
        var status = cells.Text(ItemColumns.Status);
        var history = FileHistory.Of(created ?? _before.AddSeconds(1), created is not null, status, started, resolved, cells.Number(ItemColumns.InProgressMinutes));
        var type = cells.Text(ItemColumns.Type);
        var parent = cells.Text(ItemColumns.Parent);
        var item = new WorkItem
        {
            Id = key,
            Key = key,
            Project = cells.Text(ItemColumns.Project) ?? ProjectOf(key),
            Type = type ?? "Story",
            Kind = KindOf(type ?? "Story"),
            Title = cells.Text(ItemColumns.Title)!,
            Description = Text(cells.Raw(ItemColumns.Description)),
            AcceptanceCriteria = Text(cells.Raw(ItemColumns.AcceptanceCriteria)),
            StateId = history.State,
            OriginalState = history.State,
            Created = history.Created,
            Updated = history.Changes.IsEmpty ? history.Created : history.Changes[^1].At,
            Stamp = TextsAsTheyStand ? "" : Stamp(row),
            ParentId = parent,
            ParentKey = parent,
            StoryPoints = cells.Number(ItemColumns.StoryPoints),
            Rank = Rank(cells.Text(ItemColumns.Rank)),
            Priority = cells.Text(ItemColumns.Priority),
            Resolution = cells.Text(ItemColumns.Resolution),
            Due = cells.Day(ItemColumns.Due),
            Labels = cells.List(ItemColumns.Labels, splitAtSpaces: true),
            SprintIds = cells.List(ItemColumns.Sprint, splitAtSpaces: false),
            Changes = history.Changes,
            HistoryComplete = history.Complete,
            OtherFields = Other(row, history, created, status),
        };
        if (cells.Problem is null)
        {
            _before = created ?? _before.AddSeconds(1);
            summary.Add(item, history, hasType: type is not null, status);
        }

        return item;
    }

    // A file has few types, and many items of each.
    private WorkItemKind KindOf(string type) => _kinds.TryGetValue(type, out var kind) ? kind : _kinds[type] = WorkItemKinds.FromName(type);

    private StructuredText Text(string? cell) => !TextsAsTheyStand ? AnyText.Read(cell) : cell is null ? StructuredText.Empty : new StructuredText(cell, []);

    // What the product has no name for, and the file's own word where the history had to depart from it.
    private static ImmutableSortedDictionary<string, string> Other(RawRow row, FileHistory history, DateTimeOffset? created, string? status)
    {
        var other = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (column, cell) in row.Cells)
        {
            var departed = (column == ItemColumns.Created && created != history.Created) || (column == ItemColumns.Status && status != history.State);
            if (departed || !ItemColumns.Knows(column))
            {
                other[Cells.OneLine(column)] = StructuredText.FromPlain(cell).Plain;
            }
        }

        return other.ToImmutable();
    }

    private static string ProjectOf(string key)
    {
        var dash = key.LastIndexOf('-');
        return dash > 0 ? key[..dash] : "";
    }

    // Whole numbers are filled up with zeros, since ranks compare as texts.
    private static string? Rank(string? rank) =>
        long.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString("D19", CultureInfo.InvariantCulture) : rank;

    private static string Stamp(RawRow row)
    {
        string[] columns = [.. row.Cells.Keys];
        Array.Sort(columns, StringComparer.Ordinal);
        var room = ArrayPool<byte>.Shared.Rent(row.Cells.Sum(c => Encoding.UTF8.GetMaxByteCount(c.Key.Length) + Encoding.UTF8.GetMaxByteCount(c.Value.Length) + 2));
        var length = 0;
        foreach (var column in columns)
        {
            if (length > 0)
            {
                room[length++] = EndOfCell;
            }

            length += Encoding.UTF8.GetBytes(column, room.AsSpan(length));
            room[length++] = EndOfName;
            length += Encoding.UTF8.GetBytes(row.Cells[column], room.AsSpan(length));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(room.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(room);
        return Convert.ToHexStringLower(hash[..StampBytes]);
    }
}
