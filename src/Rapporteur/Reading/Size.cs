namespace Rapporteur.Reading;

/// <summary>Sizes in words for the user.</summary>
internal static class Size
{
    /// <summary>A number of bytes in megabytes of a million bytes: <c>52.4 MB</c>, <c>10 MB</c>.</summary>
    public static string InWords(long bytes) => bytes < 100_000 ? $"{bytes} bytes" : $"{bytes / 1_000_000.0:0.#} MB";
}
