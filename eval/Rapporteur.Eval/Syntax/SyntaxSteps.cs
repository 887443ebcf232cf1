using Rapporteur.Text;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Segmentation;
using Rapporteur.Text.Tagging;
using Rapporteur.Text.Tokenization;

namespace Rapporteur.Eval.Syntax;

/// <summary>The steps of the analysis that this part measures, without the later ones.</summary>
internal static class SyntaxSteps
{
    public static IReadOnlyList<Token> Annotate(string text)
    {
        IReadOnlyList<TextSpan> paragraphs = Paragraphs.Of(text);
        IReadOnlyList<Token> tokens = Tokenizer.Tokenize(text, paragraphs);
        IReadOnlyList<Sentence> sentences = SentenceSplitter.Split(text, paragraphs, tokens);
        WordForm[] forms = SyntaxAnnotator.Forms(text, tokens);
        return SyntaxAnnotator.Lemmatise(text, forms, SyntaxAnnotator.Read(forms, tokens, sentences, out _));
    }
}
