using SparrowRecSys.Features;

namespace SparrowRecSys.Retrieval;

/// <summary>The channel of a retrieval model: what it finds for the movies the user liked. A new user has one from the first liked movie on.</summary>
public sealed class ModelRetriever(IRetrievalModel model) : IRetriever
{
    public string Name => model.Name;

    public bool IsInMemory => true;

    public int Retrieve(UserState user, RecommendationQuery query, Span<Candidate> candidates) =>
        model.Retrieve(new UserHistory(user.UserId, user.Positives), candidates);
}
