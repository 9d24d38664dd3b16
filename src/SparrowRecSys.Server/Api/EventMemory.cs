namespace SparrowRecSys.Server.Api;

/// <summary>Remembers the ids of the last events, so that one that is sent twice is recorded once. Thread-safe.</summary>
/// <param name="capacity">Ids remembered; about 150 bytes each.</param>
internal sealed class EventMemory(int capacity)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _known = [];
    private readonly Queue<string> _order = new();

    /// <summary>False when the id is known.</summary>
    public bool TryAdd(string eventId)
    {
        lock (_lock)
        {
            if (!_known.Add(eventId))
            {
                return false;
            }

            _order.Enqueue(eventId);
            if (_order.Count > capacity)
            {
                _known.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
