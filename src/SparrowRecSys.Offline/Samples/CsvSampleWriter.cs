using System.Globalization;
using System.Text;
using SparrowRecSys.Features;

namespace SparrowRecSys.Offline.Samples;

/// <summary>Writes samples as the original's CSV: ids, and empty where there is nothing; numbers in the fewest digits that read back the same.</summary>
internal sealed class CsvSampleWriter : ISampleWriter
{
    private const int LongestRow = 4096;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 18];
    private int _length;

    /// <param name="stream">Written to; the caller's.</param>
    public CsvSampleWriter(Stream stream)
    {
        _stream = stream;
        Append(string.Join(',', OriginalColumns.Names));
        _buffer[_length++] = (byte)'\n';
    }

    public void Write(SampleTable samples, ReadOnlySpan<int> positions)
    {
        FeatureSlot?[] slots = [.. OriginalColumns.Names.Select(samples.Schema.Find)];
        foreach (int position in positions)
        {
            if (_buffer.Length - _length < LongestRow)
            {
                Flush();
            }

            for (int column = 0; column < slots.Length; column++)
            {
                if (column > 0)
                {
                    _buffer[_length++] = (byte)',';
                }

                if (slots[column] is { } slot)
                {
                    WriteFeature(samples, position, slot);
                }
                else
                {
                    WriteFact(samples, position, OriginalColumns.Names[column]);
                }
            }

            _buffer[_length++] = (byte)'\n';
        }
    }

    public void Complete() => Flush();

    private void WriteFact(SampleTable samples, int position, string column)
    {
        switch (column)
        {
            case OriginalColumns.Rating: Append(samples.HalfStars[position] / 2f); break;
            case OriginalColumns.Timestamp: Append(samples.Timestamps[position]); break;
            default: Append(samples.Labels[position] ? 1 : 0); break;
        }
    }

    private void WriteFeature(SampleTable samples, int position, FeatureSlot slot)
    {
        int at = (position * samples.Schema.Width(slot.Block)) + slot.Offset;
        if (!slot.Feature.IsId)
        {
            Append(samples.Numbers(slot.Block)[at]);
            return;
        }

        int row = samples.Ids(slot.Block)[at];
        if (row == FeatureVocabularies.Nothing)
        {
            return;
        }

        switch (slot.Feature.Kind)
        {
            case FeatureKind.UserId: Append(samples.Vocabularies.UserIds[row]); break;
            case FeatureKind.MovieId: Append(samples.Vocabularies.MovieIds[row]); break;
            default: Append(samples.Vocabularies.Genres[row]); break;
        }
    }

    private void Append<T>(T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(_buffer.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Append(string text) => _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));

    private void Flush()
    {
        _stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
