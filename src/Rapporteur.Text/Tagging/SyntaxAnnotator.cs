using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Syntax;

namespace Rapporteur.Text.Tagging;

/// <summary>Adds parts of speech, lemmas and dependency trees to tokens, with the models built into this assembly.</summary>
/// <remarks>The models are read once, when the first text comes. Everything here may be used by many threads at a time.</remarks>
internal static class SyntaxAnnotator
{
    private static readonly Lazy<WordClasses> Classes = new(() => new WordClasses(EmbeddedData.Model("words/words.bin")));
    private static readonly Lazy<Lemmatiser> Lemmatiser = new(() => new Lemmatiser(EmbeddedData.Model("lemmas/lemmas.bin")));
    private static readonly Lazy<SyntaxReader> Reader = new(() => new SyntaxReader(SyntaxNetwork.Read(EmbeddedData.Model("syntax/syntax.bin")), WordVectors.Trained));

    /// <summary>What is known of each token by itself; the later steps look at it.</summary>
    public static WordForm[] Forms(string text, IReadOnlyList<Token> tokens)
    {
        WordForm[] forms = new WordForm[tokens.Count];
        for (int i = 0; i < forms.Length; i++) forms[i] = WordForm.Of(text, tokens[i].Span, Classes.Value);
        return forms;
    }

    /// <summary>The tokens with their universal and Penn tags, heads and relations.</summary>
    /// <param name="forms">The forms of the tokens.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="sentences">Their sentences.</param>
    /// <param name="names">For each token, what speaks for each of the <see cref="NameLabels"/>: one number a label.</param>
    public static Token[] Read(WordForm[] forms, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, out float[] names)
    {
        Token[] read = [.. tokens];
        names = new float[tokens.Count * NameLabels.Count];
        Reader.Value.Read(forms, read, sentences, names);
        return read;
    }

    /// <summary>The tagged tokens with their lemmas.</summary>
    public static Token[] Lemmatise(string text, WordForm[] forms, Token[] tokens)
    {
        Token[] lemmatised = [.. tokens];
        TitlesOfElect.Mend(text, lemmatised);
        for (int i = 0; i < tokens.Length; i++) lemmatised[i] = lemmatised[i] with { Lemma = Lemmatiser.Value.Lemma(text, lemmatised[i], forms[i]) };
        return lemmatised;
    }
}
