using System.Text.Json.Serialization;

namespace SparrowRecSys.Server.Api;

/// <summary>Serialisers of everything /api/v1 answers with, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MovieResponse))]
[JsonSerializable(typeof(MovieListResponse))]
[JsonSerializable(typeof(SimilarMoviesResponse))]
[JsonSerializable(typeof(ListResponse<GenreCountResponse>))]
[JsonSerializable(typeof(ListResponse<UserCardResponse>))]
[JsonSerializable(typeof(ListResponse<RatedMovieCard>))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(RecommendationsResponse))]
[JsonSerializable(typeof(RatingEventRequest))]
[JsonSerializable(typeof(AcceptedResponse))]
[JsonSerializable(typeof(ModelsResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
