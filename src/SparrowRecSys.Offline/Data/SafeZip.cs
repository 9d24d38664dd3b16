using System.IO.Compression;

namespace SparrowRecSys.Offline.Data;

/// <summary>Unpacks archives that came over the network.</summary>
internal static class SafeZip
{
    /// <summary>Unpacks into a directory that does not exist yet; it is there whole or not at all.</summary>
    /// <remarks>Where the archive holds a single top folder, its contents become the directory.</remarks>
    /// <param name="zipPath">The archive.</param>
    /// <param name="directory">Where to unpack; its parent exists.</param>
    /// <param name="mostBytes">Most bytes to unpack, all files together.</param>
    /// <param name="cancellation">Stops between and within files.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no archive, an entry's name leads out of the directory, or the entries are larger than allowed or than they say.
    /// </exception>
    public static async Task UnpackAsync(string zipPath, string directory, long mostBytes, CancellationToken cancellation)
    {
        string temporary = $"{Path.GetFullPath(directory)}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            await UnpackEntriesAsync(zipPath, temporary, mostBytes, cancellation);
            string[] top = Directory.GetFileSystemEntries(temporary);
            Directory.Move(top.Length == 1 && Directory.Exists(top[0]) ? top[0] : temporary, directory);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static async Task UnpackEntriesAsync(string zipPath, string directory, long mostBytes, CancellationToken cancellation)
    {
        await using ZipArchive archive = await ZipFile.OpenReadAsync(zipPath, cancellation);
        long left = mostBytes;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string path = Resolve(directory, entry.FullName, zipPath);
            left -= entry.Length;
            if (entry.Length < 0 || left < 0)
            {
                throw new InvalidDataException($"{zipPath}: found more than {mostBytes} bytes in the archive, expected fewer.");
            }

            if (entry.FullName.EndsWith('/'))
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                await UnpackFileAsync(entry, path, zipPath, cancellation);
            }
        }
    }

    private static async Task UnpackFileAsync(ZipArchiveEntry entry, string path, string zipPath, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        await using Stream from = await entry.OpenAsync(cancellation);
        await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            if (to.Position > entry.Length)
            {
                break;
            }
        }

        if (to.Position != entry.Length)
        {
            throw new InvalidDataException($"{zipPath}: {entry.FullName} does not have the {entry.Length} bytes that the archive states.");
        }
    }

    /// <summary>Path of an entry within the directory; the name may come from anyone.</summary>
    private static string Resolve(string directory, string name, string zipPath)
    {
        bool isHostile = name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal)
            || name.StartsWith('/') || name.Split('/').Contains("..");
        string path = isHostile ? "" : Path.GetFullPath(Path.Combine(directory, name));
        return path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidDataException($"{zipPath}: found the entry {name}, expected names within the archive's own folder.");
    }
}
