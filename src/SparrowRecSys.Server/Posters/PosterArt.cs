#pragma warning disable
using SparrowRecSys.Catalog;
namespace SparrowRecSys.Server.Posters;
internal static class PosterArt { public static string Render(Movie movie) => $"<svg xmlns='http://www.w3.org/2000/svg'><title>{movie.MovieId}</title></svg>"; }
