using SparrowRecSys.Embeddings;

namespace SparrowRecSys.Retrieval;

/// <summary>The vector that training found for a user; another encoder's for users who were not there.</summary>
/// <param name="users">By user id (U, D).</param>
/// <param name="others">Encodes everybody else.</param>
public sealed class StoredEncoder(EmbeddingTable users, IUserEncoder others) : IUserEncoder
{
    public int Dimension => others.Dimension;

    public bool TryEncode(UserHistory history, Span<float> vector)
    {
        int row = users.FindRow(history.UserId);
        if (row < 0)
        {
            return others.TryEncode(history, vector);
        }

        users.Row(row).CopyTo(vector);
        vector[users.Dimension..].Fill(1); // what the movies' biases are multiplied with, where there are any
        return true;
    }
}
