using Rapporteur.Text;

namespace Rapporteur.Querying;

/// <summary>One place in the current version of an article that holds a term at arm's length.</summary>
/// <param name="Article">Which article.</param>
/// <param name="Term">The words.</param>
/// <param name="Source">Who uses them, as written; null when the text does not say.</param>
/// <param name="Mention">What was found, in UTF-16 positions.</param>
/// <param name="CodePoints">Where the term stands, in code points.</param>
/// <param name="Passage">The paragraph around it.</param>
public sealed record TermReport(ArticleRef Article, string Term, string? Source, ContestedTerm Mention, TextSpan CodePoints, string Passage);
