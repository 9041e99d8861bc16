using System.Collections;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>
/// Reads the states of a history as what they mean to the team. Shared by everything that follows an item through its states, so often that a walk
/// through them allocates nothing.
/// </summary>
internal readonly struct Meanings : IEnumerable<(StateEntry Entry, WorkItemState Meaning, bool Mapped)>
{
    private readonly ItemHistory _item;
    private readonly Workflow _workflow;
    private readonly DateTimeOffset _asOf;

    private Meanings(ItemHistory item, Workflow workflow, DateTimeOffset asOf) => (_item, _workflow, _asOf) = (item, workflow, asOf);

    /// <summary>
    /// The entries strictly before an instant, each with its meaning. A state that the workflow does not know keeps the meaning of the one before;
    /// at the beginning it means not started.
    /// </summary>
    public static Meanings Of(ItemHistory item, Workflow workflow, DateTimeOffset asOf) => new(item, workflow, asOf);

    /// <inheritdoc cref="IEnumerable{T}.GetEnumerator"/>
    public Walk GetEnumerator() => new(this);

    /// <inheritdoc/>
    IEnumerator<(StateEntry Entry, WorkItemState Meaning, bool Mapped)> IEnumerable<(StateEntry Entry, WorkItemState Meaning, bool Mapped)>.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One walk through the entries.</summary>
    internal struct Walk(Meanings of) : IEnumerator<(StateEntry Entry, WorkItemState Meaning, bool Mapped)>
    {
        private int _at = -1;

        /// <inheritdoc/>
        public (StateEntry Entry, WorkItemState Meaning, bool Mapped) Current { get; private set; }

        /// <inheritdoc/>
        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (++_at >= of._item.States.Length || of._item.States[_at].At >= of._asOf)
            {
                return false;
            }

            var entry = of._item.States[_at];
            var found = of._workflow.Find(entry.StateId, entry.StateName);
            Current = (entry, found ?? Current.Meaning, found is not null);
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => (_at, Current) = (-1, default);

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
