using Microsoft.AspNetCore.Http.HttpResults;

namespace SparrowRecSys.Server.Api;

/// <summary>Problem details, one line each.</summary>
internal static class Problems
{
    public static ProblemHttpResult BadRequest(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
