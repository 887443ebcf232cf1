using System.Buffers.Binary;
using System.IO.Compression;

namespace Rapporteur.Reading;

/// <summary>Reads streams that may be longer than memory.</summary>
internal static class Bytes
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>Reads a stream to its end; null when it holds more than <paramref name="limit"/> bytes, of which no more are taken in.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancel)
    {
        byte[] buffer = new byte[Math.Min(FirstBuffer, limit + 1)];
        int length = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(length), cancel);
            if (read == 0) return buffer[..length];
            length += read;
            if (length > limit) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
        }
    }

    /// <summary>Unpacks gzip step by step, so that a small file which unpacks to a huge one costs no more than the limit; null when it does.</summary>
    /// <exception cref="InvalidDataException">It is not gzip, damaged, or cut.</exception>
    public static async Task<byte[]?> UnpackAsync(byte[] packed, int limit, CancellationToken cancel)
    {
        await using GZipStream stream = new(new MemoryStream(packed), CompressionMode.Decompress);
        byte[]? unpacked = await ReadAsync(stream, limit, cancel);
        if (unpacked is not null && IsCut(packed, unpacked.Length)) throw new InvalidDataException("The gzip data ends too early.");
        return unpacked;
    }

    /// <summary>The stream takes a cut file for a complete one; but the file's last four bytes are the length of what is in it (RFC 1952).</summary>
    private static bool IsCut(byte[] packed, int unpackedLength)
    {
        ReadOnlySpan<byte> magic = [0x1F, 0x8B, 0x08];
        if (!packed.AsSpan().StartsWith(magic) || packed.Length < 18) return true;
        // Several gzip files may be joined into one, and then the length is that of the last alone.
        return BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - 4)) != unpackedLength
            && packed.AsSpan(magic.Length).IndexOf(magic) < 0;
    }
}
