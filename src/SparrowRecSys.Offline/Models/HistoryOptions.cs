using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using SparrowRecSys.Offline.RetrievalMethods;

namespace SparrowRecSys.Offline.Models;

/// <summary>Options of the networks that see the films that a user liked.</summary>
internal abstract record HistoryOptions : NetworkOptions
{
    /// <summary>
    /// Other defaults than those of networks that see ids only: user 0.9, movies 0.15, dropout 0.3, regularization 4. What is counted of a user says more than
    /// the id, which a network mainly learns by heart.
    /// </summary>
    protected HistoryOptions() => (UserDropout, MovieDropout, Dropout, Regularization) = (0.9, 0.15, 0.3, 4);

    /// <summary>Films of the history, newest first, 1 to 50. Default 20. The cost of attention grows with it.</summary>
    [Description("Films of the history, the newest ones.")]
    [Range(1, 50)]
    [Search(5, 10, 20, 50)]
    public int HistoryLength { get; init; } = 20;
}
