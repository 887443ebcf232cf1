using System.Text.Json;

namespace Rapporteur.Cli.Tests;

/// <summary>Positions, changes, comparisons and briefs, from articles to what a person reads.</summary>
public sealed class PositionTests : IDisposable
{
    private readonly Session _session = new();

    [Fact]
    public async Task A_refusal_a_condition_and_its_end_are_read_as_softened_and_condition_dropped()
    {
        await ReadObserversAsync();
        JsonElement[] changes = [.. (await Session.RunAsync("changes", "--issue", "observers", "--json", "--db", _session.Database)).JsonLines];
        Assert.Equal(["softened 2031-03-10", "condition-dropped 2031-03-18"], changes.Where(change => Text(change, "actor") == "Ada Solen").Select(change => $"{Text(change, "kind")} {Text(change, "day")}"));
        Assert.Equal("that Zembia will not accept foreign observers in the strait", Text(changes[0].GetProperty("before"), "wording"));
        Assert.Equal("if Norlund lifted its blockade", Text(changes[0].GetProperty("after"), "condition"));
        Assert.Equal("https://news.example/02", Text(changes[0].GetProperty("after"), "url"));
    }

    [Fact]
    public async Task A_condition_that_is_added_is_told()
    {
        Article("01", "2031-03-01", "Zembian President Ada Solen said on Saturday that Zembia accepts foreign observers in the strait.");
        Article("02", "2031-03-10", "Zembian President Ada Solen said on Monday that Zembia would accept foreign observers in the strait if Norlund lifted its blockade.");
        await ReadAsync();
        Assert.Equal("condition-added", Text(Assert.Single((await ChangesAsync()), change => Text(change, "actor") == "Ada Solen"), "kind"));
    }

    [Fact]
    public async Task The_old_position_in_new_words_is_no_change_and_shown_when_asked_for()
    {
        Article("01", "2031-03-01", "Zembian President Ada Solen said on Saturday that Zembia will not accept foreign observers in the strait.");
        Article("02", "2031-03-10", "Zembian President Ada Solen said on Monday that she rejects any foreign monitors in the strait.");
        await ReadAsync();
        Assert.Empty(await ChangesAsync());
        Assert.Contains(await ChangesAsync("--all"), change => Text(change, "actor") == "Ada Solen" && Text(change, "kind") == "reaffirmed");
    }

    [Fact]
    public async Task Who_speaks_on_and_not_of_it_for_two_months_fell_silent()
    {
        await ReadObserversAsync();
        Article("later", "2031-06-20", "Zembian President Ada Solen said on Friday that Zembia supports the grain agreement.");
        await ReadAsync();
        Assert.Contains(await ChangesAsync(), change => Text(change, "kind") == "fell-silent" && Text(change, "day") == "2031-03-18" && change.GetProperty("after").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Who_does_not_speak_at_all_has_not_fallen_silent()
    {
        await ReadObserversAsync();
        Assert.DoesNotContain(await ChangesAsync(), change => Text(change, "kind") == "fell-silent");
    }

    [Fact]
    public async Task Changes_since_a_day_leave_out_those_before()
    {
        await ReadObserversAsync();
        Assert.All(await ChangesAsync("--since", "2031-03-12"), change => Assert.True(string.CompareOrdinal(Text(change, "day"), "2031-03-12") >= 0));
        Assert.NotEmpty(await ChangesAsync("--since", "2031-03-12"));
    }

    [Fact]
    public async Task A_position_is_told_as_it_was_known_on_a_day()
    {
        await ReadObserversAsync();
        string[] Stances(Ran ran) => [.. ran.JsonLines.Select(line => Text(line, "stance")!)];
        Assert.Equal(["rejects"], Stances(await PositionAsync("--as-of", "2031-03-05")));
        Assert.Equal(["rejects", "conditional", "accepts"], Stances(await PositionAsync()));
        Ran before = await PositionAsync("--as-of", "2030-01-01");
        Assert.Equal((0, ""), (before.Code, before.Out));
        Assert.Contains("2030-01-01", before.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_line_has_these_fields_and_rests_on_appearances_of_the_record()
    {
        await ReadObserversAsync();
        JsonElement line = (await PositionAsync()).JsonLines[0];
        Assert.Equal(
            ["id", "actor", "issue", "issue_id", "issue_suggested", "stance", "act", "from", "to", "evidence", "conditions", "strength", "confidence", "single_paraphrase", "wording", "side", "told_by_others", "doubtful"],
            line.EnumerateObject().Select(field => field.Name));
        HashSet<string> known = [.. (await Session.RunAsync("export", "appearances", "--db", _session.Database)).JsonLines.Select(appearance => Text(appearance, "id")!)];
        Assert.All(line.GetProperty("evidence").EnumerateArray(), id => Assert.Contains(id.GetString()!, known));
        Assert.True(line.GetProperty("single_paraphrase").GetBoolean());
    }

    [Fact]
    public async Task An_issue_in_own_words_is_what_is_said_towards_all_of_them()
    {
        Article("01", "2031-03-01", "Zembian President Ada Solen said on Saturday that NATO membership of Zembia is unacceptable. Solen said that Zembia supports its European Union membership.");
        await ReadAsync();
        foreach ((string asked, string stance) in new[] { ("NATO membership", "rejects"), ("EU membership", "supports"), ("membership in the European Union", "supports") })
        {
            JsonElement[] found = [.. (await Session.RunAsync("position", "Solen", "--issue", asked, "--json", "--db", _session.Database)).JsonLines];
            Assert.Equal(stance, Text(Assert.Single(found), "stance"));
        }
    }

    [Fact]
    public async Task Two_readouts_that_differ_stand_in_the_comparison_of_the_encounter_and_in_the_brief()
    {
        string encounter = await ReadReadoutsAsync();
        Ran compared = await Session.RunAsync("compare", "Zembia", "Norlund", "--encounter", encounter, "--db", _session.Database);
        Assert.Equal(0, compared.Code);
        Assert.Contains("Told differently", compared.Out, StringComparison.Ordinal);
        Assert.Contains("two accounts", compared.Out, StringComparison.Ordinal);
        Assert.Contains((await Session.RunAsync("compare", "Zembia", "Norlund", "--encounter", encounter, "--json", "--db", _session.Database)).JsonLines,
            line => line.TryGetProperty("kind", out JsonElement kind) && kind.GetString() == "contradiction: two accounts");
        Ran brief = await Session.RunAsync("brief", "--issue", "observers", "--db", _session.Database);
        Assert.Contains("two accounts", brief.Out, StringComparison.Ordinal);
        Assert.Contains("Told by another side only.", brief.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_gives_every_line_its_words_outlet_day_and_link()
    {
        await ReadObserversAsync();
        Ran brief = await Session.RunAsync("brief", "--issue", "observers", "--db", _session.Database);
        Assert.Equal((0, ""), (brief.Code, brief.Error));
        string[] lines = [.. brief.Out.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"\[Harbour Gazette\]\(https://news\.example/\d\d\), 2031-03-\d\d\)", line));
        Assert.Contains("**Ada Solen** (Zembia) accepts it (2031-03-18): as reported: Zembia accepts foreign observers in the strait", brief.Out, StringComparison.Ordinal);
        string html = (await Session.RunAsync("brief", "--issue", "observers", "--format", "html", "--db", _session.Database)).Out;
        Assert.Contains("<a href=\"https://news.example/03\">Harbour Gazette</a>", html, StringComparison.Ordinal);
        JsonElement json = (await Session.RunAsync("brief", "--issue", "observers", "--json", "--db", _session.Database)).Json;
        Assert.Equal(["issue", "issue_id", "positions", "changes", "contradictions"], json.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task The_record_is_the_same_in_whatever_order_the_articles_are_read()
    {
        await ReadObserversAsync();
        string forwards = await DrawnAsync(_session.Database);
        string other = _session.Path_("other.db");
        foreach (string name in new[] { "03", "01", "02" }) await Session.RunAsync("read", _session.Path_("news", name + ".txt"), "--db", other);
        Assert.Equal(forwards, await DrawnAsync(other));
    }

    [Theory]
    [InlineData("No issue is called \"whaling\"", "position", "Solen", "--issue", "whaling")]
    [InlineData("No issue is called \"whaling\"", "changes", "--issue", "whaling")]
    [InlineData("No issue is called \"whaling\"", "brief", "--issue", "whaling")]
    [InlineData("without words", "brief", "--issue", " ")]
    [InlineData("The name is empty", "position", " ")]
    [InlineData("No encounter has the identity 000000000000", "compare", "Zembia", "Norlund", "--encounter", "000000000000")]
    [InlineData("One of the two names is empty", "compare", "", "Norlund", "--encounter", "000000000000")]
    [InlineData("There is no file", "changes", "--issues", "nowhere.yaml")]
    public async Task What_cannot_be_answered_is_refused_with_what_to_do(string told, params string[] command)
    {
        await ReadObserversAsync();
        Ran ran = await Session.RunAsync([.. command, "--db", _session.Database]);
        Assert.Equal((1, ""), (ran.Code, ran.Out));
        Assert.Contains(told, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changes", "--since", "yesterday")]
    [InlineData("position", "Solen", "--as-of", "2031-02-30")]
    [InlineData("brief", "--issue", "observers", "--format", "pdf")]
    [InlineData("brief")]
    [InlineData("compare", "Zembia", "Norlund")]
    [InlineData("issues", "add")]
    [InlineData("issues", "merge", "One")]
    public async Task Wrong_usage_is_code_2(params string[] command) => Assert.Equal(2, (await Session.RunAsync([.. command, "--db", _session.Database])).Code);

    [Fact]
    public async Task Somebody_who_has_said_nothing_is_no_error()
    {
        await ReadObserversAsync();
        Ran ran = await Session.RunAsync("position", "Nobody Known", "--db", _session.Database);
        Assert.Equal((0, ""), (ran.Code, ran.Out));
        Assert.Contains("No position of \"Nobody Known\"", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private async Task ReadObserversAsync()
    {
        Article("01", "2031-03-01", "Zembian President Ada Solen said on Saturday that Zembia will not accept foreign observers in the strait.");
        Article("02", "2031-03-10", "Zembian President Ada Solen said on Monday that Zembia would accept foreign observers in the strait if Norlund lifted its blockade.");
        Article("03", "2031-03-18", "Zembian President Ada Solen said on Tuesday that Zembia accepts foreign observers in the strait.");
        await ReadAsync();
    }

    private async Task<string> ReadReadoutsAsync()
    {
        Article("00", "2031-03-01", "Norlundian President Piet Roos said on Saturday that Norlund supports the grain agreement. Zembian President Ada Solen said on Saturday that Zembia rejects the grain agreement.");
        Article("05", "2031-03-20", "Norlundian President Piet Roos spoke by telephone with Zembian President Ada Solen on Thursday. “President Solen agreed to foreign observers in the strait,” Norlundian presidential spokeswoman Kaja Berg said after the call between Roos and Solen.");
        Article("06", "2031-03-21", "Norlundian President Piet Roos spoke by telephone with Zembian President Ada Solen on Thursday. “Zembia has not agreed to foreign observers in the strait. Zembia rejects foreign observers,” Zembian presidential spokesman Leo Amdal said.");
        await ReadAsync();
        return Text((await Session.RunAsync("encounters", "--json", "--db", _session.Database)).JsonLines.First(line => Text(line, "type") == "call"), "id")!;
    }

    private void Article(string name, string day, string text)
    {
        _session.Write($"news/{name}.json", JsonSerializer.Serialize(new { url = $"https://news.example/{name}", outlet = "Harbour Gazette", published = day, language = "en" }));
        _session.Write($"news/{name}.txt", text + "\n");
    }

    private async Task ReadAsync() => Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("news"), "--db", _session.Database)).Code);

    private async Task<IReadOnlyList<JsonElement>> ChangesAsync(params string[] more) =>
        [.. (await Session.RunAsync(["changes", "--json", "--db", _session.Database, .. more])).JsonLines.Where(line => !Text(line, "kind")!.StartsWith("contradiction", StringComparison.Ordinal))];

    private Task<Ran> PositionAsync(params string[] more) => Session.RunAsync(["position", "Ada Solen", "--issue", "observers", "--json", "--db", _session.Database, .. more]);

    private static async Task<string> DrawnAsync(string database) =>
        (await Session.RunAsync("export", "positions", "--db", database)).Out + (await Session.RunAsync("changes", "--all", "--json", "--db", database)).Out;

    private static string? Text(JsonElement line, string field) => line.GetProperty(field).GetString();
}
