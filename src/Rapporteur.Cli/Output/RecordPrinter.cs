using Rapporteur.Matching;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.SpeechActs;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>Prints the record for people to read in a terminal.</summary>
internal static class RecordPrinter
{
    /// <summary>One statement of a list.</summary>
    public static void Write(Terminal terminal, StatementSummary row)
    {
        string day = row.SaidOn is { } said ? $"{said:yyyy-MM-dd}" : "undated   ";
        terminal.Out.MarkupLine($"[dim]{day}[/]  [bold]{Safe(row.Speaker?.Name ?? "(speaker not told)")}[/]  [dim]{row.Id}[/]");
        Indented(terminal, Quoted(row.Content, row.Form), 12);
        Indented(terminal, $"{(row.Act == SpeechAct.Assert ? "" : SpeechActNames.Of(row.Act).Replace('_', ' ') + "; ")}{Name(row.Form)}; {Count(row.Appearances, "report")}{(row.Outlets > 0 ? $" in {Count(row.Outlets, "outlet")}" : "")}{(row.Origins > 0 && row.Origins < row.Appearances ? $" from {Count(row.Origins, "independent origin")}" : "")}; first {Cite(row.FirstReport)}", 12, "dim");
        terminal.Out.WriteLine();
    }

    /// <summary>One statement with its reports.</summary>
    public static void Write(Terminal terminal, StatementDetail statement)
    {
        Write(terminal, statement.Summary);
        foreach (AppearanceRow row in statement.Appearances) WriteReport(terminal, row, row.Article);
        foreach (StatementLink link in statement.Links)
        {
            string how = link.Relation switch
            {
                StatementRelation.Repeats => "said again",
                StatementRelation.OtherNumber => "variant with another number, which changes the meaning",
                _ => "variant with the opposite meaning",
            };
            terminal.Out.MarkupLine($"  [bold]{Safe(how)}[/]{(link.SaidOn is { } day ? $" {day:yyyy-MM-dd}" : "")}  [dim]{link.StatementId}[/]");
            Indented(terminal, link.Content, 4);
        }
    }

    /// <summary>One article with what it reports.</summary>
    public static void Write(Terminal terminal, ArticleDetail article)
    {
        ArticleVersion current = article.Versions[^1];
        terminal.Out.MarkupLine($"[bold]{Safe(article.Summary.Article.Title ?? article.Summary.Article.Location)}[/]  [dim]{article.Summary.Article.Id}[/]");
        Indented(terminal, Cite(article.Summary.Article), 2, "dim");
        if (article.Summary.Byline is { } byline) Indented(terminal, byline, 2, "dim");
        if (article.Summary.Credits.Count > 0) Indented(terminal, $"credits {string.Join(", ", article.Summary.Credits)}", 2, "dim");
        Indented(terminal, article.Summary.Article.Url ?? article.Summary.Article.Location, 2, "dim");
        if (article.Versions.Count > 1) Indented(terminal, $"version {current.Number} of {article.Versions.Count}", 2, "dim");
        if (!article.Summary.Analysed) Indented(terminal, $"recorded without analysis: its language is '{article.Summary.Language}'", 2, "dim");
        terminal.Out.WriteLine();
        foreach (AppearanceRow row in current.Appearances) WriteReport(terminal, row, article: null);
    }

    /// <summary>One actor with what he said last.</summary>
    public static void Write(Terminal terminal, ActorDetail actor, ListPage<StatementSummary> said)
    {
        terminal.Out.MarkupLine($"[bold]{Safe(actor.Summary.Actor.Name)}[/]  [dim]{actor.Summary.Actor.Id}[/]");
        Indented(terminal, $"{Count(actor.Summary.Statements, "statement")} in {Count(actor.Summary.Articles, "article")}", 2, "dim");
        if (actor.MentionedAs.Count > 0) Indented(terminal, $"mentioned as {string.Join(", ", actor.MentionedAs.Take(8))}", 2, "dim");
        terminal.Out.WriteLine();
        foreach (StatementSummary row in said.Items) Write(terminal, row);
        if (said.Total > said.Items.Count) terminal.Say($"{said.Items.Count} of {said.Total} statements shown.");
    }

    private static void WriteReport(Terminal terminal, AppearanceRow row, ArticleRef? article)
    {
        string who = article is null ? row.Speaker?.Name ?? "(speaker not told)" : Cite(article);
        terminal.Out.MarkupLine($"  [bold]{Safe(who)}[/]{(row.Current ? "" : " [dim](in an earlier version)[/]")}  [dim]{(article is null ? row.StatementId : article.Id)}[/]");
        Indented(terminal, Quoted(row.Content, row.Attribution.Form), 4);
        List<string> facts = row.Attribution.Act == SpeechAct.Assert ? [Name(row.Attribution.Form)] : [SpeechActNames.Of(row.Attribution.Act).Replace('_', ' '), Name(row.Attribution.Form)];
        if (row.Source.Length > 0) facts.Add($"source: {row.Source}");
        if (row.Cue.Length > 0) facts.Add($"cue: {row.Cue}");
        if (row.Attribution.OnBehalfOf is { } principal) facts.Add($"on behalf of {principal}");
        if (row.Attribution.Addressee is { } addressee) facts.Add($"to {addressee}");
        if (ChannelNames.Of(row.Attribution.Channel) is { } channel) facts.Add($"by {channel.Replace('_', ' ')}");
        if (row.Attribution.Via is { } via) facts.Add($"via {via}");
        if (row.Attribution.SaidOn is { } day) facts.Add($"said on {day:yyyy-MM-dd}");
        facts.Add($"characters {string.Join(", ", row.CodePoints.Content.Select(s => $"{s.Start}–{s.End}"))}");
        Indented(terminal, string.Join("; ", facts), 4, "dim");
        terminal.Out.WriteLine();
    }

    // Spectre pads a padded block with blanks to the right edge; words that are copied or piped should end where they end.
    internal static void Indented(Terminal terminal, string words, int columns, string style = "default")
    {
        foreach (string line in Wrap(words, Math.Max(20, terminal.Out.Profile.Width - columns)))
            terminal.Out.MarkupLine($"{new string(' ', columns)}[{style}]{Safe(line)}[/]");
    }

    private static IEnumerable<string> Wrap(string words, int width)
    {
        System.Text.StringBuilder line = new();
        foreach (string word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        yield return line.ToString();
    }

    private static string Quoted(string content, AttributionForm form) => form == AttributionForm.Direct ? $"“{content}”" : content;

    private static string Name(AttributionForm form) => form switch
    {
        AttributionForm.Direct => "direct",
        AttributionForm.Indirect => "indirect",
        AttributionForm.Mixed => "partly quoted",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "A form without a name."),
    };

    internal static string Cite(ArticleRef article) =>
        $"{article.Outlet ?? Path.GetFileName(article.Location)}{(article.Published is { } day ? $", {day.Date:yyyy-MM-dd}" : "")}";

    internal static string Count(long n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";

    // Articles are strangers' text: no markup of theirs is obeyed, and no control character reaches the terminal.
    internal static string Safe(string words) =>
        Markup.Escape(string.Concat(words.Select(c => char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' ? ' ' : c)));
}
