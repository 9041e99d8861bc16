namespace BacklogHealth.Connectors.Files;

/// <summary>Why a file as a whole could not be read; each has its own exit code.</summary>
public enum FileFault
{
    /// <summary>No such file, or a folder in its place: a mistake on the command line.</summary>
    NotThere,

    /// <summary>The file is there and the system does not let us read it.</summary>
    Unreadable,

    /// <summary>The file holds no rows.</summary>
    Empty,

    /// <summary>The file holds something else: no header, a column missing that must be there.</summary>
    Unusable,
}

/// <summary>A file could not be read at all. The message is a sentence: where, what was found, what was expected, what to do.</summary>
public sealed class FileException : Exception
{
    /// <summary>Makes one.</summary>
    public FileException(FileFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What kind of fault it is.</summary>
    public FileFault Fault { get; }
}
