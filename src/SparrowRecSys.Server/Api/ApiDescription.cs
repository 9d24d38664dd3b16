using Microsoft.OpenApi;

namespace SparrowRecSys.Server.Api;

/// <summary>The OpenAPI document at /openapi/v1.json.</summary>
internal static class ApiDescription
{
    // Parameters are read from text by ParameterReader, which says what is wrong with them; here is what they stand for.
    private static readonly Dictionary<string, JsonSchemaType> Types = new()
    {
        ["id"] = JsonSchemaType.Integer,
        ["movieId"] = JsonSchemaType.Integer,
        ["userId"] = JsonSchemaType.Integer,
        ["size"] = JsonSchemaType.Integer,
        ["yearFrom"] = JsonSchemaType.Integer,
        ["yearTo"] = JsonSchemaType.Integer,
        ["diversity"] = JsonSchemaType.Number,
        ["trace"] = JsonSchemaType.Boolean,
    };

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "SparrowRecSys", Version = "v1", Description = "Movies, search, users, recommendations." };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            foreach (OpenApiParameter parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            {
                parameter.Schema = new OpenApiSchema { Type = Types.GetValueOrDefault(parameter.Name ?? "", JsonSchemaType.String) };
            }

            return Task.CompletedTask;
        });
    });

    /// <summary>Describes an endpoint that reads its request itself, by its query parameters; the first one is required.</summary>
    public static void Describe(this IEndpointConventionBuilder endpoint, RequestDelegate handler, params string[] parameters)
    {
        // The explorer finds only endpoints that name their method.
        endpoint.WithMetadata(handler.Method);
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                .. parameters.Select((name, i) => new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Required = i == 0,
                    Schema = new OpenApiSchema { Type = Types.GetValueOrDefault(name, JsonSchemaType.String) },
                }),
            ];
            return Task.CompletedTask;
        });
    }
}
