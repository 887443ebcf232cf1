namespace Rapporteur.Text.Attributions;

/// <summary>What a word of <see cref="Prose"/> is.</summary>
internal enum WordKind
{
    Word,
    Number,
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    OpenBracket,
    CloseBracket,
    QuotationMark,
    Other,
}

/// <summary>A word as the attribution rules see it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Capital">True when it begins with a capital letter.</param>
/// <param name="Token">Index of its first token in <see cref="AnnotatedText.Tokens"/>.</param>
/// <param name="Quotation">Index of the outermost quotation it stands in (its marks included) in <see cref="Prose.Quotations"/>, or -1.</param>
/// <param name="Entry">What the lexicon knows of it, or null.</param>
internal readonly record struct Word(TextSpan Span, WordKind Kind, bool Capital, int Token, int Quotation, Lexicon.Entry? Entry)
{
    public bool Is(Traits trait) => Entry is not null && (Entry.Traits & trait) != Traits.None;

    public bool Is(string lower) => Entry is not null && Entry.Word == lower;

    public bool IsWordOrNumber => Kind is WordKind.Word or WordKind.Number;

    public bool IsGenitive => Kind == WordKind.Word && Span.Length <= 2 && !char.IsLetterOrDigit(FirstChar);

    public char FirstChar { get; init; }
}
