using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rapporteur.Eval.Reuse;

/// <summary>An article of ECB+ as running text.</summary>
internal static partial class EcbArticle
{
    /// <summary>The sentences, one paragraph each, with the blanks before punctuation taken out; without the address that some begin with.</summary>
    public static string TextOf(string file) => string.Join("\n\n", XDocument.Load(file).Descendants("token")
        .GroupBy(token => (int)token.Attribute("sentence")!)
        .Where(sentence => !sentence.First().Value.StartsWith("http", StringComparison.Ordinal))
        .Select(sentence => Detached().Replace(string.Join(' ', sentence.Select(token => token.Value)), "${mark}")));

    [GeneratedRegex(@" (?<mark>[.,;:!?%)\]]|'s\b|n't\b)", RegexOptions.None, 10_000)]
    private static partial Regex Detached();
}
