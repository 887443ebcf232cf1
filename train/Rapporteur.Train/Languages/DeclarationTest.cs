using System.Net;
using System.Text.RegularExpressions;
using Rapporteur.Text.LanguageIdentification;

namespace Rapporteur.Train.Languages;

/// <summary>Whether paragraphs of the Universal Declaration of Human Rights are given their language.</summary>
internal static partial class DeclarationTest
{
    // A paragraph: so many letters at least. The shorter ones are the declaration's "No one shall be held in slavery".
    private const int Letters = 100, LettersOfSigns = 30;

    // Codes of the files and of their languages. The thirty most read languages of the press and some neighbours they are taken for.
    private static readonly string[] Files =
    [
        "eng en", "spa es", "fra fr", "deu_1996 de", "por_PT pt", "por_BR pt", "ita it", "nld nl", "pol pl", "rus ru", "ukr uk", "tur tr", "arb ar", "pes_1 fa", "urd ur", "hin hi", "ben bn", "mar mr",
        "tam ta", "tel te", "cmn_hans zh", "cmn_hant zh", "jpn ja", "kor ko", "vie vi", "tha th", "ind id", "ell_monotonic el", "heb he", "ron_2006 ro", "hun hu", "ces cs", "slk sk", "swe sv", "dan da", "nob no",
        "fin fi", "bul bg", "srp_cyrl sr", "srp_latn hr", "hrv hr", "bos_latn hr", "slv sl", "lit lt", "lvs lv", "est et", "mkd mk", "als sq",
    ];

    public static IEnumerable<string> Run(string folder, LanguageProfiles profiles, TextWriter log)
    {
        int all = 0, right = 0, present = 0;
        List<string> wrong = [];
        foreach (string[] pair in Files.Select(file => file.Split(' ')))
        {
            string file = Path.Combine(folder, pair[0] + ".html");
            if (!File.Exists(file))
            {
                log.WriteLine($"languages: {pair[0]} is not there");
                continue;
            }

            present++;
            int here = 0, hits = 0;
            foreach (string paragraph in Paragraph().Matches(File.ReadAllText(file)).Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value)))
            {
                if (paragraph.Count(char.IsLetter) < (pair[1] is "zh" or "ja" or "ko" ? LettersOfSigns : Letters)) continue;
                here++;
                string? found = LanguageIdentifier.Identify(paragraph, profiles);
                if (found == pair[1]) hits++;
                else log.WriteLine($"languages: {pair[0]} taken for {found ?? "none"}: {paragraph[..Math.Min(60, paragraph.Length)]}");
            }

            all += here;
            right += hits;
            if (hits < here) wrong.Add($"{pair[1]} ({pair[0]}) {hits} of {here}");
        }

        yield return FormattableString.Invariant($"{100.0 * right / all:F1} % of {all} paragraphs in {present} versions of the declaration given their language");
        if (wrong.Count > 0) yield return "not all right: " + string.Join(", ", wrong);
    }

    [GeneratedRegex("<p>(?<text>[^<]+)</p>", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Paragraph();
}
