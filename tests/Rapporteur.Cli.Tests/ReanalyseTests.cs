using System.Text.Json;

namespace Rapporteur.Cli.Tests;

public sealed class ReanalyseTests : IDisposable
{
    private readonly Session _session = new();

    [Fact]
    public async Task A_record_that_is_analysed_again_is_the_same_record_and_corrections_survive_it()
    {
        _session.WriteArticle("bridge.txt");
        _session.WriteArticle("quay.txt", "Sten Okker", "The old quay will be sold before the summer", url: "https://www.harbour-gazette.example/other");
        Assert.Equal(0, (await Session.RunAsync("read", _session.Folder, "--fast", "--db", _session.Database)).Code);
        string before = await AppearancesAsync();
        JsonElement quay = Lines(before).Single(line => line.GetProperty("speaker").GetString() == "Sten Okker");
        Assert.Equal(0, (await Session.RunAsync("reanalyse", "--fast", "--db", _session.Database)).Code);
        Assert.Equal(before, await AppearancesAsync());

        string id = quay.GetProperty("id").GetString()!;
        Assert.Equal(0, (await Session.RunAsync("judge", "speaker", id, "Orla Venn", "--by", "Ada Brandt", "--db", _session.Database)).Code);
        Assert.Equal(0, (await Session.RunAsync("judge", "date", id, "2025-03-02", "--db", _session.Database)).Code);
        Ran again = await Session.RunAsync("reanalyse", "--fast", "--db", _session.Database);

        Assert.Contains("Analysed 2 texts again", again.Out);
        JsonElement corrected = Lines(await AppearancesAsync()).Single(line => line.GetProperty("id").GetString() == id);
        Assert.Equal(("Orla Venn", "2025-03-02"), (corrected.GetProperty("speaker").GetString(), corrected.GetProperty("said_on").GetString()));
        await Session.RunAsync("judge", "undo", "1", "--db", _session.Database);
        await Session.RunAsync("judge", "undo", "2", "--db", _session.Database);
        Assert.Equal(before, await AppearancesAsync());
    }

    [Fact]
    public async Task Names_and_issues_that_people_gave_hold_after_everything_is_analysed_again()
    {
        _session.WriteArticle("quay.txt", "Sten Okker", "We reject the sale of the old quay");
        await Session.RunAsync("read", _session.Folder, "--fast", "--db", _session.Database);
        string statement = Lines((await Session.RunAsync("export", "statements", "--db", _session.Database)).Out).Single().GetProperty("id").GetString()!;
        Assert.Equal(0, (await Session.RunAsync("judge", "rename", "Sten Okker", "Harbour master Okker", "--by", "Ada Brandt", "--db", _session.Database)).Code);
        Assert.Equal(0, (await Session.RunAsync("judge", "issue", statement, "Harbour land", "--db", _session.Database)).Code);
        Assert.Equal(0, (await Session.RunAsync("reanalyse", "--fast", "--db", _session.Database)).Code);

        JsonElement position = Assert.Single(Lines((await Session.RunAsync("export", "positions", "--db", _session.Database)).Out));
        Assert.Equal(("Harbour master Okker", "Harbour land"), (position.GetProperty("actor").GetString(), position.GetProperty("issue").GetString()));
        Ran listed = await Session.RunAsync("judge", "list", "--db", _session.Database);
        Assert.Contains("rename  Sten Okker  Harbour master Okker  by Ada Brandt", listed.Out);
        Ran refused = await Session.RunAsync("judge", "rename", "Nobody Known", "X", "--db", _session.Database);
        Assert.Equal(1, refused.Code);
        Assert.Contains("Nobody in the record has the name", refused.Error);
    }

    [Fact]
    public async Task A_dossier_that_is_not_there_is_not_made()
    {
        Ran ran = await Session.RunAsync("reanalyse", "--db", _session.Database);
        Assert.Equal(1, ran.Code);
        Assert.Contains("there is no such dossier", ran.Error);
        Assert.False(File.Exists(_session.Database));
    }

    public void Dispose() => _session.Dispose();

    private static IEnumerable<JsonElement> Lines(string jsonLines) => jsonLines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private async Task<string> AppearancesAsync() => (await Session.RunAsync("export", "appearances", "--db", _session.Database)).Out;
}
