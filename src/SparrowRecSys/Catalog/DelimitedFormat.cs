using System.Text;

namespace SparrowRecSys.Catalog;

/// <summary>How the fields of a file are separated and encoded.</summary>
/// <param name="Separator">Bytes between two fields, at least one.</param>
/// <param name="IsQuoted">Whether fields may be quoted as in RFC 4180.</param>
/// <param name="Encoding">UTF-8 or Latin-1.</param>
public sealed record DelimitedFormat(byte[] Separator, bool IsQuoted, Encoding Encoding)
{
    public static DelimitedFormat Csv { get; } = new(","u8.ToArray(), IsQuoted: true, Encoding.UTF8);

    /// <summary><c>::</c>, as in the 1M (Latin-1) and 10M (UTF-8) releases.</summary>
    public static DelimitedFormat DoubleColon(Encoding encoding) => new("::"u8.ToArray(), IsQuoted: false, encoding);

    public static DelimitedFormat Tab { get; } = new("\t"u8.ToArray(), IsQuoted: false, Encoding.Latin1);

    public static DelimitedFormat Bar { get; } = new("|"u8.ToArray(), IsQuoted: false, Encoding.Latin1);

    /// <summary>Whether the bytes mean something in <see cref="Encoding"/>; in Latin-1 all do.</summary>
    public bool IsValid(ReadOnlySpan<byte> text) => Encoding.CodePage != Encoding.UTF8.CodePage || System.Text.Unicode.Utf8.IsValid(text);
}
