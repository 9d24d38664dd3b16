using System.Numerics.Tensors;

namespace SparrowRecSys.LinearAlgebra;

/// <summary>
/// Least squares by a few steps of the conjugate gradient (Hestenes and Stiefel 1952; for ALS: Takács, Pilászy, Tikk 2011), which never forms the
/// matrix: each step multiplies by the rows and by their transpose. O(steps · (rows · D + D²)), where the closed form takes rows · D²; good where
/// the start is near, as from one iteration of ALS to the next.
/// </summary>
/// <param name="dimension">D.</param>
/// <param name="steps">At most so many steps; D of them would be exact but for rounding.</param>
public sealed class ConjugateGradient(int dimension, int steps) : ILeastSquares
{
    private const float Converged = 1e-10f; // of the squared residual at the start

    private readonly int _padded = Products.Pad(dimension);
    private readonly float[] _prior = new float[Products.Pad(dimension) * Products.Pad(dimension)];
    private readonly float[] _vector = new float[Products.Pad(dimension)]; // p
    private readonly float[] _solution = new float[Products.Pad(dimension)];
    private readonly float[] _residual = new float[Products.Pad(dimension)];
    private readonly float[] _direction = new float[Products.Pad(dimension)];
    private readonly float[] _product = new float[Products.Pad(dimension)];
    private float[] _rows = new float[64 * Products.Pad(dimension)];
    private float[] _targets = new float[64];
    private float[] _dots = new float[64];
    private int _count;
    private bool _hasPrior;

    public void Begin(ReadOnlySpan<float> priorMatrix, ReadOnlySpan<float> priorVector)
    {
        _count = 0;
        _hasPrior = !priorMatrix.IsEmpty;
        priorMatrix.CopyTo(_prior);
        priorVector.CopyTo(_vector);
        _vector.AsSpan(priorVector.Length).Clear();
    }

    public void Add(ReadOnlySpan<float> row, float target)
    {
        if (_count == _targets.Length)
        {
            Array.Resize(ref _rows, 2 * _rows.Length);
            Array.Resize(ref _targets, 2 * _targets.Length);
            Array.Resize(ref _dots, 2 * _dots.Length);
        }

        row.CopyTo(_rows.AsSpan(_count * _padded, dimension));
        _targets[_count++] = target;
    }

    public bool TrySolve(float regularization, Span<float> solution)
    {
        solution.CopyTo(_solution);
        Multiply(_solution, regularization, _product);
        Products.AddRows(_rows.AsSpan(0, _count * _padded), _targets.AsSpan(0, _count), _vector);
        TensorPrimitives.Subtract(_vector, _product, _residual);
        _residual.CopyTo(_direction.AsSpan());
        float square = TensorPrimitives.SumOfSquares<float>(_residual);
        float enough = Converged * square;
        for (int step = 0; step < steps && square > enough; step++)
        {
            Multiply(_direction, regularization, _product);
            float curvature = TensorPrimitives.Dot<float>(_direction, _product);
            if (!(curvature > 0))
            {
                return false;
            }

            float length = square / curvature;
            TensorPrimitives.MultiplyAdd(_direction, length, _solution, _solution);
            TensorPrimitives.MultiplyAdd(_product, -length, _residual, _residual);
            float next = TensorPrimitives.SumOfSquares<float>(_residual);
            TensorPrimitives.MultiplyAdd(_direction, next / square, _residual, _direction);
            square = next;
        }

        _solution.AsSpan(0, dimension).CopyTo(solution);
        return true;
    }

    /// <summary>(P + YᵀY + λ) v.</summary>
    private void Multiply(ReadOnlySpan<float> vector, float regularization, Span<float> product)
    {
        if (_hasPrior)
        {
            DotProducts.OfRows(vector, _prior, product);
        }
        else
        {
            product.Clear();
        }

        TensorPrimitives.MultiplyAdd(vector, regularization, product, product);
        Span<float> dots = _dots.AsSpan(0, _count);
        DotProducts.OfRows(vector, _rows.AsSpan(0, _count * _padded), dots);
        Products.AddRows(_rows.AsSpan(0, _count * _padded), dots, product);
    }
}
