using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>One line of <c>export terms</c>. The span counts code points of the article's text, end exclusive.</summary>
public sealed record TermLine(string Term, string? User, string? Source, TextSpan Span, string Passage, ArticleInLine Article)
{
    /// <summary>From the record.</summary>
    public static TermLine Of(TermReport report) =>
        new(report.Term, report.Mention.User, report.Source, report.CodePoints, report.Passage, ArticleInLine.Of(report.Article));
}
