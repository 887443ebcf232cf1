namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>One place where somebody or something is named.</summary>
/// <param name="Words">The words of the name, without titles.</param>
/// <param name="Name">The name as written, without a genitive.</param>
/// <param name="Full">The fullest form of it in this text.</param>
/// <param name="IsPerson">True for a human being, as far as can be told.</param>
internal readonly record struct NameMention(WordRange Words, string Name, string Full, bool IsPerson);
