using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace BacklogHealth.Reports.Numbers;

/// <summary>What is worked out once, by whoever asks first. Whoever asks for the same meanwhile waits for it; other things are worked out beside it.</summary>
internal sealed class Once
{
    private readonly ConcurrentDictionary<string, Lazy<object?>> _known = new(StringComparer.Ordinal);

    /// <summary>What has that name.</summary>
    /// <param name="work">Works it out.</param>
    /// <param name="name">Its name: the property that asks.</param>
    public T Of<T>(Func<T> work, [CallerMemberName] string name = "") => (T)_known.GetOrAdd(name, _ => new Lazy<object?>(() => work())).Value!;
}
