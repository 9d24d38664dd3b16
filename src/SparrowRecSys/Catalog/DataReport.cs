namespace SparrowRecSys.Catalog;

/// <summary>What a reader found in the files of a data set. Immutable.</summary>
public sealed record DataReport(IReadOnlyList<FileReport> Files)
{
    /// <summary>Refused rows over all rows, of the file in which that share is highest; 0 to 1.</summary>
    public double WorstBadShare => Files.Count == 0 ? 0 : Files.Max(file => file.BadShare);
}

/// <summary>What a reader found in one file.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Rows">Rows read, refused ones included, header excluded.</param>
/// <param name="BadRowCount">Rows refused.</param>
/// <param name="BadRows">The first of the refused rows (loading keeps 100, checking keeps all).</param>
public sealed record FileReport(string Path, int Rows, int BadRowCount, IReadOnlyList<BadRow> BadRows)
{
    public double BadShare => Rows == 0 ? 0 : (double)BadRowCount / Rows;
}

/// <summary>One refused row.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Found">The row as it stands in the file, cut at 80 characters.</param>
/// <param name="Expected">What would have been right.</param>
public sealed record BadRow(int Line, string Found, string Expected);
