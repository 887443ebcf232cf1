using System.Net;
using System.Text;
using Rapporteur.Exporting;
using Rapporteur.Text;

namespace Rapporteur.Positions;

/// <summary>A brief on one issue: who stands where, what changed last, what does not go together. Every line carries its words, outlet, day and link.</summary>
public static class Brief
{
    // Two printed pages hold about twenty actors with one quotation each, and ten pairs.
    private const int ActorsShown = 20;
    private const int PairsShown = 5;
    private const int LongestQuotation = 320;

    /// <summary>In Markdown.</summary>
    public static string Markdown(PositionBook book, Issue issue)
    {
        StringBuilder text = new($"# {issue.Name}\n\n");
        if (issue.Suggested) text.Append("The issue was suggested from the record; no person has named it.\n\n");
        if (issue.For is { } pro) text.Append($"For: {pro}\n\n");
        if (issue.Against is { } contra) text.Append($"Against: {contra}\n\n");
        text.Append("## Who stands where\n\n");
        Position[] latest = [.. Latest(book, issue).Take(ActorsShown)];
        foreach (Position position in latest)
        {
            text.Append($"- **{position.Actor}** {PositionLine.StanceName(position.Stance)} ({Days(position)}): {Quotation(position.Evidence[^1])}");
            if (position.Conditions.Count > 0) text.Append($" Condition: {Cut(position.Conditions[^1])}.");
            text.Append(position.SingleParaphrase ? " One paraphrase by one outlet.\n" : $" {position.Evidence.Count} {(position.Evidence.Count == 1 ? "report" : "reports")}.\n");
        }

        if (latest.Length == 0) text.Append("Nobody takes a stance on it in this record.\n");
        text.Append("\n## Last changes\n\n");
        PositionChange[] changes = [.. book.Changes.Where(change => change.Issue.Id == issue.Id && change.Kind != ChangeKind.Reaffirmed).Reverse().Take(PairsShown)];
        foreach (PositionChange change in changes)
        {
            text.Append($"- {Day(change.Day)}: **{change.Actor}** {ChangeLine.KindName(change.Kind)}. Before: {Quotation(change.Before)}");
            text.Append(change.After is { } after ? $" After: {Quotation(after)}\n" : "\n");
        }

        if (changes.Length == 0) text.Append("None found.\n");
        text.Append("\n## Open contradictions\n\n");
        Contradiction[] open = [.. book.Contradictions.Where(found => found.Issue.Id == issue.Id).Reverse().Take(PairsShown)];
        foreach (Contradiction found in open) text.Append($"- **{found.Actor}** ({ContradictionLine.KindName(found.Kind)}): {Quotation(found.One)} Against it: {Quotation(found.Other)}\n");
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
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{{WebUtility.HtmlEncode(issue.Name)}}}</title>
            <style>body{font:11pt/1.45 Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em}h1{font-size:1.5em}h2{font-size:1.15em}li{margin:.5em 0}@media print{body{margin:0}a{color:inherit}}</style>
            </head><body>
            {{{body}}}</body></html>
            """;
    }

    /// <summary>Of every actor the position with the latest evidence, most reports first.</summary>
    public static IEnumerable<Position> Latest(PositionBook book, Issue issue) =>
        book.Positions.Where(position => position.Issue.Id == issue.Id)
            .GroupBy(position => position.Actor, StringComparer.Ordinal)
            .Select(actor => actor.OrderByDescending(position => position.To ?? DateOnly.MinValue).ThenByDescending(position => position.Evidence.Count).ThenByDescending(position => position.Strength).First())
            .OrderByDescending(position => position.Evidence.Count).ThenBy(position => position.Actor, StringComparer.Ordinal);

    private static string Quotation(Evidence evidence)
    {
        string words = Cut(evidence.Appearance.Content);
        string said = evidence.Appearance.Attribution.Form == AttributionForm.Direct ? $"“{words}”" : $"as reported: {words}";
        string outlet = Escape(evidence.Appearance.Article.Outlet ?? Path.GetFileName(evidence.Appearance.Article.Location));
        string link = evidence.Appearance.Article.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? at) && at.Scheme is "http" or "https"
            ? $"[{outlet}]({url.Replace(")", "%29", StringComparison.Ordinal)})" : outlet;
        return $"{said} ({link}, {Day(evidence.Day)})";
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
        html = System.Text.RegularExpressions.Regex.Replace(html, @"\*\*(?<words>[^*]+)\*\*", "<strong>${words}</strong>", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return System.Text.RegularExpressions.Regex.Replace(html, @"\[(?<words>[^\]]*)\]\((?<url>https?:[^)\s]*)\)", "<a href=\"${url}\">${words}</a>", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    private static string Days(Position position) => position.From == position.To ? Day(position.From) : $"{Day(position.From)} to {Day(position.To)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "no day";
}
