namespace SparrowRecSys.LinearAlgebra;

/// <summary>
/// Finds x that minimises Σ (t − x·y)² over rows y with targets t, + xᵀ P x − 2 p·x + λ |x|². For one thread, over and over: begin, add,
/// solve.
/// </summary>
public interface ILeastSquares
{
    /// <summary>Begins anew.</summary>
    /// <param name="priorMatrix">P, symmetric, (D padded, D padded), D padded to a multiple of <see cref="Products.Block"/>; empty: 0.</param>
    /// <param name="priorVector">p (D or D padded); empty: 0.</param>
    void Begin(ReadOnlySpan<float> priorMatrix, ReadOnlySpan<float> priorVector);

    /// <summary>Adds a row y (D) and its target t.</summary>
    void Add(ReadOnlySpan<float> row, float target);

    /// <summary>Solves for x; afterwards <see cref="Begin"/> is due.</summary>
    /// <param name="regularization">λ, at least 0.</param>
    /// <param name="solution">x (D); what it holds before is where an iterative method starts.</param>
    /// <returns>False, with nothing written, when the system has no single solution: λ is 0 and the rows leave a direction open.</returns>
    bool TrySolve(float regularization, Span<float> solution);
}
