using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Text;

namespace Rapporteur.Cli;

/// <summary>Positions for people: the claim, then the words it rests on.</summary>
internal static class PositionPrinter
{
    private const int EvidenceShown = 3;

    public static void Write(Terminal terminal, Position position)
    {
        string days = position.From == position.To ? Day(position.From) : $"{Day(position.From)} to {Day(position.To)}";
        terminal.Line($"{position.Actor} · {position.Issue.Name}{(position.Issue.Suggested ? " (suggested)" : "")} · {PositionLine.StanceName(position.Stance)} · {days}");
        foreach (string condition in position.Conditions.Take(EvidenceShown)) terminal.Line($"    on condition: {OneLine(condition)}");
        foreach (Evidence evidence in position.Evidence.Take(EvidenceShown)) Write(terminal, evidence);
        if (position.Evidence.Count > EvidenceShown) terminal.Line($"    … and {position.Evidence.Count - EvidenceShown} more");
        if (position.ToldByOthers) terminal.Line("    Told by another side only.");
        if (position.Doubtful) terminal.Line("    The words may take no stance.");
        if (position.SingleParaphrase) terminal.Line("    Rests on one paraphrase by one outlet.");
    }

    public static void Write(Terminal terminal, Evidence evidence)
    {
        bool quoted = evidence.Appearance.Attribution.Form == AttributionForm.Direct;
        string words = OneLine(evidence.Reading);
        terminal.Line($"    {(quoted ? $"“{words}”" : words)}");
        terminal.Line($"        {evidence.Appearance.Speaker?.Name ?? evidence.Appearance.Source}, {Day(evidence.Day)}; {evidence.Appearance.Article.Outlet ?? evidence.Appearance.Article.Location}{(evidence.Appearance.Article.Url is { } url ? ", " + url : "")}  [{evidence.Appearance.Id}]");
    }

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "no day";

    private static string OneLine(string words) => words.ReplaceLineEndings(" ");
}
