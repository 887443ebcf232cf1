namespace Rapporteur.Text;

/// <summary>One word or punctuation mark: a Universal Dependencies syntactic word with its place in the text.</summary>
/// <param name="Span">Where it stands. Contractions are divided: "don't" is "do" + "n't", each with its own characters.</param>
/// <param name="Lemma">Dictionary form, or null before lemmatisation.</param>
/// <param name="Upos">Universal part of speech tag (<c>NOUN</c>, <c>VERB</c>, …), or null before tagging.</param>
/// <param name="Xpos">Penn Treebank tag (<c>NNS</c>, <c>VBD</c>, …), or null before tagging.</param>
/// <param name="Head">Index of the head in <see cref="AnnotatedText.Tokens"/>; -1 for the root of a sentence and before parsing.</param>
/// <param name="Relation">Universal Dependencies relation to the head (<c>nsubj</c>, <c>ccomp</c>, …; <c>root</c>), or null before parsing.</param>
public readonly record struct Token(
    TextSpan Span,
    string? Lemma = null,
    string? Upos = null,
    string? Xpos = null,
    int Head = -1,
    string? Relation = null);

/// <summary>One sentence.</summary>
/// <param name="Span">From the first character of its first token to the last of its last.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Paragraph">Index of the paragraph it stands in. A sentence never runs over a paragraph's end.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Paragraph);
