using System.Buffers;
using System.Text;
using SparrowRecSys.Catalog;
using SparrowRecSys.Features;
using SparrowRecSys.Server.Classic;

namespace SparrowRecSys.Server.Tests.Classic;

public sealed class ClassicJsonTests
{
    [Fact]
    public void Top_ratings_are_collected_as_the_original_does()
    {
        // Ascending by score; of equal scores the latest stands first; the eleventh drops the first.
        float[] scores = [3, 5, 1, 4, 5, 2, 3, 4, 5, 1, 4, 0.5f];

        List<Rating> top = ClassicJson.TopRatings([.. scores.Select((score, i) => new Rating(i, 1, score, i))]);

        Assert.Equal([2, 5, 6, 0, 10, 7, 3, 8, 4, 1], top.Select(rating => rating.UserId));
    }

    [Theory]
    [InlineData("say \"hi\"", "say \\\"hi\\\"")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("tab\there", "tab\\u0009here")]
    [InlineData("", "")]
    [InlineData("\"", "\\\"")]
    [InlineData("Amélie 千と千尋 <b>&'+", "Amélie 千と千尋 <b>&'+")]
    [InlineData("🎬", "🎬")]
    public void Text_is_raw_utf8_but_for_what_json_must_escape(string title, string expected)
    {
        var output = new ArrayBufferWriter<byte>();

        ClassicJson.WriteMovie(output, new Movie { MovieId = 1, Title = title, DisplayTitle = title }, MovieStatistics.Empty, []);

        Assert.Contains($"\"title\":\"{expected}\"", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }
}
