using SparrowRecSys.Offline.Als;
using SparrowRecSys.Offline.Content;
using SparrowRecSys.Offline.Ease;
using SparrowRecSys.Offline.Graphs;
using SparrowRecSys.Offline.Item2Vec;
using SparrowRecSys.Offline.ItemKnn;
using SparrowRecSys.Offline.MatrixFactorization;
using SparrowRecSys.Offline.Popularity;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>The methods that there are, in the order in which tables show them.</summary>
internal static class AllRetrievalMethods
{
    public static IReadOnlyList<RetrievalMethod> All { get; } =
    [
        PopularityMethod.Instance,
        ItemKnnMethod.Instance,
        EaseMethod.Instance,
        AlsMethod.Instance,
        AlsExplicitMethod.Instance,
        MfMethod.Instance,
        BprMethod.Instance,
        Item2VecMethod.Instance,
        WalkMethods.DeepWalk,
        WalkMethods.Node2Vec,
        ContentMethod.Instance,
    ];

    /// <summary>Those whose vectors' cosine says how alike movies are: the subcommands of <c>sparrow embed</c>; the others are those of <c>sparrow train</c>.</summary>
    public static IReadOnlyList<RetrievalMethod> Embeddings { get; } = [Item2VecMethod.Instance, WalkMethods.DeepWalk, WalkMethods.Node2Vec, ContentMethod.Instance];

    /// <exception cref="UsageException">There is no such method.</exception>
    public static RetrievalMethod Get(string name) => All.FirstOrDefault(method => method.Name == name)
        ?? throw new UsageException($"Found the model '{name}', allowed are {string.Join(", ", All.Select(method => method.Name))}.");
}
