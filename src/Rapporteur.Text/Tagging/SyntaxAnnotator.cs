using Rapporteur.Text.Learning;
using Rapporteur.Text.Parsing;

namespace Rapporteur.Text.Tagging;

/// <summary>Adds parts of speech, lemmas and dependency trees to tokens, with the models built into this assembly.</summary>
/// <remarks>The models are read once, when the first text comes. Everything here may be used by many threads at a time.</remarks>
internal static class SyntaxAnnotator
{
    private static readonly Lazy<WordClasses> Classes = new(() => new WordClasses(EmbeddedData.Model("words/words.bin")));
    private static readonly Lazy<Tagger> Tagger = new(() => new Tagger(new SparseLinearModel(EmbeddedData.Model("tagger/tagger.bin"))));
    private static readonly Lazy<Lemmatiser> Lemmatiser = new(() => new Lemmatiser(EmbeddedData.Model("lemmas/lemmas.bin")));
    private static readonly Lazy<DependencyParser> Parser = new(() => new DependencyParser(new SparseLinearModel(EmbeddedData.Model("parser/parser.bin"))));

    /// <summary>What is known of each token by itself; the later steps look at it.</summary>
    public static WordForm[] Forms(string text, IReadOnlyList<Token> tokens)
    {
        WordForm[] forms = new WordForm[tokens.Count];
        for (int i = 0; i < forms.Length; i++) forms[i] = WordForm.Of(text, tokens[i].Span, Classes.Value);
        return forms;
    }

    /// <summary>The tokens with their universal and Penn tags.</summary>
    public static Token[] Tag(WordForm[] forms, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        Token[] tagged = [.. tokens];
        foreach (Sentence s in sentences) Tagger.Value.Tag(forms.AsSpan(s.FirstToken..s.EndToken), tagged.AsSpan(s.FirstToken..s.EndToken));
        return tagged;
    }

    /// <summary>The tagged tokens with their lemmas.</summary>
    public static Token[] Lemmatise(string text, WordForm[] forms, Token[] tokens)
    {
        Token[] lemmatised = [.. tokens];
        for (int i = 0; i < tokens.Length; i++) lemmatised[i] = tokens[i] with { Lemma = Lemmatiser.Value.Lemma(text, tokens[i], forms[i]) };
        return lemmatised;
    }

    /// <summary>The tagged tokens with their heads and relations.</summary>
    public static Token[] Parse(WordForm[] forms, Token[] tokens, IReadOnlyList<Sentence> sentences)
    {
        Token[] parsed = [.. tokens];
        ParserState state = new();
        foreach (Sentence s in sentences) Parser.Value.Parse(forms.AsSpan(s.FirstToken..s.EndToken), parsed.AsSpan(s.FirstToken..s.EndToken), s.FirstToken, state);
        return parsed;
    }
}
