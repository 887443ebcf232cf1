using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>Decides which statement an attribution reports.</summary>
/// <remarks>
/// The identity given here is that of the wording: the same speaker, words and days, whatever their case, punctuation and quotation marks.
/// The store then puts wordings together that <see cref="PairDecision"/> finds alike (<see cref="Clustering"/>).
/// </remarks>
public sealed class StatementMatcher
{
    // "Yes", "no progress": two words or fewer say something only together with their article.
    private const int WordsThatStandAlone = 3;

    /// <summary>The appearances of an article's attributions, in text order, each with its statement's identity.</summary>
    public IReadOnlyList<Appearance> Match(Article article, AnnotatedText text)
    {
        IReadOnlyDictionary<string, string> spokesmen = Spokesmen.In(text.Text, article.Published?.Date);
        return [.. text.Attributions.Select(attribution => AppearanceOf(article, text, attribution, spokesmen))];
    }

    private static Appearance AppearanceOf(Article article, AnnotatedText text, Attribution attribution, IReadOnlyDictionary<string, string> spokesmen)
    {
        string content = string.Join(" … ", attribution.Content.Select(span => span.In(text.Text)));
        IReadOnlyList<string> words = Folding.Words(content);
        string? speaker = attribution.Speaker is null ? null : ActorKey.Of(attribution.Speaker);
        // Without a day the same words may belong to any occasion: which, the article alone can tell.
        string? place = article.Published is null ? article.Text : words.Count < WordsThatStandAlone || speaker is null ? article.Url ?? article.Text : null;
        bool looksBack = attribution.SaidOn is null && LookingBack.Is(text, attribution, article.Published?.Date);
        DayOfWeek? weekday = looksBack ? null : attribution.SaidOn is null && article.Published is null ? Weekdays.Said(text, attribution) : null;
        // Who speaks for another repeats the other's words.
        string? actor = attribution.OnBehalfOf is null ? speaker : ActorKey.Of(attribution.OnBehalfOf);
        string? speaksFor = actor is null ? null : spokesmen.GetValueOrDefault(actor.Split(' ')[^1]);
        if (speaksFor == actor) speaksFor = null;
        string context = actor is not null && WordingReading.IsFragment(content) ? SurroundingSentences.Of(text.Text, attribution.Content) : "";
        List<string?> parts = ["statement", speaker, actor, string.Join(' ', words), place, Day(attribution.SaidOn), Day(article.Published?.Date)];
        // Only where there is something to add, so that most identities are what they were.
        if (context.Length > 0 || speaksFor is not null) parts.AddRange([speaksFor, string.Join(' ', Folding.Words(context))]);
        if (looksBack) parts.Add("earlier");
        return new Appearance
        {
            StatementId = Identity.Of([.. parts]),
            Attribution = attribution,
            Content = content,
            Proposition = actor is null ? null : new Proposition(actor, speaksFor, attribution.SaidOn, article.Published?.Date, content, context) { Weekday = weekday, LooksBack = looksBack },
        };
    }

    private static string? Day(DateOnly? day) => day?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
