namespace SparrowRecSys.Offline.Samples;

/// <summary>Writes samples to a file, part by part. Not thread-safe.</summary>
internal interface ISampleWriter
{
    /// <summary>Appends the samples at some positions of a table whose vocabularies know every id in it.</summary>
    void Write(SampleTable samples, ReadOnlySpan<int> positions);

    /// <summary>Writes what is left to be written.</summary>
    void Complete();
}
