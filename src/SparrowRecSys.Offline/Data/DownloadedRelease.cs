namespace SparrowRecSys.Offline.Data;

/// <summary>What a download brought.</summary>
/// <param name="Directory">Full path of the unpacked release.</param>
/// <param name="Bytes">Size of the archive.</param>
/// <param name="Md5">Checksum that the archive was compared with, or <see langword="null"/> where the server has none for it.</param>
/// <param name="Terms">The usage licence of the release.</param>
internal sealed record DownloadedRelease(string Directory, long Bytes, string? Md5, string Terms);
