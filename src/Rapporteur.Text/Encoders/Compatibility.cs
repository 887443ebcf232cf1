namespace Rapporteur.Text.Encoders;

/// <summary>Writes characters the way the encoder's training text had them: Unicode's compatibility forms (NFKC), as far as news has them.</summary>
/// <remarks>An own small table: the platform's normalisation needs data that is not there when a program runs without a culture, and differs between its versions.</remarks>
internal static class Compatibility
{
    private static readonly Dictionary<char, string> Forms = new()
    {
        ['…'] = "...", ['‥'] = "..", ['\u00A0'] = " ", ['ﬁ'] = "fi", ['ﬂ'] = "fl", ['ﬀ'] = "ff", ['ﬃ'] = "ffi", ['ﬄ'] = "ffl", ['²'] = "2", ['³'] = "3", ['¹'] = "1",
        ['ª'] = "a", ['º'] = "o", ['™'] = "TM", ['№'] = "No", ['½'] = "1⁄2", ['¼'] = "1⁄4", ['¾'] = "3⁄4", ['″'] = "′′", ['‼'] = "!!",
    };

    /// <summary>Adds the characters of a span, and for each where it comes from.</summary>
    public static void Add(string text, TextSpan span, List<char> characters, List<int> origin)
    {
        for (int i = span.Start; i < span.End; i++)
        {
            char c = text[i];
            if (c is >= '！' and <= '～') c = (char)(c - '！' + '!');
            if (!Forms.TryGetValue(c, out string? form))
            {
                characters.Add(c);
                origin.Add(i);
                continue;
            }

            foreach (char one in form)
            {
                characters.Add(one == ' ' ? PieceVocabulary.Start : one);
                origin.Add(i);
            }
        }
    }
}
