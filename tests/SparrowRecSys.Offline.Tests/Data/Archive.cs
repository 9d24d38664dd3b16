using System.IO.Compression;
using System.Text;

namespace SparrowRecSys.Offline.Tests.Data;

/// <summary>Makes archives in memory.</summary>
internal static class Archive
{
    /// <summary>An archive of text files; nothing is compressed, so that sizes can be foreseen.</summary>
    public static byte[] Of(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
