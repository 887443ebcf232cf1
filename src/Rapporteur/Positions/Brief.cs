using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Rapporteur.Exporting;
using Rapporteur.Text;

namespace Rapporteur.Positions;

/// <summary>A brief on one issue: who stands where, what changed last, what does not go together. Every line carries its words, outlet, day and link.</summary>
public static partial class Brief
{
    // Two printed pages hold about twenty actors with one quotation each, and ten pairs.
    private const int ActorsShown = 20;
    private const int StancesShown = 3;
    private const int PairsShown = 5;
    private const int LongestQuotation = 320;

    // What was said longer before the last word is history, and stands among the changes.
    private const int DaysOfNow = 30;

    /// <summary>In Markdown.</summary>
    public static string Markdown(PositionBook book, Issue issue)
    {
        StringBuilder text = new($"# {Capital(issue.Name)}\n\n");
        if (issue.Suggested) text.Append("The issue was suggested from the record; no person has named it.\n\n");
        if (issue.For is { } pro) text.Append($"For: {pro}\n\n");
        if (issue.Against is { } contra) text.Append($"Against: {contra}\n\n");
        text.Append("## Who stands where\n\n");
        IReadOnlyList<IReadOnlyList<Position>> actors = [.. Standing(book, issue).Take(ActorsShown)];
        foreach (IReadOnlyList<Position> actor in actors) Stands(text, actor);
        if (actors.Count == 0) text.Append("Nobody takes a stance on it in this record.\n");
        text.Append("\n## Last changes\n\n");
        IReadOnlyList<PositionChange> changes = LastChanges(book, issue.Id);
        foreach (PositionChange change in changes)
        {
            text.Append($"- {Day(change.Day)}: **{change.Actor}** {ChangeInWords(change.Kind)}. Before: {Quotation(change.Before, change.Actor)}");
            text.Append(change.After is { } after ? $" After: {Quotation(after, change.Actor)}\n" : "\n");
        }

        if (changes.Count == 0) text.Append("None found.\n");
        text.Append("\n## Open contradictions\n\n");
        Contradiction[] open = [.. book.Contradictions.Where(found => found.Issue.Id == issue.Id).Reverse().Take(PairsShown)];
        foreach (Contradiction found in open) text.Append($"- **{found.Actor}**, {ContradictionLine.KindName(found.Kind)}: {Quotation(found.One, "")} Against it: {Quotation(found.Other, "")}\n");
        if (open.Length == 0) text.Append("None found.\n");
        return text.ToString();
    }

    /// <summary>In HTML, one page that prints.</summary>
    public static string Html(PositionBook book, Issue issue)
    {
        StringBuilder body = new();
        bool list = false;
        foreach (string line in Markdown(book, issue).Split('\n'))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal) != list)
            {
                list = !list;
                body.Append(list ? "<ul>\n" : "</ul>\n");
            }

            if (line.StartsWith("# ", StringComparison.Ordinal)) body.Append($"<h1>{Inline(line[2..])}</h1>\n");
            else if (line.StartsWith("## ", StringComparison.Ordinal)) body.Append($"<h2>{Inline(line[3..])}</h2>\n");
            else if (list) body.Append($"<li>{Inline(line[2..])}</li>\n");
            else if (line.Length > 0) body.Append($"<p>{Inline(line)}</p>\n");
        }

        return $$$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{{WebUtility.HtmlEncode(Capital(issue.Name))}}}</title>
            <style>:root{color-scheme:light dark}body{font:11pt/1.45 Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em;overflow-wrap:anywhere}h1{font-size:1.5em}h2{font-size:1.15em}li{margin:.5em 0}@media print{:root{color-scheme:light}body{margin:0}a{color:inherit}}</style>
            </head><body>
            {{{body}}}</body></html>
            """;
    }

    /// <summary>Of every actor with a name his present stances, the firmest evidence first; a state only for what none of its people is shown with. Most reports first.</summary>
    public static IEnumerable<IReadOnlyList<Position>> Standing(PositionBook book, Issue issue)
    {
        Position[] all = [.. book.Positions.Where(position => position.Issue.Id == issue.Id && IsNamed(position.Actor))];
        HashSet<string> ofPeople = [.. all.Where(position => position.Side is not null).SelectMany(position => position.Evidence).Select(evidence => evidence.Appearance.Id)];
        HashSet<string> states = [.. all.Select(position => position.Side).OfType<string>()];
        return all.Where(position => !states.Contains(position.Actor) || position.Evidence.Any(evidence => !ofPeople.Contains(evidence.Appearance.Id)))
            .GroupBy(position => position.Actor, StringComparer.Ordinal)
            .OrderByDescending(actor => actor.Sum(position => position.Evidence.Count)).ThenBy(actor => actor.Key, StringComparer.Ordinal)
            .Select(actor => Present([.. actor]));
    }

    /// <summary>The last changes of actors with a name on an issue, the latest first; one that is a person's and his side's once.</summary>
    /// <param name="book">The book.</param>
    /// <param name="issue">Identity of the issue.</param>
    public static IReadOnlyList<PositionChange> LastChanges(PositionBook book, string issue) =>
        [.. book.Changes.Where(change => change.Issue.Id == issue && change.Kind != ChangeKind.Reaffirmed && IsNamed(change.Actor)).Reverse()
            .DistinctBy(change => (change.Kind, change.Before.Appearance.Id, change.After?.Appearance.Id)).Take(PairsShown)];

    private static IReadOnlyList<Position> Present(Position[] actor)
    {
        DateOnly? last = actor.Max(position => position.To);
        return [.. actor.Where(position => last is null || position.To is null || last.Value.DayNumber - position.To.Value.DayNumber <= DaysOfNow)
            .OrderBy(position => position.Doubtful).ThenBy(position => position.ToldByOthers).ThenByDescending(position => position.To ?? DateOnly.MinValue).ThenByDescending(position => position.Evidence.Count)
            .ThenByDescending(position => position.Strength).ThenBy(position => position.Stance).Take(StancesShown)];
    }

    private static void Stands(StringBuilder text, IReadOnlyList<Position> actor)
    {
        foreach (Position position in actor)
        {
            text.Append($"- **{position.Actor}**{(position.Side is { } side ? $" ({side})" : "")} {InWords(position.Stance)}{When(position)}: {Quotation(Best(position), position.Actor)}.");
            if (position.Conditions.Count > 0) text.Append($" Condition: {Cut(position.Conditions[^1])}.");
            text.Append(position.ToldByOthers ? " Told by another side only." : "");
            text.Append(position.Doubtful ? " The words may take no stance." : "");
            text.Append(position.SingleParaphrase ? " One paraphrase by one outlet.\n" : position.Evidence.Count == 1 ? " One report.\n" : $" {position.Evidence.Count} reports.\n");
        }
    }

    /// <summary>The evidence to quote: the latest words of his own that are quoted, else the latest.</summary>
    public static Evidence Best(Position position) => position.Evidence
        .OrderByDescending(evidence => evidence.Appearance.Attribution.Form != AttributionForm.Indirect).ThenByDescending(evidence => evidence.Day ?? DateOnly.MinValue)
        .ThenByDescending(evidence => evidence.Stated.Strength).ThenBy(evidence => evidence.Appearance.Id, StringComparer.Ordinal).First();

    // "three officials", "both sides", "the letter" stand in the lists and the export; a brief is on those who have a name.
    private static bool IsNamed(string actor) => actor.Length > 0 && char.IsUpper(actor[0]) && !actor.StartsWith("Both ", StringComparison.Ordinal) && actor != "Both";

    // Who said it, where the line has not named him.
    private static string Quotation(Evidence evidence, string actor)
    {
        string words = Cut(Subordinate().Replace(evidence.Reading, ""));
        string said = evidence.Appearance.Attribution.Form == AttributionForm.Direct ? $"“{words}”" : $"as reported: {words}";
        string outlet = Escape(evidence.Appearance.Article.Outlet ?? Path.GetFileName(evidence.Appearance.Article.Location));
        string link = evidence.Appearance.Article.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? at) && at.Scheme is "http" or "https"
            ? $"[{outlet}]({url.Replace(")", "%29", StringComparison.Ordinal)})" : outlet;
        return $"{said} ({(evidence.Appearance.Speaker?.Name is { } speaker && !speaker.EndsWith(actor is "" ? "\n" : actor, StringComparison.Ordinal) ? Escape(speaker) + "; " : "")}{link}, {Day(evidence.Day)})";
    }

    private static string Cut(string words)
    {
        string line = Escape(words.ReplaceLineEndings(" "));
        if (line.Length <= LongestQuotation) return line;
        int end = line.LastIndexOf(' ', LongestQuotation);
        return line[..(end > 0 ? end : LongestQuotation)] + " …";
    }

    // What would be a link or bold in Markdown is words here.
    private static string Escape(string words) => words.Replace('[', '(').Replace(']', ')').Replace("**", "*", StringComparison.Ordinal);

    private static string Inline(string line)
    {
        string html = WebUtility.HtmlEncode(line);
        html = Bold().Replace(html, "<strong>${words}</strong>");
        return Link().Replace(html, "<a href=\"${url}\">${words}</a>");
    }

    private static string InWords(Stance stance) => stance switch
    {
        Stance.Conditional => "sets a condition",
        Stance.LeavesOpen => "leaves it open",
        Stance.Denies => "denies a report on it",
        Stance.Offers => "makes an offer",
        Stance.Threatens => "threatens over it",
        Stance.Demands => "makes a demand",
        _ => $"{PositionLine.StanceName(stance)} it",
    };

    private static string ChangeInWords(ChangeKind kind) => kind switch
    {
        ChangeKind.ConditionAdded => "added a condition",
        ChangeKind.ConditionDropped => "dropped a condition",
        ChangeKind.FellSilent => "fell silent on it",
        ChangeKind.Specified => "became specific",
        _ => ChangeLine.KindName(kind),
    };

    private static string When(Position position) => position.From is null ? "" : position.From == position.To ? $" ({Day(position.From)})" : $" ({Day(position.From)} to {Day(position.To)})";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "no day told";

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"^that\s+", RegexOptions.None, PatternTime.Unlimited)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"\*\*(?<words>[^*]+)\*\*", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\[(?<words>[^\[\]]*)\]\((?<url>https?:[^)\s]*)\)", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Link();
}
