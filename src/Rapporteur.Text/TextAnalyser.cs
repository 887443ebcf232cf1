using Rapporteur.Text.Attributions;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.ContestedTerms;
using Rapporteur.Text.Coreference;
using Rapporteur.Text.Encounters;
using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Segmentation;
using Rapporteur.Text.SpeechActs;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Tagging;
using Rapporteur.Text.Times;
using Rapporteur.Text.Tokenization;

namespace Rapporteur.Text;

/// <summary>Reads a text as a linguist would: words, sentences, names, times, and who said what.</summary>
/// <remarks>A pure function of the text, the publication date and the models: thread-safe, and the same answer every time.</remarks>
/// <param name="balance">What weighs more where it is doubtful whether words are attributed.</param>
/// <param name="fast">Whether the regression alone reads stances, without the networks (<c>docs/positions.md</c> has the figures of both). Who said what is found alike either way.</param>
public sealed class TextAnalyser(AttributionBalance balance = AttributionBalance.Balanced, bool fast = false)
{
    /// <summary>Annotates any string whatever.</summary>
    /// <param name="text">The characters to annotate; offsets of the result refer to them as they are.</param>
    /// <param name="published">The day of publication, against which relative dates are resolved; null when unknown.</param>
    /// <param name="unit">What counts as one attribution.</param>
    public AnnotatedText Annotate(string text, DateOnly? published = null, AttributionUnit unit = AttributionUnit.Cue)
    {
        AnnotatedText annotated = Attributed(text, published, unit);
        return annotated with { Stances = StanceReader.Read(annotated, fast) };
    }

    /// <summary>Everything but stances: what their training learns from, before there is a model of them.</summary>
    internal AnnotatedText Attributed(string text, DateOnly? published = null, AttributionUnit unit = AttributionUnit.Cue)
    {
        AnnotatedText annotated = Prepare(text, published);
        annotated = annotated with { ContestedTerms = ContestedTermFinder.Find(annotated) };
        IReadOnlyList<Attribution> found = ContestedTermFinder.Without(annotated.ContestedTerms, AttributionFinder.Find(annotated, balance, unit));
        return annotated with { Attributions = SpeechActReader.Read(annotated, found) };
    }

    /// <summary>A text as the attribution sees it before it decides: what its training learns from.</summary>
    internal static ReadText ReadForLearning(string text)
    {
        Prose prose = Prose.Of(Prepare(text, null), Lexicon.English);
        return new ReadText(prose, AttributionFinder.Drafts(prose));
    }

    // Everything but who said what.
    private static AnnotatedText Prepare(string text, DateOnly? published)
    {
        IReadOnlyList<TextSpan> paragraphs = Paragraphs.Of(text);
        IReadOnlyList<Token> tokens = Tokenizer.Tokenize(text, paragraphs);
        IReadOnlyList<Sentence> sentences = SentenceSplitter.Split(text, paragraphs, tokens);
        WordForm[] forms = SyntaxAnnotator.Forms(text, tokens);
        Token[] parsed = SyntaxAnnotator.Lemmatise(text, forms, SyntaxAnnotator.Read(forms, tokens, sentences, out float[] names));
        AnnotatedText annotated = new()
        {
            Text = text,
            Published = published,
            Paragraphs = paragraphs,
            Tokens = parsed,
            Sentences = sentences,
            Entities = NameFinder.Find(text, parsed, sentences, names),
        };
        annotated = CoreferenceResolver.Resolve(annotated);
        annotated = annotated with { Times = TimeExpressionFinder.Find(annotated) };
        return annotated with { Encounters = EncounterFinder.Find(annotated) };
    }
}
