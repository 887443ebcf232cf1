using System.Net;
using System.Text.RegularExpressions;
using Rapporteur.Text.LanguageIdentification;

namespace Rapporteur.Eval.Languages;

/// <summary>Whether paragraphs of the Universal Declaration of Human Rights are given their language; nothing was learnt from it.</summary>
/// <remarks>Nothing is measured where the corpus folder has no <c>udhr</c>: it is not among the corpora that come with the work (docs/languages.md).</remarks>
internal sealed partial class LanguageEvaluation : IEvaluation
{
    // A paragraph: so many letters at least. The shorter ones are the declaration's "No one shall be held in slavery".
    private const int Letters = 100, LettersOfSigns = 30;

    // Codes of the files and of their languages: the thirty most read languages of the press and some neighbours they are taken for.
    private static readonly string[] Files =
    [
        "eng en", "spa es", "fra fr", "deu_1996 de", "por_PT pt", "por_BR pt", "ita it", "nld nl", "pol pl", "rus ru", "ukr uk", "tur tr", "arb ar", "pes_1 fa", "urd ur", "hin hi", "ben bn", "mar mr",
        "tam ta", "tel te", "cmn_hans zh", "cmn_hant zh", "jpn ja", "kor ko", "vie vi", "tha th", "ind id", "ell_monotonic el", "heb he", "ron_2006 ro", "hun hu", "ces cs", "slk sk", "swe sv", "dan da", "nob no",
        "fin fi", "bul bg", "srp_cyrl sr", "srp_latn hr", "hrv hr", "bos_latn hr", "slv sl", "lit lt", "lvs lv", "est et", "mkd mk", "als sq",
    ];

    public string Name => "languages";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        int all = 0, right = 0;
        foreach (string[] pair in Files.Select(file => file.Split(' ')))
        {
            string file = Path.Combine(context.Corpora, "udhr", pair[0] + ".html");
            if (!File.Exists(file)) continue;
            foreach (string paragraph in Paragraph().Matches(File.ReadAllText(file)).Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value)))
            {
                if (paragraph.Count(char.IsLetter) < (pair[1] is "zh" or "ja" or "ko" ? LettersOfSigns : Letters)) continue;
                all++;
                string? found = LanguageIdentifier.Identify(paragraph);
                if (found == pair[1]) right++;
                else context.Trace?.WriteLine($"languages\t{pair[0]}\t{found}\t{paragraph}");
            }
        }

        if (all == 0) yield break;
        yield return new Score("languages/declaration/paragraphs", all);
        yield return new Score("languages/declaration/right", 100.0 * right / all, 99);
    }

    [GeneratedRegex("<p>(?<text>[^<]+)</p>", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Paragraph();
}
