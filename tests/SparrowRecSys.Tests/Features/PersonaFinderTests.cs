using SparrowRecSys.Catalog;
using SparrowRecSys.Features;

namespace SparrowRecSys.Tests.Features;

public sealed class PersonaFinderTests
{
    [Fact]
    public void Who_has_liked_nothing_is_new()
    {
        Persona persona = new PersonaFinder(PlantedData.Features).Find(PlantedData.User(PlantedData.NewUser));

        Assert.Equal(PersonaKind.New, persona.Kind);
        Assert.Empty(persona.Genres);
    }

    [Fact]
    public void Who_likes_one_genre_is_described_by_it()
    {
        Persona persona = new PersonaFinder(PlantedData.Features).Find(PlantedData.User(PlantedData.ActionFan));

        Assert.Equal(["Action"], persona.Genres);
    }

    [Fact]
    public void Who_likes_one_directors_films_of_all_genres_and_times_is_described_by_the_director()
    {
        // Every fifth movie is by the same director.
        var movies = new MovieCatalog(Enumerable.Range(0, 100).Select(i => PlantedData.NewMovie(i + 1, [$"Genre {i % 7}"], 1920 + i) with
        {
            Details = new MovieDetails { Directors = [i % 5 == 0 ? "Agnès Varda" : $"Somebody {i}"] },
        }));
        var features = new FeatureStore(PlantedData.NewData(movies, Enumerable.Range(0, 20).Select(i => new Rating(1, (5 * i) + 1, 5, i))));

        Persona persona = new PersonaFinder(new FeatureStore(PlantedData.NewData(movies, []))).Find(features.OfUser(1));

        Assert.Equal(PersonaKind.Director, persona.Kind);
        Assert.Equal("Agnès Varda", persona.Director);
    }

    [Fact]
    public void Who_likes_one_decade_is_described_by_it()
    {
        var movies = new MovieCatalog(Enumerable.Range(0, 100).Select(i => PlantedData.NewMovie(i + 1, [$"Genre {i % 7}"], 1920 + i)));
        var features = new FeatureStore(PlantedData.NewData(movies, Enumerable.Range(20, 10).Select(i => new Rating(1, i + 1, 5, i))));

        Persona persona = new PersonaFinder(new FeatureStore(PlantedData.NewData(movies, []))).Find(features.OfUser(1));

        Assert.Equal(PersonaKind.Era, persona.Kind);
        Assert.Equal(1940, persona.Decade);
    }
}
