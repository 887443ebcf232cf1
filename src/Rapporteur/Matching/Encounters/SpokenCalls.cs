using System.Text.RegularExpressions;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Matching.Encounters;

/// <summary>Reports that somebody spoke with somebody, without telling how, of what others call a call.</summary>
/// <remarks>
/// "The presidents spoke on Thursday" and "telephoned on Thursday" are one encounter. A report counts as of a call when one of the same participants is reported on the same day, in the same
/// article, or, where one of the two tells no day, within so many days. A function of the set of reports.
/// </remarks>
internal static partial class SpokenCalls
{
    // An announcement and what came of it, as for reports without a day.
    private const int DaysAround = 14;

    /// <summary>Those among the reports.</summary>
    /// <param name="reports">All that may be of one encounter.</param>
    /// <param name="participants">What tells the participants.</param>
    public static HashSet<EncounterReport> Among(IReadOnlyList<EncounterReport> reports, Func<EncounterReport, string> participants)
    {
        ILookup<string, EncounterReport> calls = reports.Where(report => report.Mention.Type == EncounterType.Call).ToLookup(participants, StringComparer.Ordinal);
        return [.. reports.Where(report => report.Mention.Type == EncounterType.Talks && IsLoose(report) && calls[participants(report)].Any(call => MayBeOne(report, call)))];
    }

    private static bool MayBeOne(EncounterReport talk, EncounterReport call)
    {
        if (talk.Mention.Date is { } one && call.Mention.Date is { } other) return one == other;
        if (talk.Article.Id == call.Article.Id) return true;
        return talk.Day is { } published && call.Day is { } then && Math.Abs(published.DayNumber - then.DayNumber) <= DaysAround;
    }

    // By the word that names it, which stands in the sentence kept with the report.
    private static bool IsLoose(EncounterReport report)
    {
        int start = report.Mention.Span.Start - report.Mention.Sentence.Start, length = report.Mention.Span.End - report.Mention.Span.Start;
        return start >= 0 && start + length <= report.Sentence.Length && Loose().IsMatch(report.Sentence.Substring(start, length));
    }

    [GeneratedRegex("^(spe|spo|talk$|talke|talki|conver|discuss)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Loose();
}
