using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Text;
using Rapporteur.Web.Marking;

namespace Rapporteur.Web.Articles;

/// <summary>Where an article's text names those whom it quotes, and days that are written out: each leads to what the record has of it.</summary>
internal static partial class NamedInText
{
    // Shorter names are words as well: "Roma", "May".
    private const int ShortestSurname = 5;

    /// <summary>The links, none overlapping another.</summary>
    public static IReadOnlyList<Mark> Of(Article article, IReadOnlyList<AppearanceRow> appearances)
    {
        List<Mark> links = [];
        foreach ((string name, string address) in Names(appearances).OrderByDescending(name => name.Name.Length).ThenBy(name => name.Name, StringComparer.Ordinal))
        {
            for (int at = article.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = article.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
                Add(links, article.Text, new TextSpan(at, at + name.Length), address);
        }

        foreach (Match day in WrittenOut().Matches(article.Text))
        {
            if (DayOf(day, article.Published?.Date) is { } known)
                Add(links, article.Text, new TextSpan(day.Index, day.Index + day.Length), Links.With("/", ("since", Display.IsoDay(known)), ("until", Display.IsoDay(known))));
        }

        return links;
    }

    // Full names, and the last word of each where only one of those quoted has it.
    private static IEnumerable<(string Name, string Address)> Names(IReadOnlyList<AppearanceRow> appearances)
    {
        ActorRef[] actors = [.. appearances.Select(appearance => appearance.Speaker).OfType<ActorRef>().DistinctBy(actor => actor.Id, StringComparer.Ordinal).Where(actor => char.IsUpper(actor.Name[0]))];
        ILookup<string, ActorRef> surnames = actors.Where(actor => actor.Name.Contains(' ', StringComparison.Ordinal)).ToLookup(actor => actor.Name[(actor.Name.LastIndexOf(' ') + 1)..], StringComparer.Ordinal);
        foreach (ActorRef actor in actors) yield return (actor.Name, Links.Actor(actor.Id));
        foreach (IGrouping<string, ActorRef> surname in surnames.Where(surname => surname.Count() == 1 && surname.Key.Length >= ShortestSurname && char.IsUpper(surname.Key[0])))
            yield return (surname.Key, Links.Actor(surname.First().Id));
    }

    private static void Add(List<Mark> links, string text, TextSpan span, string address)
    {
        bool whole = (span.Start == 0 || !char.IsLetterOrDigit(text[span.Start - 1])) && (span.End == text.Length || !char.IsLetterOrDigit(text[span.End]));
        if (whole && !links.Exists(link => link.Span.Overlaps(span))) links.Add(new Mark(MarkKind.Link, span) { Address = address });
    }

    // Without a year it is the one nearest to the day of publication.
    private static DateOnly? DayOf(Match match, DateOnly? published)
    {
        string month = match.Groups["month"].Value;
        int number = month.Length == 2 ? int.Parse(month, CultureInfo.InvariantCulture) : Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, name => name == month) + 1;
        int day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["year"].Success) return On(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), number, day);
        return published is not { } near ? null
            : new[] { near.Year - 1, near.Year, near.Year + 1 }.Select(year => On(year, number, day)).OfType<DateOnly>().OrderBy(candidate => Math.Abs(candidate.DayNumber - near.DayNumber)).Cast<DateOnly?>().FirstOrDefault();
    }

    private static DateOnly? On(int year, int month, int day) => year is > 0 and < 10_000 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(
        @"\b(?:(?<day>\d{1,2}) (?<month>January|February|March|April|May|June|July|August|September|October|November|December)(?: (?<year>\d{4}))?|(?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?<day>\d{1,2})(?:, (?<year>\d{4}))?|(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2}))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex WrittenOut();
}
