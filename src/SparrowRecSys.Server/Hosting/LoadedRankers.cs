using System.Globalization;
using SparrowRecSys.Ranking;
using SparrowRecSys.Server.Api;

namespace SparrowRecSys.Server.Hosting;

/// <summary>A version of a trained model that serves.</summary>
/// <param name="Name">Of the model.</param>
/// <param name="Version">Its number.</param>
/// <param name="Stamp">Of its files when they were read; another stamp means that the folder is another.</param>
/// <param name="IsPinned">Whether active.json names it.</param>
/// <param name="LoadedAt">When it was loaded.</param>
/// <param name="Ranker">The ranker.</param>
internal sealed record LoadedModel(string Name, int Version, string Stamp, bool IsPinned, DateTimeOffset LoadedAt, OnnxRanker Ranker);

/// <summary>Something in the models folder that must not serve.</summary>
/// <param name="Name">Of the model.</param>
/// <param name="Version">Its number; <see langword="null"/> when the whole model is concerned.</param>
/// <param name="Stamp">Of its files when they were looked at; the same stamp is not looked at again.</param>
/// <param name="Path">The folder or file.</param>
/// <param name="Reason">What was found and what was expected.</param>
internal sealed record RefusedVersion(string Name, int? Version, string Stamp, string Path, string Reason);

/// <summary>A ranker that is code, or a retrieval model that ranks.</summary>
/// <param name="Ranker">The ranker.</param>
/// <param name="Type"><c>embedding</c>, <c>popularity</c> or <c>retrieval</c>.</param>
internal sealed record CodeRanker(IRanker Ranker, string Type);

/// <summary>All rankers of one moment: trained models, those that are code, retrieval models; and what was refused. Immutable.</summary>
/// <param name="Models">By name.</param>
/// <param name="Code">The others; one whose name a model has is not used.</param>
/// <param name="Refused">Versions that were tried before those that serve.</param>
internal sealed record LoadedRankers(IReadOnlyList<LoadedModel> Models, IReadOnlyList<CodeRanker> Code, IReadOnlyList<RefusedVersion> Refused)
{
    /// <summary>Models first.</summary>
    public IEnumerable<IRanker> Rankers => [.. Models.Select(model => model.Ranker), .. UsedCode.Select(code => code.Ranker)];

    private IEnumerable<CodeRanker> UsedCode => Code.Where(code => Models.All(model => model.Name != code.Ranker.Name));

    /// <summary>What /models says of them.</summary>
    public IReadOnlyList<RankerResponse> Describe(string defaultName) =>
    [
        .. Models.Select(model => new RankerResponse(
            model.Name, model.Version.ToString(CultureInfo.InvariantCulture), model.Name == defaultName, "onnx", model.IsPinned, model.LoadedAt,
            model.Ranker.Model.Metrics, ModelSchemaResponse.Of(model.Ranker.Model.Schema))),
        .. UsedCode.Select(code => new RankerResponse(code.Ranker.Name, "", code.Ranker.Name == defaultName, code.Type, false, null, null, null)),
    ];

    /// <summary>What /models says of those that were refused.</summary>
    public IReadOnlyList<RefusedModelResponse> DescribeRefused() => [.. Refused.Select(refused => new RefusedModelResponse(
        refused.Name, refused.Version?.ToString(CultureInfo.InvariantCulture) ?? "", refused.Path, refused.Reason))];
}
