namespace SparrowRecSys.LinearAlgebra;

/// <summary>
/// Least squares in closed form: rows are gathered until there is a block of them, a block goes into the normal equations at once, and those
/// are solved by <see cref="Cholesky"/>. O(rows · D² / 2 + D³ / 6). Reads only the upper triangle of the prior.
/// </summary>
/// <param name="dimension">D.</param>
public sealed class LeastSquares(int dimension) : ILeastSquares
{
    private const int BlockRows = 32; // 16 KB at 128 dimensions: half of the first-level cache

    private readonly int _padded = Products.Pad(dimension);
    private readonly float[] _matrix = new float[Products.Pad(dimension) * Products.Pad(dimension)];
    private readonly float[] _vector = new float[Products.Pad(dimension)];
    private readonly float[] _rows = new float[BlockRows * Products.Pad(dimension)];
    private readonly float[] _targets = new float[BlockRows];
    private int _count;

    public void Begin(ReadOnlySpan<float> priorMatrix, ReadOnlySpan<float> priorVector)
    {
        _count = 0;
        Set(_matrix, priorMatrix);
        Set(_vector, priorVector);
    }

    public void Add(ReadOnlySpan<float> row, float target)
    {
        row.CopyTo(_rows.AsSpan(_count * _padded, dimension));
        _targets[_count++] = target;
        if (_count == BlockRows)
        {
            AddBlock();
        }
    }

    public bool TrySolve(float regularization, Span<float> solution)
    {
        AddBlock();
        for (int i = 0; i < _padded; i++)
        {
            _matrix[(i * _padded) + i] += i < dimension ? regularization : 1; // the padding is solved by 0
        }

        if (!Cholesky.TryFactor(_matrix, _padded))
        {
            return false;
        }

        Cholesky.Solve(_matrix, _vector);
        _vector.AsSpan(0, dimension).CopyTo(solution);
        return true;
    }

    private static void Set(Span<float> target, ReadOnlySpan<float> source)
    {
        source.CopyTo(target);
        target[source.Length..].Clear();
    }

    private void AddBlock()
    {
        if (_count > 0)
        {
            Products.AddSquares(_rows, _count, _padded, 1, _matrix, _padded, _padded);
            Products.AddRows(_rows.AsSpan(0, _count * _padded), _targets.AsSpan(0, _count), _vector);
            _count = 0;
        }
    }
}
