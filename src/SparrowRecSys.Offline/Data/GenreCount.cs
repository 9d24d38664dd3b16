namespace SparrowRecSys.Offline.Data;

/// <summary>How much of a data set is of a genre; a movie counts for each of its genres.</summary>
internal sealed record GenreCount(string Name, int Movies, long Ratings);
