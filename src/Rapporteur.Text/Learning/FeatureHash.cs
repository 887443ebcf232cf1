namespace Rapporteur.Text.Learning;

/// <summary>Turns features into 64-bit numbers, the same on every machine.</summary>
internal static class FeatureHash
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>A feature of one template with up to three values.</summary>
    public static ulong Of(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        ulong h = ((ulong)template + 1) * Golden;
        h = (h ^ a) * 0xBF58476D1CE4E5B9;
        h = ((h ^ (h >> 29)) + b) * 0x94D049BB133111EB;
        h = ((h ^ (h >> 31)) + c) * Golden;
        return h ^ (h >> 32);
    }

    /// <summary>A feature of one template with four values or more, the last ones packed by the caller.</summary>
    public static ulong Of(int template, ulong a, ulong b, ulong c, ulong d) => Of(template, Of(128, a, b), c, d);

    /// <summary>FNV-1a over UTF-16 units. Never 0, which stands for "no word here".</summary>
    public static uint Of(ReadOnlySpan<char> characters)
    {
        uint h = 2166136261;
        foreach (char c in characters) h = (h ^ c) * 16777619;
        return h == 0 ? 1 : h;
    }
}
