using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.OtherLanguages;

namespace Rapporteur;

/// <summary>Analyses a cleaned article and matches what was found: the record of it is a function of the article and the models.</summary>
public sealed class ArticleAnalysis(TextAnalyser analyser, StatementMatcher matcher)
{
    /// <summary>Everything found in an article. May be asked by several threads at the same time.</summary>
    public ArticleRecord Of(Article article)
    {
        // Nothing is read into a language we do not know: only what stands in marks is taken.
        if (article.Language is not (null or "en"))
            return new ArticleRecord(article, matcher.Match(article, MarkedQuotations.Annotate(article.Text, article.Language, article.Published?.Date)), Analysed: false);
        AnnotatedText text = analyser.Annotate(article.Text, article.Published?.Date, AttributionUnit.Proposition);
        return new ArticleRecord(article, matcher.Match(article, text), Analysed: true) { Encounters = text.Encounters, Terms = text.ContestedTerms, Stances = text.Stances };
    }
}
