using SparrowRecSys.Embeddings;
using SparrowRecSys.Retrieval;

namespace SparrowRecSys.Tests.Retrieval;

public sealed class FoldInEncoderTests
{
    [Fact]
    public void A_history_without_stars_counts_as_one_of_liked_movies()
    {
        var movies = new EmbeddingTable([1, 2, 3], [1, 0, 0, 1, 1, 1], 2, Similarity.InnerProduct);
        var encoder = new FoldInEncoder(movies, [0.1f, 0.2f, 0.3f], new FoldInOptions(0, 0.1, MeanStars: 3.5));
        (float[] without, float[] liked, float[] disliked) = (new float[3], new float[3], new float[3]);

        Assert.True(encoder.TryEncode(new UserHistory(0, [0, 2]), without));
        Assert.True(encoder.TryEncode(new UserHistory(0, [0, 2], [9, 8]), liked));
        Assert.True(encoder.TryEncode(new UserHistory(0, [0, 2], [2, 2]), disliked));

        Assert.Equal(liked[0], without[0], tolerance: 0.3f);
        Assert.True(without[0] > disliked[0] + 0.5f);
    }
}
