using Rapporteur.Text;
using Rapporteur.Text.Learning;
using Rapporteur.Train.Names;

namespace Rapporteur.Train.Syntax.Network;

/// <summary>A gold sentence as the network learns it.</summary>
/// <param name="Forms">Its words.</param>
/// <param name="Tags">Number of the tag of each word, or -1 where nothing is known.</param>
/// <param name="Heads">Head of each word in the sentence, -1 for the root; null where nothing is known.</param>
/// <param name="Relations">Number of the relation of each word; -1 for the root.</param>
/// <param name="Names">Label of each word as a part of a name; null where nothing is known.</param>
/// <param name="IsNews">Whether the names follow the conventions of the news corpora, which have an output of their own.</param>
internal sealed record SyntaxExample(WordForm[] Forms, int[] Tags, int[]? Heads, int[] Relations, byte[]? Names, bool IsNews = false)
{
    /// <summary>Sentences of which only the names are known.</summary>
    public static IEnumerable<SyntaxExample> Named(LabelledDocument d, WordClasses classes)
    {
        foreach (Sentence s in d.Sentences)
        {
            WordForm[] forms = [.. d.Tokens.Skip(s.FirstToken).Take(s.EndToken - s.FirstToken).Select(t => WordForm.Of(d.Text, t.Span, classes))];
            int[] unknown = new int[forms.Length];
            Array.Fill(unknown, -1);
            yield return new SyntaxExample(forms, unknown, null, unknown, d.Labels[s.FirstToken..s.EndToken], IsNews: true);
        }
    }

    public static IEnumerable<SyntaxExample> Of(TreebankDocument document, WordClasses classes, Func<string, int> tags, Func<string, int> relations, IReadOnlyDictionary<string, byte[]> names)
    {
        foreach (Sentence s in document.Sentences)
        {
            Token[] words = [.. document.Words.Skip(s.FirstToken).Take(s.EndToken - s.FirstToken)];
            yield return new SyntaxExample(
                [.. words.Select(w => WordForm.Of(document.Text, w.Span, classes))],
                [.. words.Select(w => tags(w.Xpos + " " + w.Upos))],
                [.. words.Select(w => w.Head < 0 ? -1 : w.Head - s.FirstToken)],
                [.. words.Select(w => w.Head < 0 ? -1 : relations(w.Relation!))],
                names.GetValueOrDefault(string.Join(' ', words.Select(w => w.Span.Of(document.Text).ToString()))) is { } labels && labels.Length == words.Length ? labels : null);
        }
    }

    /// <summary>The labels of names by the words of a sentence.</summary>
    public static Dictionary<string, byte[]> NamesBySentence(IEnumerable<LabelledDocument> documents)
    {
        Dictionary<string, byte[]> names = new(StringComparer.Ordinal);
        foreach (LabelledDocument d in documents)
        {
            foreach (Sentence s in d.Sentences) names[string.Join(' ', d.Tokens.Skip(s.FirstToken).Take(s.EndToken - s.FirstToken).Select(t => t.Span.Of(d.Text).ToString()))] = d.Labels[s.FirstToken..s.EndToken];
        }

        return names;
    }
}
