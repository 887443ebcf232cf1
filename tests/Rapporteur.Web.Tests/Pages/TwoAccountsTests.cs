using System.Text.Json;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

/// <summary>What two sides tell differently of one call: on its page, on the page and in the API.</summary>
public sealed class TwoAccountsTests
{
    [Fact]
    public async Task Two_accounts_of_one_call_stand_side_by_side_with_who_tells_each()
    {
        await using Served served = await Served.WithAsync(Readouts());
        string id = (await served.Record.EncountersAsync(CancellationToken.None)).Single().Id;
        foreach (string page in new[] { $"/encounters/{id}", "/issues/observers" })
        {
            string text = (await served.Client.PageAsync(page)).Body!.TextContent;
            Assert.Contains("two accounts", text, StringComparison.Ordinal);
            Assert.Contains("Mira Tolland accepted observers (Kaja Berg)", text, StringComparison.Ordinal);
            Assert.Contains("Mira Tolland did not accept observers (Osric Vane)", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_API_gives_what_is_told_differently_of_one_encounter()
    {
        await using Served served = await Served.WithAsync(Readouts());
        string id = (await served.Record.EncountersAsync(CancellationToken.None)).Single().Id;
        JsonElement[] found = [.. JsonDocument.Parse(await served.Client.GetStringAsync($"/api/v1/contradictions?encounter={id}")).RootElement.GetProperty("items").EnumerateArray()];
        Assert.Equal("contradiction: two accounts", Assert.Single(found).GetProperty("kind").GetString());
        Assert.Empty(JsonDocument.Parse(await served.Client.GetStringAsync("/api/v1/contradictions?encounter=000000000000")).RootElement.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task After_one_article_more_the_pages_show_what_it_changes()
    {
        ArticleRecord[] readouts = [.. Readouts()];
        await using Served served = await Served.WithAsync(readouts[..1]);
        Assert.DoesNotContain("two accounts", (await served.Client.PageAsync("/issues/observers")).Body!.TextContent, StringComparison.Ordinal);
        await served.Store.AddAsync(readouts[1], CancellationToken.None);
        Assert.Contains("two accounts", (await served.Client.PageAsync("/issues/observers")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<ArticleRecord> Readouts()
    {
        yield return Readout("Southland Wire", "2026-04-10", "Southlandian spokeswoman Kaja Berg", "Kaja Berg", "Mira Tolland accepted observers", Stance.Accepts, "Southland");
        yield return Readout("Bay Wire", "2026-04-11", "Norlandian spokesman Osric Vane", "Osric Vane", "Mira Tolland did not accept observers", Stance.Denies, "Norland");
    }

    // Each article also tells that the call took place, and each state speaks once of something else.
    private static ArticleRecord Readout(string outlet, string day, string source, string speaker, string words, Stance stance, string state)
    {
        Draft draft = Draft.Of(outlet, $"https://{state.ToLowerInvariant()}.example/call", day, $"{state} on the call",
            (BlockKind.Paragraph, $"Mira Tolland called Arvid Roos on 9 April. {source} said that {words}. Norlandian President Mira Tolland said that herring is hers. {state} said that cod is dear."))
            .Says(source, "said", words, AttributionForm.Indirect, speaker, a => a with { OnBehalfOf = "Mira Tolland" })
            .Says("Norlandian President Mira Tolland", "said", "herring is hers", AttributionForm.Indirect, "Mira Tolland")
            .Says($"{state} said"[..state.Length], "said", "cod is dear", AttributionForm.Indirect, state);
        ArticleRecord record = draft.Record();
        TextSpan At(string part)
        {
            int at = record.Article.Text.IndexOf(part, StringComparison.Ordinal);
            return new TextSpan(at, at + part.Length);
        }

        return record with
        {
            Encounters = [new EncounterMention(At("called"), At("Mira Tolland called Arvid Roos on 9 April."), EncounterType.Call, ["Mira Tolland", "Arvid Roos"], "2026-04-09", null, EncounterStatus.Held)],
            Stances =
            [
                new StanceMark(0, stance, new TextSpan(At(words).End - "observers".Length, At(words).End), false, ["observer"], 0.8, null, null),
                new StanceMark(1, Stance.Supports, At("herring"), false, ["herrin"], 0.8, null, null),
                new StanceMark(2, Stance.Supports, At("cod"), false, ["cod"], 0.8, null, state),
            ],
        };
    }
}
