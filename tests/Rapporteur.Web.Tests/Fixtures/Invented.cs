using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Web.Tests.Fixtures;

/// <summary>A small invented record: a ferry dispute between two invented towns.</summary>
public static class Invented
{
    /// <summary>All articles, among them one edited later and one that means no good.</summary>
    public static IEnumerable<ArticleRecord> All() => [Agency(), Copy(), EditedFirst(), EditedThen(), Hostile(), .. Many()];

    /// <summary>Agency copy: a quotation inside a quotation, a spokeswoman for her principal, a character outside the first plane.</summary>
    public static ArticleRecord Agency() => Draft.Of(
        "Harbour News Agency", "https://harbour.example/ferry", "2026-03-03T08:30:00+01:00", "Orlin will keep the ferry running 🚢, mayor says",
        (BlockKind.Paragraph, "“The ferry will run until the last passenger is home,” Mayor Edda Torvik said on Monday."),
        (BlockKind.Heading, "No talks yet"),
        (BlockKind.Paragraph, "Her spokeswoman Liv Amsel told reporters that the mayor had heard from Captain Juno Brask that “the engine is older than both towns.”"),
        (BlockKind.ListItem, "Two boats are in repair."),
        (BlockKind.ListItem, "One boat sails."),
        (BlockKind.BlockQuote, "We ask for nothing but a fair timetable, the council of Vessby wrote."))
        .Says("Mayor Edda Torvik", "said", "The ferry will run until the last passenger is home", AttributionForm.Direct, "Edda Torvik",
            a => a with { SaidOn = new DateOnly(2026, 3, 2) })
        .Says("Her spokeswoman Liv Amsel", "told", "the mayor had heard from Captain Juno Brask that “the engine is older than both towns.”", AttributionForm.Mixed, "Liv Amsel",
            a => a with { OnBehalfOf = "Edda Torvik", Addressee = "reporters", SaidOn = new DateOnly(2026, 3, 2) })
        .Says("Captain Juno Brask", "heard from", "the engine is older than both towns", AttributionForm.Direct, "Juno Brask", a => a with { Addressee = "Edda Torvik" })
        .Says("the council of Vessby", "wrote", "We ask for nothing but a fair timetable", AttributionForm.Indirect, "Vessby council")
        .With(article => article with { Byline = "Sten Okker", Captions = ["The ferry at noon. Photo: Harbour News Agency"] })
        .Record();

    /// <summary>A copy of the agency in another outlet.</summary>
    public static ArticleRecord Copy() => Draft.Of(
        "The Strait Gazette", "https://gazette.example/2026/ferry", "2026-03-03T11:00:00+01:00", "Ferry to run on",
        (BlockKind.Paragraph, "Edda Torvik, the mayor of Orlin, promised: “The ferry will run until the last passenger is home”, Harbour News Agency reports."))
        .Says("Edda Torvik", "promised", "The ferry will run until the last passenger is home", AttributionForm.Direct, "Edda Torvik",
            a => a with { Via = "Harbour News Agency", SaidOn = new DateOnly(2026, 3, 2) })
        .With(article => article with { Credits = ["Harbour News Agency"] })
        .Record();

    /// <summary>An article as it was first published.</summary>
    public static ArticleRecord EditedFirst() => Edited(
        "2026-03-05T09:00:00Z", "The timetable is finished and nobody will touch it again", "The council meets on Friday. Nothing else is planned.");

    /// <summary>The same article after its edit.</summary>
    public static ArticleRecord EditedThen() => Edited(
        "2026-03-05T15:00:00Z", "The timetable is nearly finished and nobody will touch it today", "The council meets on Friday. Nothing else is planned. The harbour was closed at noon.");

    /// <summary>An article that tries to run, to lead astray and to hide.</summary>
    public static ArticleRecord Hostile() => Draft.Of(
        "<img src=x onerror=alert(1)> Post", "javascript:alert(document.domain)", "2026-03-04", "</title><script>alert('title')</script> Ferries & \u202Eyrref\u202C",
        (BlockKind.Paragraph, "“<script>alert('content')</script> \u200Bwe pay nothing\u202E\" onmouseover=\"alert(2)”, <b onclick=alert(3)>Mal Icer</b> said."),
        (BlockKind.Paragraph, "<svg/onload=alert(4)><iframe src=javascript:alert(5)></iframe>]]>--><!-- {{7*7}} ${7*7}"))
        .Says("<b onclick=alert(3)>Mal Icer</b>", "said", "<script>alert('content')</script> \u200Bwe pay nothing\u202E\" onmouseover=\"alert(2)", AttributionForm.Direct,
            "Mal \"><script>alert('name')</script> Icer\u202E")
        .With(article => article with { Byline = "<a href='javascript:alert(6)'>by</a>", Credits = ["<style>*{display:none}</style>"], Captions = ["<math><mi//xlink:href=\"data:x,<script>alert(7)</script>\">"] })
        .Record();

    /// <summary>Enough short articles to need a second page of statements.</summary>
    public static IEnumerable<ArticleRecord> Many() => Enumerable.Range(1, 60).Select(n => Draft.Of(
        "Daily Buoy", $"https://buoy.example/{n}", $"2026-02-{1 + n % 28:00}", $"Pier report {n}",
        (BlockKind.Paragraph, $"Harbour master Ulf Renn said pier {n} is dry."))
        .Says("Harbour master Ulf Renn", "said", $"pier {n} is dry", AttributionForm.Indirect, "Ulf Renn")
        .Record());

    private static ArticleRecord Edited(string modified, string content, string last) => Draft.Of(
        "The Strait Gazette", "https://gazette.example/2026/timetable", "2026-03-05T09:00:00Z", "Timetable",
        (BlockKind.Paragraph, $"“{content},” Rika Solen said."),
        (BlockKind.Paragraph, last))
        .Says("Rika Solen", "said", content, AttributionForm.Direct, "Rika Solen")
        .With(article => article with { Modified = PressTime.Parse(modified) })
        .Record();
}
