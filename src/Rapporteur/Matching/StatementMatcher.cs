using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>Decides which statement an attribution reports.</summary>
/// <remarks>
/// First version: two appearances are one statement when the same speaker is reported with the same words, whatever their case,
/// punctuation and quotation marks. Words alone decide, so the order of arrival does not matter. Rewordings stay apart.
/// </remarks>
public sealed class StatementMatcher
{
    // "Yes", "no progress": two words or fewer say something only together with their article.
    private const int WordsThatStandAlone = 3;

    /// <summary>The appearances of an article's attributions, in text order, each with its statement's identity.</summary>
    public IReadOnlyList<Appearance> Match(Article article, AnnotatedText text) =>
        [.. text.Attributions.Select(attribution => AppearanceOf(article, text, attribution))];

    private static Appearance AppearanceOf(Article article, AnnotatedText text, Attribution attribution)
    {
        string content = string.Join(" … ", attribution.Content.Select(span => span.In(text.Text)));
        IReadOnlyList<string> words = Folding.Words(content);
        string? speaker = attribution.Speaker is null ? null : Folding.Key(attribution.Speaker);
        string? place = words.Count < WordsThatStandAlone || speaker is null ? article.Url ?? article.Text : null;
        return new Appearance
        {
            StatementId = Identity.Of("statement", speaker, string.Join(' ', words), place),
            Attribution = attribution,
            Content = content,
        };
    }
}
