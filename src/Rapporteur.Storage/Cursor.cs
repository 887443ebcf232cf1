using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Rapporteur.Storage;

/// <summary>Where the next page of a list begins: the sort key of the last item shown, so that new items do not shift the pages.</summary>
internal static class Cursor
{
    public static string Of(params string[] sortKey) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(sortKey));

    /// <summary>The parts of the sort key.</summary>
    /// <exception cref="ArgumentException">It is no cursor, or one of another list.</exception>
    public static string[] Read(string cursor, int parts)
    {
        try
        {
            string[]? key = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor));
            if (key?.Length == parts && !key.Contains(null)) return key;
        }
        catch (Exception error) when (error is FormatException or JsonException or DecoderFallbackException)
        {
            // Told below, as for a cursor of another list.
        }

        throw new ArgumentException($"\"{cursor}\" does not continue this list. Use the cursor that came with the page before.", nameof(cursor));
    }

    /// <summary>A part of a sort key that is a number.</summary>
    public static long Number(string part) =>
        long.TryParse(part, out long number) ? number : throw new ArgumentException($"\"{part}\" is no number in a cursor.", nameof(part));
}
