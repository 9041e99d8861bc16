using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace BacklogHealth.Reports.Numbers;

/// <summary>What is worked out once, by whoever asks first. Whoever asks for the same meanwhile waits for it; other things are worked out beside it.</summary>
internal sealed class Once
{
    private readonly ConcurrentDictionary<Asked, Lazy<object?>> _known = [];

    /// <summary>What has that name.</summary>
    /// <param name="work">Works it out.</param>
    /// <param name="of">What it is of, where the same name is asked of several; compared by value.</param>
    /// <param name="name">Its name: the property or method that asks.</param>
    public T Of<T>(Func<T> work, object? of = null, [CallerMemberName] string name = "") => (T)_known.GetOrAdd(new Asked(name, of), _ => new Lazy<object?>(() => work())).Value!;

    private sealed record Asked(string Name, object? Of);
}
