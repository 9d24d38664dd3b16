using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>How the fields of a file are separated and encoded.</summary>
internal sealed record DelimitedFormat(byte[] Separator, bool IsQuoted, Encoding Encoding)
{
    // Invalid UTF-8 becomes U+FFFD, which the readers refuse by row: an exception would lose the line number.
    public static DelimitedFormat Csv { get; } = new(","u8.ToArray(), IsQuoted: true, Encoding.UTF8);

    /// <summary><c>::</c>, as in the 1M (Latin-1) and 10M (UTF-8) releases.</summary>
    public static DelimitedFormat DoubleColon(Encoding encoding) => new("::"u8.ToArray(), IsQuoted: false, encoding);

    public static DelimitedFormat Tab { get; } = new("\t"u8.ToArray(), IsQuoted: false, Encoding.Latin1);

    public static DelimitedFormat Bar { get; } = new("|"u8.ToArray(), IsQuoted: false, Encoding.Latin1);
}
