using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Web.Tests.Fixtures;

/// <summary>A small invented record that has something of every noun: the examples of docs/api.md are asked of it.</summary>
public static class Narrows
{
    /// <summary>The instant at which the judgement is made.</summary>
    public static async Task<Served> ServedAsync()
    {
        Served served = await Served.WithAsync(Articles());
        await served.Store.NoteUnreadAsync("https://courier.example/gone", "courier.example has no such page (status 404): check the address", failed: true, default);
        await served.Store.NoteUnreadAsync("articles/table.xlsx", "files of this type are not read", failed: false, default);
        string agency = (await served.Record.AppearancesAsync(new() { Outlet = "Bay Wire" }, default)).Items[^1].Id;
        await served.Store.JudgeAsync(new JudgementRequest(JudgementKind.Split, agency, null, "Ada Brandt"), default);
        return served;
    }

    /// <summary>The articles.</summary>
    public static IReadOnlyList<ArticleRecord> Articles() => [Agency(), Paper(), Later()];

    private static ArticleRecord Agency()
    {
        Draft draft = Draft.Of(
            "Bay Wire", "https://wire.example/observers", "2026-04-02T09:00:00Z", "Norland will not have observers 🛥️ in the Narrows",
            (BlockKind.Paragraph, "“We accept no observers in the Narrows,” President Mira Tolland said on Wednesday."),
            (BlockKind.Paragraph, "Tolland will meet Osric Vane in Port Saltby on 10 April. Norland calls the blockade an “inspection”."),
            (BlockKind.Paragraph, "Osric Vane, the foreign minister of Suthmark, said the boats would be back by May."))
            .Says("President Mira Tolland", "said", "We accept no observers in the Narrows", AttributionForm.Direct, "Mira Tolland", a => a with { SaidOn = new DateOnly(2026, 4, 1) })
            .Says("Osric Vane, the foreign minister of Suthmark", "said", "the boats would be back by May", AttributionForm.Indirect, "Osric Vane");
        string text = draft.Article.Text;
        return draft.Record() with
        {
            Encounters = [new EncounterMention(Span(text, "meet"), Sentence(text, "Tolland will meet"), EncounterType.Meeting, ["Mira Tolland", "Osric Vane"], "2026-04-10", "Port Saltby", EncounterStatus.Planned)],
            Terms = [new ContestedTerm(Span(text, "inspection"), Span(text, "calls"), Span(text, "Norland calls")with { End = Span(text, "Norland calls").Start + 7 }, "Norland")],
            Stances = [new StanceMark(0, Stance.Rejects, Span(text, "observers in the Narrows,", -1), false, ["observer", "narrow"], 0.9, null, "Norland")],
        };
    }

    private static ArticleRecord Paper() => Draft.Of(
        "The Saltby Courier", "https://courier.example/norland", "2026-04-02T12:00:00Z", "No observers, says Norland",
        (BlockKind.Paragraph, "President Mira Tolland said that Norland would accept no observers in the Narrows, Bay Wire reports."))
        .Says("President Mira Tolland", "said", "Norland would accept no observers in the Narrows", AttributionForm.Indirect, "Mira Tolland", a => a with { Via = "Bay Wire", SaidOn = new DateOnly(2026, 4, 1) })
        .With(article => article with { Credits = ["Bay Wire"] })
        .Record();

    private static ArticleRecord Later()
    {
        Draft draft = Draft.Of(
            "The Saltby Courier", "https://courier.example/turn", "2026-04-20", "Norland gives way",
            (BlockKind.Paragraph, "“We accept observers in the Narrows from June,” Mira Tolland told parliament."))
            .Says("Mira Tolland", "told", "We accept observers in the Narrows from June", AttributionForm.Direct, "Mira Tolland", a => a with { Addressee = "parliament" });
        return draft.Record() with
        {
            Stances = [new StanceMark(0, Stance.Accepts, Span(draft.Article.Text, "observers in the Narrows"), false, ["observer", "narrow"], 0.8, null, "Norland")],
        };
    }

    private static TextSpan Span(string text, string words, int less = 0)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 ? new TextSpan(at, at + words.Length + less) : throw new ArgumentException($"\"{words}\" does not stand in the text.", nameof(words));
    }

    private static TextSpan Sentence(string text, string beginning)
    {
        int start = Span(text, beginning).Start;
        return new TextSpan(start, text.IndexOf('.', start) + 1);
    }
}
