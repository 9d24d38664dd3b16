namespace SparrowRecSys.Offline.Graphs;

/// <summary>One slot of a node's alias table (Walker 1977, Vose 1991): two neighbours and where they part. All that one draw reads.</summary>
/// <param name="Target">The neighbour of random bits up to the threshold.</param>
/// <param name="Alias">The neighbour of the others.</param>
/// <param name="Threshold">Of 32 random bits.</param>
internal readonly record struct AliasSlot(int Target, int Alias, uint Threshold);
