using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.Meanings;

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

    // Also where a quotation or a remark in brackets ends a sentence.
    private const string SentenceEnds = ".!?…:;\"”’»)";

    /// <summary>The appearances of an article's attributions, in text order, each with its statement's identity.</summary>
    public IReadOnlyList<Appearance> Match(Article article, AnnotatedText text)
    {
        Speakers speakers = Speakers.In(article, text);
        (DateOnly? Day, DayOfWeek? Weekday)? dateline = Dateline.In(text) is { } day ? (day, null) : null;
        Reported[] all = [.. text.Attributions.Select(attribution => Reported.Of(article, text, attribution, speakers))];
        all = [.. all.Select(one => one.Relaying(all))];
        Appearance[] appearances = [.. all.Select(one => AppearanceOf(article, text, one, speakers, one.SaidOn is null && !one.LooksBack ? one.DayOf(all, article.Published?.Date) ?? (one.Weekday is null ? dateline : null) : null))];
        // Here, where articles are read side by side, not where they are recorded one after the other.
        int[] worded = [.. Enumerable.Range(0, appearances.Length).Where(i => appearances[i].Proposition is not null)];
        Meaning[] meanings = Meaning.Of([.. worded.Select(i => appearances[i].Content)]);
        foreach ((int i, Meaning meaning) in worded.Zip(meanings)) appearances[i] = appearances[i] with { Proposition = appearances[i].Proposition! with { Meaning = meaning } };
        return appearances;
    }

    // What an article reports of one attribution, before it is seen beside the others.
    private sealed record Reported(Attribution Attribution, string? Speaker, string? Actor, string? SpeaksFor, DayOfWeek? Weekday, bool LooksBack)
    {
        public DateOnly? SaidOn => Attribution.SaidOn;

        public static Reported Of(Article article, AnnotatedText text, Attribution attribution, Speakers speakers)
        {
            string? speaker = attribution.Speaker is null ? null : ActorKey.Of(attribution.Speaker);
            // Who speaks for another repeats the other's words.
            string? actor = (attribution.OnBehalfOf ?? attribution.Speaker) is { } name ? speakers.Actor(name) : null;
            string? speaksFor = actor is null ? null : speakers.PrincipalOf(actor);
            bool looksBack = attribution.SaidOn is null && LookingBack.Is(text, attribution, article.Published?.Date);
            DayOfWeek? weekday = looksBack || attribution.SaidOn is not null || article.Published is not null ? null : Weekdays.Said(text, attribution);
            return new Reported(attribution, speaker, actor, speaksFor == actor ? null : speaksFor, weekday, looksBack);
        }

        // Who passes on another's words in an article may do so again without saying so: "And it will not give up these aims."
        public Reported Relaying(Reported[] all)
        {
            if (SpeaksFor is not null || Actor is null || Attribution.OnBehalfOf is not null) return this;
            string[] principals = [.. all.Where(other => other.Attribution.OnBehalfOf is not null && other.Speaker == Speaker).Select(other => other.Actor).OfType<string>().Distinct(StringComparer.Ordinal)];
            return principals is [var principal] && principal != Actor ? this with { SpeaksFor = principal } : this;
        }

        // The one day on which the article has the same side say everything else it dates: an article tells the day of an occasion once.
        public (DateOnly? Day, DayOfWeek? Weekday)? DayOf(Reported[] all, DateOnly? published)
        {
            if (Weekday is not null || Actor is null) return null;
            string side = SpeaksFor ?? Sides.OfBody(Actor) ?? Actor;
            Reported[] others = [.. all.Where(other => other.Actor is not null && !other.LooksBack
                && (other.Actor == Actor || (other.SpeaksFor ?? Sides.OfBody(other.Actor) ?? other.Actor) == side))];
            // A day further back is that of something recalled, not of what the article is about.
            DateOnly[] days = [.. others.Select(other => other.SaidOn).OfType<DateOnly>()
                .Where(day => published is not { } known || known.DayNumber - day.DayNumber <= Proposition.WindowDays).Distinct()];
            DayOfWeek[] weekdays = [.. others.Select(other => other.Weekday).OfType<DayOfWeek>().Distinct()];
            return days is [var one] ? (one, null) : days.Length == 0 && weekdays is [var weekday] ? (null, weekday) : null;
        }
    }

    private static Appearance AppearanceOf(Article article, AnnotatedText text, Reported report, Speakers speakers, (DateOnly? Day, DayOfWeek? Weekday)? told)
    {
        Attribution attribution = report.Attribution;
        string? speaker = report.Speaker, actor = report.Actor;
        // What is known of holders of office before any article is read changes no identity; what the article tells does, for another may not tell it.
        string? governs = actor is null || report.SpeaksFor is not null ? null : Sides.OfPerson(actor);
        string? speaksFor = report.SpeaksFor ?? (actor is null || governs is not null ? null : speakers.StateOf(actor));
        DateOnly? saidOn = report.SaidOn ?? told?.Day;
        string content = string.Join(" … ", attribution.Content.Select(span => span.In(text.Text)));
        IReadOnlyList<string> words = Folding.Words(content);
        // Without a day the same words may belong to any occasion: which, the article alone can tell.
        string? place = article.Published is null ? article.Text : words.Count < WordsThatStandAlone || speaker is null ? article.Url ?? article.Text : null;
        string context = actor is not null && WordingReading.IsFragment(content) ? SurroundingSentences.Of(text.Text, attribution.Content) : "";
        List<string?> parts = ["statement", speaker, actor, string.Join(' ', words), place, Day(saidOn), Day(article.Published?.Date)];
        // Only where there is something to add, so that most identities are what they were.
        if (context.Length > 0 || speaksFor is not null) parts.AddRange([speaksFor, string.Join(' ', Folding.Words(context))]);
        if (report.LooksBack) parts.Add("earlier");
        return new Appearance
        {
            StatementId = Identity.Of([.. parts]),
            Attribution = attribution,
            Content = content,
            Proposition = actor is null ? null : new Proposition(actor, speaksFor ?? governs, saidOn, article.Published?.Date, content, context)
            {
                Weekday = report.Weekday ?? told?.Weekday,
                LooksBack = report.LooksBack,
                Origin = article.Published is null ? Identity.Of("article", article.Text) : null,
                InHeading = article.Published is null && IsHeading(text, attribution.Content),
                Cue = article.Published is null && attribution.Cue.Count > 0 ? attribution.Cue[0].Start : null,
            },
        };
    }

    // A paragraph that ends like no sentence.
    private static bool IsHeading(AnnotatedText text, IReadOnlyList<TextSpan> content)
    {
        if (content.Count == 0) return false;
        TextSpan paragraph = text.Paragraphs.LastOrDefault(paragraph => paragraph.Start <= content[0].Start);
        return paragraph.Length > 0 && !SentenceEnds.Contains(paragraph.In(text.Text)[^1], StringComparison.Ordinal);
    }

    private static string? Day(DateOnly? day) => day?.DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
