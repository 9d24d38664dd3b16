using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class MovieTitleTests
{
    [Theory]
    [InlineData("Toy Story (1995)", "Toy Story", 1995)]
    [InlineData(" Toy Story (1995) ", "Toy Story", 1995)]
    [InlineData("Godfather, The (1972)", "Godfather, The", 1972)]
    [InlineData("2001: A Space Odyssey (1968)", "2001: A Space Odyssey", 1968)]
    [InlineData("1984 (1984)", "1984", 1984)]
    [InlineData("Seven Samurai (Shichinin no samurai) (1954)", "Seven Samurai (Shichinin no samurai)", 1954)]
    [InlineData("Death Note: Desu nôto (2006–2007)", "Death Note: Desu nôto", 2006)]
    [InlineData("Big Bang Theory, The (2007-)", "Big Bang Theory, The", 2007)]
    [InlineData("Fawlty Towers (1975-1979)", "Fawlty Towers", 1975)]
    [InlineData("Archer (2009– )", "Archer", 2009)]
    [InlineData("Moonlight", "Moonlight", 0)]
    [InlineData("(1995)", "(1995)", 0)]
    [InlineData("Movie (uncut)", "Movie (uncut)", 0)]
    [InlineData("Movie (12345)", "Movie (12345)", 0)]
    [InlineData("Movie (0123)", "Movie (0123)", 0)]
    [InlineData("Movie (1995x)", "Movie (1995x)", 0)]
    [InlineData("Movie (1995-19)", "Movie (1995-19)", 0)]
    [InlineData("Movie ()", "Movie ()", 0)]
    public void The_year_is_taken_off_the_title(string text, string title, int year) => Assert.Equal((title, year), MovieTitle.Parse(text));

    [Theory]
    [InlineData("Godfather, The", "The Godfather")]
    [InlineData("Beautiful Mind, A", "A Beautiful Mind")]
    [InlineData("Affair to Remember, An", "An Affair to Remember")]
    [InlineData("Good, the Bad and the Ugly, The", "The Good, the Bad and the Ugly")]
    [InlineData("Lord of the Rings: The Two Towers, The", "The Lord of the Rings: The Two Towers")]
    [InlineData("Haine, La", "La Haine")]
    [InlineData("Miserables, Les", "Les Miserables")]
    [InlineData("Avventura, L'", "L'Avventura")]
    [InlineData("Postino, Il", "Il Postino")]
    [InlineData("Boot, Das", "Das Boot")]
    [InlineData("Untergang, Der", "Der Untergang")]
    [InlineData("Blechtrommel, Die", "Die Blechtrommel")]
    [InlineData("Mariachi, El", "El Mariachi")]
    [InlineData("Olvidados, Los", "Los Olvidados")]
    [InlineData("City of Lost Children, The (Cité des enfants perdus, La)", "The City of Lost Children (Cité des enfants perdus, La)")]
    [InlineData("Avventura, L' (Adventure, The)", "L'Avventura (Adventure, The)")]
    [InlineData("Seven Samurai (Shichinin no samurai)", "Seven Samurai (Shichinin no samurai)")]
    [InlineData("Cry, the Beloved Country", "Cry, the Beloved Country")]
    [InlineData("Me, Myself & Irene", "Me, Myself & Irene")]
    [InlineData("I, Robot", "I, Robot")]
    [InlineData("The Godfather", "The Godfather")]
    [InlineData(", The", ", The")]
    [InlineData("", "")]
    public void The_article_comes_first(string title, string expected) => Assert.Equal(expected, MovieTitle.ToNaturalOrder(title));
}
