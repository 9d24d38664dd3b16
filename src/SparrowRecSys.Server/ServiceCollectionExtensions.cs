using Microsoft.Extensions.Options;
using SparrowRecSys.Catalog;
using SparrowRecSys.Embeddings;
using SparrowRecSys.Features;
using SparrowRecSys.Ranking;
using SparrowRecSys.Reranking;
using SparrowRecSys.Retrieval;
using SparrowRecSys.Server.Api;
using SparrowRecSys.Server.Classic;
using SparrowRecSys.Server.Hosting;
using SparrowRecSys.Server.Search;
using SparrowRecSys.Server.Settings;
using SparrowRecSys.Serving;

namespace SparrowRecSys.Server;

internal static class ServiceCollectionExtensions
{
    private const int EventsRemembered = 100_000;

    /// <summary>Adds the recommender and its options. A wrong or misspelt setting stops the server at start.</summary>
    public static IServiceCollection AddRecommender(this IServiceCollection services)
    {
        services.AddValidatedOptions<DataOptions>(DataOptions.SectionName);
        services.AddValidatedOptions<ModelsOptions>(ModelsOptions.SectionName);
        services.AddValidatedOptions<EmbeddingsOptions>(EmbeddingsOptions.SectionName);
        services.AddValidatedOptions<RetrievalOptions>(RetrievalOptions.SectionName);
        services.AddValidatedOptions<VectorIndexOptions>(VectorIndexOptions.SectionName);
        services.AddValidatedOptions<RankingOptions>(RankingOptions.SectionName);
        services.AddValidatedOptions<RerankingOptions>(RerankingOptions.SectionName);
        services.AddValidatedOptions<ApiOptions>(ApiOptions.SectionName);
        services.AddValidatedOptions<SiteOptions>(SiteOptions.SectionName);
        services.AddLoaded();
        services.AddStages();
        services.AddApi();
        return services;
    }

    private static void AddLoaded(this IServiceCollection services)
    {
        services.AddSingleton<ServerFolders>();
        services.AddSingleton<RecommenderLoader>();
        services.AddSingleton(provider => provider.GetRequiredService<RecommenderLoader>().LoadData());
        services.AddSingleton(provider => provider.GetRequiredService<DataSet>().Movies);
        services.AddSingleton<FeatureStore>();
        services.AddSingleton(provider => new MoviePopularity(
            provider.GetRequiredService<DataSet>(), provider.Options<RetrievalOptions>().PopularityHalfLifeDays));
        services.AddSingleton(provider =>
            provider.GetRequiredService<RecommenderLoader>().LoadRetrievalModels(provider.GetRequiredService<DataSet>()));
        services.AddSingleton(provider => provider.GetRequiredService<LoadedRetrievalModels>().Models);
        services.AddSingleton(provider => provider.GetRequiredService<RecommenderLoader>().CreateCodeRankers(
            provider.GetRequiredService<FeatureStore>(), provider.GetRequiredService<RetrievalModelSet>(), provider.GetRequiredService<MoviePopularity>()));
        services.AddSingleton<ModelLoader>();
        services.AddSingleton<ModelMetrics>();
        services.AddSingleton<ModelReloader>();
        services.AddSingleton(provider => provider.GetRequiredService<ModelReloader>().Live);
        services.AddHostedService<ModelWatcher>();
    }

    private static void AddStages(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<RecommendationMetrics>();
        services.AddSingleton<ShadowMetrics>();
        services.AddSingleton(provider => new ShadowRanking(
            provider.Options<RankingOptions>().Shadow, provider.GetRequiredService<ShadowMetrics>(), provider.GetRequiredService<ILogger<ShadowRanking>>()));
        services.AddHostedService<ShadowWorker>();
        services.AddSingleton(provider => new DiversityReranker(
            provider.GetRequiredService<MovieCatalog>(), provider.GetRequiredService<RetrievalModelSet>().Primary?.Neighbors.Table,
            provider.Options<RerankingOptions>()));
        services.AddSingleton(provider => new RecommendationPipeline(
            provider.GetRequiredService<FeatureStore>(), CreateChannels(provider), provider.GetRequiredService<MoviePopularity>(),
            provider.GetRequiredService<LiveRankers>(), provider.GetRequiredService<DiversityReranker>(), provider.Options<RetrievalOptions>(),
            provider.GetRequiredService<ILogger<RecommendationPipeline>>(), provider.GetRequiredService<RecommendationMetrics>(),
            provider.GetRequiredService<ShadowRanking>()));
        services.AddSingleton<SimilarMovieFinder>();
        services.AddSingleton(provider => new Explainer(
            provider.GetRequiredService<MovieCatalog>(), provider.GetRequiredService<RetrievalModelSet>().Primary?.Neighbors.Table));
    }

    private static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<PersonaFinder>();
        services.AddSingleton<MovieJsonCache>();
        services.AddSingleton<GenreLists>();
        services.AddSingleton<CatalogList>();
        services.AddSingleton<ActiveUsers>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<RatingPredictor>();
        services.AddSingleton<RecommendationWriter>();
        services.AddSingleton<EventReader>();
        services.AddSingleton(new EventMemory(EventsRemembered));
    }

    private static IReadOnlyList<RetrievalChannel> CreateChannels(IServiceProvider provider) => RetrievalChannels.Create(
        provider.Options<RetrievalOptions>(), provider.GetRequiredService<MovieCatalog>(), provider.GetRequiredService<MoviePopularity>(),
        provider.GetRequiredService<RetrievalModelSet>());

    private static TOptions Options<TOptions>(this IServiceProvider provider)
        where TOptions : class =>
        provider.GetRequiredService<IOptions<TOptions>>().Value;

    private static void AddValidatedOptions<TOptions>(this IServiceCollection services, string sectionName)
        where TOptions : class
    {
        services.AddOptions<TOptions>()
            .BindConfiguration(sectionName, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
    }
}
