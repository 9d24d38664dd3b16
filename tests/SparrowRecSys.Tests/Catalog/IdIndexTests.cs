using CsCheck;
using SparrowRecSys.Catalog;

namespace SparrowRecSys.Tests.Catalog;

public sealed class IdIndexTests
{
    [Theory]
    [InlineData(1, 50)] // dense: an array
    [InlineData(0, int.MaxValue)] // wide: a dictionary
    [InlineData(-10, 10)] // negative: a dictionary
    public void Every_id_is_found_at_its_row_and_no_other_id_is_found(int smallest, int largest) =>
        Gen.Int[smallest, largest].HashSet[0, 20].Sample(set =>
        {
            int[] ids = [.. set];
            var index = new IdIndex(ids);

            Assert.Equal(Enumerable.Range(0, ids.Length), ids.Select(index.Find));
            Assert.All(ids.SelectMany(id => new[] { id - 1, id + 1 }).Where(id => !set.Contains(id)), id => Assert.Equal(-1, index.Find(id)));
        });

    [Theory]
    [InlineData(3)]
    [InlineData(2_000_000_000)]
    public void An_id_that_appears_twice_is_refused(int id)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new IdIndex([1, id, id]));

        Assert.Equal($"Id {id} appears twice.", error.Message);
    }
}
