using System.Text;
using Rapporteur.Text;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Tagging;

namespace Rapporteur.Train.Syntax;

/// <summary>Learns which ending of a word asks for which change to reach its lemma.</summary>
internal sealed class LemmasTraining : ITraining
{
    // An ending speaks for words never seen only when this many different words with it agree, by this share.
    private const int LeastWords = 3;
    private const double LeastAgreement = 0.6;

    private static readonly WordClasses NoClasses = new(WordClasses.Write(new Dictionary<uint, WordClass>()));

    public string Name => "lemmas";

    public void Run(TrainingContext context)
    {
        // (tag, lower-case word) → rules seen with it.
        Dictionary<(string Xpos, string Word), Dictionary<Lemmatiser.Rule, int>> seen = [];
        foreach (TreebankDocument d in SyntaxCorpora.Train(context))
        {
            foreach (Token w in d.Words)
            {
                string form = w.Span.In(d.Text);
                if (w.Lemma is null or "_" || w.Xpos == "GW") continue;
                (string, string) key = (w.Xpos!, form.ToLowerInvariant());
                if (!seen.TryGetValue(key, out Dictionary<Lemmatiser.Rule, int>? rules)) seen[key] = rules = [];
                Lemmatiser.Rule rule = RuleFor(form, w.Lemma, w.Upos == "PROPN");
                rules[rule] = rules.GetValueOrDefault(rule) + 1;
            }
        }

        byte[] file = Write(Endings(seen));
        Lemmatiser lemmatiser = new(file);
        List<string> scores = [];
        foreach ((string name, List<TreebankDocument> dev) in SyntaxCorpora.Dev(context))
        {
            int all = 0, right = 0;
            foreach ((TreebankDocument d, Token w) in dev.SelectMany(d => d.Words.Select(w => (d, w))))
            {
                all++;
                if (w.Lemma == "_" || lemmatiser.Lemma(d.Text, w, WordForm.Of(d.Text, w.Span, NoClasses)) == w.Lemma) right++;
            }

            scores.Add(FormattableString.Invariant($"{name}, words and tags given: lemmas {100.0 * right / all:F2}"));
        }

        ModelFolder.Write(context, Name, file, "Lemmas", "EWT and GUM train", scores);
    }

    private static Lemmatiser.Rule RuleFor(string form, string lemma, bool isName)
    {
        Lemmatiser.Rule small = Change(form.ToLowerInvariant(), lemma, false), kept = Change(form, lemma, true);
        return isName || kept.Cut + kept.Add.Length < small.Cut + small.Add.Length ? kept : small;
    }

    private static Lemmatiser.Rule Change(string form, string lemma, bool keepsCapitals)
    {
        int common = form.AsSpan().CommonPrefixLength(lemma);
        return new Lemmatiser.Rule((byte)Math.Min(255, form.Length - common), lemma[common..], keepsCapitals);
    }

    // From no ending at all to the whole word: an entry is made only where the rule differs from that of the next shorter ending.
    private static Dictionary<ulong, Lemmatiser.Rule> Endings(Dictionary<(string Xpos, string Word), Dictionary<Lemmatiser.Rule, int>> seen)
    {
        Dictionary<ulong, Lemmatiser.Rule> endings = [];
        List<(string Xpos, WordForm Form, Lemmatiser.Rule Rule)> words = [.. seen.Select(w => (w.Key.Xpos, WordForm.Of(w.Key.Word, new TextSpan(0, w.Key.Word.Length), NoClasses), Most(w.Value)))];
        for (int length = 0; length <= Lemmatiser.LongestEnding; length++)
        {
            foreach (var group in words.Where(w => length == 0 || Lemmatiser.Ending(w.Form, length) != 0).GroupBy(w => (w.Xpos, Lemmatiser.Ending(w.Form, length))))
            {
                var best = group.GroupBy(w => w.Rule).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).First();
                if (length > 0 && (best.Count() < LeastWords || best.Count() < LeastAgreement * group.Count())) continue;
                if (length == 0 || Known(endings, group.Key.Xpos, group.First().Form, length - 1) != best.Key) endings[Lemmatiser.Key(group.Key.Xpos, length, group.Key.Item2)] = best.Key;
            }
        }

        foreach ((string xpos, WordForm form, Lemmatiser.Rule rule) in words)
        {
            if (Known(endings, xpos, form, Lemmatiser.LongestEnding) != rule) endings[Lemmatiser.Key(xpos, Lemmatiser.WholeWord, form.Lower)] = rule;
        }

        return endings;
    }

    private static Lemmatiser.Rule? Known(Dictionary<ulong, Lemmatiser.Rule> endings, string xpos, WordForm form, int longest)
    {
        for (int length = longest; length >= 0; length--)
        {
            uint hash = Lemmatiser.Ending(form, length);
            if ((hash != 0 || length == 0) && endings.TryGetValue(Lemmatiser.Key(xpos, length, hash), out Lemmatiser.Rule rule)) return rule;
        }

        return null;
    }

    private static Lemmatiser.Rule Most(Dictionary<Lemmatiser.Rule, int> rules) =>
        rules.OrderByDescending(r => r.Value).ThenBy(r => r.Key.ToString(), StringComparer.Ordinal).First().Key;

    private static byte[] Write(Dictionary<ulong, Lemmatiser.Rule> endings)
    {
        // Rule 0 is for tags never seen: the word as it is, written small.
        List<Lemmatiser.Rule> rules = [new(0, "", false), .. endings.Values.Distinct().Where(r => r != new Lemmatiser.Rule(0, "", false)).OrderBy(r => r.ToString(), StringComparer.Ordinal)];
        Dictionary<Lemmatiser.Rule, int> numbers = rules.Select((r, i) => (r, i)).ToDictionary(p => p.r, p => p.i);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Lemmatiser.Format);
        writer.Write((ushort)rules.Count);
        foreach (Lemmatiser.Rule rule in rules)
        {
            writer.Write(rule.Cut);
            writer.Write(rule.Add);
            writer.Write(rule.KeepsCapitals);
        }

        writer.Write(endings.Count);
        foreach ((ulong key, Lemmatiser.Rule rule) in endings.OrderBy(e => e.Key))
        {
            writer.Write(key);
            writer.Write((ushort)numbers[rule]);
        }

        writer.Flush();
        return stream.ToArray();
    }
}
