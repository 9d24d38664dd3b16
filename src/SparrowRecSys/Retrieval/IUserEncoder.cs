namespace SparrowRecSys.Retrieval;

/// <summary>Turns a history into a vector that lies in the space of the movies' vectors. Immutable, thread-safe.</summary>
public interface IUserEncoder
{
    /// <summary>D.</summary>
    int Dimension { get; }

    /// <summary>Writes the user's vector (D).</summary>
    /// <returns>False, with <paramref name="vector"/> undefined, when the history says nothing: empty, or only unknown movies.</returns>
    bool TryEncode(UserHistory history, Span<float> vector);
}
