using Rapporteur.Text;

namespace Rapporteur.Train.Syntax;

/// <summary>The measures of the CoNLL 2018 shared task, over raw text: F1 of words, sentences, tags, lemmas and attachments.</summary>
/// <remarks>
/// A word counts as found when it has the same characters as a gold word; tags and heads are right or wrong for found
/// words, and F1 is taken over all. Of relations only the part before the colon counts, as in the shared task.
/// </remarks>
internal sealed class SyntaxScore
{
    private int _goldWords, _words, _found, _upos, _xpos, _lemma, _uas, _las, _goldSentences, _sentences, _sentencesFound;

    public double Words => F1(_found, _words, _goldWords);

    public double Sentences => F1(_sentencesFound, _sentences, _goldSentences);

    public double Upos => F1(_upos, _words, _goldWords);

    public double Xpos => F1(_xpos, _words, _goldWords);

    public double Lemmas => F1(_lemma, _words, _goldWords);

    public double Uas => F1(_uas, _words, _goldWords);

    public double Las => F1(_las, _words, _goldWords);

    public void Add(TreebankDocument gold, IReadOnlyList<Token> words, IReadOnlyList<Sentence> sentences)
    {
        _goldWords += gold.Words.Count;
        _words += words.Count;
        _goldSentences += gold.Sentences.Count;
        _sentences += sentences.Count;
        HashSet<TextSpan> goldSentences = [.. gold.Sentences.Select(s => s.Span)];
        _sentencesFound += sentences.Count(s => goldSentences.Contains(s.Span));
        Dictionary<TextSpan, int> goldWords = [];
        for (int i = 0; i < gold.Words.Count; i++) goldWords[gold.Words[i].Span] = i;
        foreach (Token word in words)
        {
            if (!goldWords.TryGetValue(word.Span, out int g)) continue;
            Token right = gold.Words[g];
            _found++;
            if (word.Upos == right.Upos) _upos++;
            if (word.Xpos == right.Xpos) _xpos++;
            if (word.Lemma == right.Lemma || right.Lemma == "_") _lemma++;
            bool attached = right.Head < 0
                ? word.Head < 0 && word.Relation is not null
                : word.Head >= 0 && words[word.Head].Span == gold.Words[right.Head].Span;
            if (!attached) continue;
            _uas++;
            if (Universal(word.Relation) == Universal(right.Relation)) _las++;
        }
    }

    public override string ToString() =>
        $"words {Words:F2}  sentences {Sentences:F2}  UPOS {Upos:F2}  XPOS {Xpos:F2}  lemmas {Lemmas:F2}  UAS {Uas:F2}  LAS {Las:F2}";

    private static string? Universal(string? relation) => relation?.Split(':')[0];

    private static double F1(int right, int found, int gold) => found + gold == 0 ? 0 : 200.0 * right / (found + gold);
}
