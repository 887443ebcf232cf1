using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>Writes tokens, tags and trees in CoNLL-U (https://universaldependencies.org/format.html).</summary>
public static class ConlluDocument
{
    /// <summary>The <c>.conllu</c> file of a text. What the analysis did not fill in is an underscore.</summary>
    public static string Of(string doc, AnnotatedText text)
    {
        StringBuilder lines = new($"# newdoc id = {doc}\n");
        int paragraph = -1;
        for (int s = 0; s < text.Sentences.Count; s++)
        {
            Sentence sentence = text.Sentences[s];
            if (sentence.Paragraph != paragraph) lines.Append("# newpar\n");
            paragraph = sentence.Paragraph;
            lines.Append($"# sent_id = {doc}-{s + 1}\n# text = {OneLine(sentence.Span.In(text.Text))}\n");
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++) AppendToken(lines, text, sentence, i);
            lines.Append('\n');
        }

        return lines.ToString();
    }

    private static void AppendToken(StringBuilder lines, AnnotatedText text, Sentence sentence, int i)
    {
        Token token = text.Tokens[i];
        if (OpensContraction(text, sentence, i, out int last))
        {
            TextSpan whole = token.Span.Union(text.Tokens[last].Span);
            lines.Append($"{i - sentence.FirstToken + 1}-{last - sentence.FirstToken + 1}\t{OneLine(whole.In(text.Text))}\t_\t_\t_\t_\t_\t_\t_\t{Space(text, sentence, last)}\n");
        }

        string head = token.Relation is null ? "_" : token.Head < 0 ? "0" : $"{token.Head - sentence.FirstToken + 1}";
        string form = OneLine(token.Span.In(text.Text));
        bool inside = InsideContraction(text, sentence, i);
        lines.Append($"{i - sentence.FirstToken + 1}\t{form}\t{token.Lemma ?? "_"}\t{token.Upos ?? "_"}\t{token.Xpos ?? "_"}\t_\t{head}\t{token.Relation ?? "_"}\t_\t{(inside ? "_" : Space(text, sentence, i))}\n");
    }

    // Words that touch without a mark between them were one written word: "do" + "n't", "Kremlin" + "'s".
    private static bool Joined(AnnotatedText text, Sentence sentence, int i)
    {
        if (i + 1 >= sentence.EndToken) return false;
        TextSpan left = text.Tokens[i].Span, right = text.Tokens[i + 1].Span;
        if (left.End != right.Start) return false;
        string next = right.In(text.Text);
        bool clitic = next.Length > 1 && next[0] is '\'' or '’' && next.Skip(1).All(char.IsLetter);
        return char.IsLetter(text.Text[left.End - 1]) && (clitic || char.IsLetter(text.Text[right.Start]));
    }

    private static bool OpensContraction(AnnotatedText text, Sentence sentence, int i, out int last)
    {
        last = i;
        if (i > sentence.FirstToken && Joined(text, sentence, i - 1)) return false;
        while (Joined(text, sentence, last)) last++;
        return last > i;
    }

    private static bool InsideContraction(AnnotatedText text, Sentence sentence, int i) =>
        Joined(text, sentence, i) || (i > sentence.FirstToken && Joined(text, sentence, i - 1));

    private static string Space(AnnotatedText text, Sentence sentence, int i)
    {
        int end = text.Tokens[i].Span.End;
        bool touches = i + 1 < sentence.EndToken && text.Tokens[i + 1].Span.Start == end;
        return touches ? "SpaceAfter=No" : "_";
    }

    private static string OneLine(string words) => words.ReplaceLineEndings(" ").Replace('\t', ' ');
}
