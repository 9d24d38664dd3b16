using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SparrowRecSys.Server.Settings;

namespace SparrowRecSys.Server.Api;

/// <summary>Lets only those change the system who know the configured key; without one nobody may.</summary>
internal sealed class ApiKeyFilter(IOptions<ApiOptions> options) : IEndpointFilter
{
    public const string Header = "X-Api-Key";

    private readonly byte[] _key = Hash(options.Value.Key);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (options.Value.Key.Length == 0)
        {
            return ValueTask.FromResult<object?>(TypedResults.Problem(
                $"This route is off: no key is configured ({ApiOptions.SectionName}:{nameof(ApiOptions.Key)}).", statusCode: StatusCodes.Status403Forbidden));
        }

        string? found = context.HttpContext.Request.Headers[Header];
        if (string.IsNullOrEmpty(found))
        {
            return Refuse($"The header {Header} is missing; expected the configured key.");
        }

        // Hashes have one length and are compared in constant time: how long it takes says nothing about the key.
        return CryptographicOperations.FixedTimeEquals(Hash(found), _key)
            ? next(context)
            : Refuse($"The header {Header} is not the configured key.");
    }

    private static ValueTask<object?> Refuse(string detail) =>
        ValueTask.FromResult<object?>(TypedResults.Problem(detail, statusCode: StatusCodes.Status401Unauthorized));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
