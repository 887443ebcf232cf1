namespace Rapporteur.Reading;

/// <summary>Language tags as sidecars, feeds and pages write them.</summary>
internal static class LanguageCode
{
    /// <summary>The ISO 639-1 code of a BCP 47 tag: <c>en-GB</c> → <c>en</c>; null when it has none of two letters.</summary>
    public static string? Of(string? tag)
    {
        string primary = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return primary is [>= 'a' and <= 'z', >= 'a' and <= 'z'] ? primary : null;
    }
}
