using System.Text.Json;
using static Rapporteur.Tests.Samples.SampleDossier;

namespace Rapporteur.Tests.Samples;

/// <summary>The gold of the sample dossier agrees with its documents and with itself.</summary>
public sealed class SampleGoldTests
{
    private static readonly string[] Statuses = ["held", "planned", "proposed", "postponed", "cancelled", "denied"];

    public static TheoryData<string> EventNames => new(Events);

    [Theory, MemberData(nameof(EventNames))]
    public void Every_offset_leads_to_its_exact_words(string eventName)
    {
        int read = 0;
        foreach (JsonElement statement in Statements(eventName).Where(s => s.GetProperty("offsets").ValueKind == JsonValueKind.Object))
        {
            string id = statement.GetProperty("id").GetString()!;
            string text = File.ReadAllText(Path.Combine(Folder, eventName, statement.GetProperty("doc").GetString() + ".txt"));
            JsonElement offsets = statement.GetProperty("offsets");
            IEnumerable<string> found = offsets.GetProperty("content").EnumerateArray().Select(span => CodePoints(text, span));
            Assert.Equal((id, string.Join('|', Pieces(statement.GetProperty("content")))), (id, string.Join('|', found)));
            foreach (string part in (string[])["speaker_mention", "cue"])
            {
                JsonElement span = offsets.GetProperty(part);
                string? words = span.ValueKind == JsonValueKind.Null ? null : CodePoints(text, span);
                Assert.Equal((id, part, statement.GetProperty(part).GetString()), (id, part, words));
            }

            read++;
        }

        Assert.True(read > 50, $"{eventName} has only {read} statements with offsets");
    }

    [Theory, MemberData(nameof(EventNames))]
    public void The_words_of_a_statement_without_offsets_stand_in_its_page(string eventName)
    {
        Dictionary<string, string> pages = Pages.ToDictionary(DocumentName, PageText, StringComparer.Ordinal);
        foreach (JsonElement statement in Statements(eventName).Where(s => s.GetProperty("offsets").ValueKind == JsonValueKind.Null))
            Assert.All(Pieces(statement.GetProperty("content")), piece => Assert.Contains(piece, pages[statement.GetProperty("doc").GetString()!]));
    }

    [Fact]
    public void Every_document_of_an_event_is_annotated_and_every_annotated_document_is_there()
    {
        foreach (string eventName in Events)
        {
            IEnumerable<string> files = Texts.Concat(Pages).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == eventName).Select(DocumentName);
            string[] annotated = Strings(Gold(eventName).GetProperty("fully_annotated"));
            Assert.Equal(files.Order(StringComparer.Ordinal), annotated.Order(StringComparer.Ordinal));
            Assert.Empty(annotated.Except(Statements(eventName).Select(s => s.GetProperty("doc").GetString()!), StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_statement_has_the_number_of_another()
    {
        List<string> ids = Events.SelectMany(Statements).Select(s => s.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(EventNames))]
    public void A_family_has_two_statements_or_more_and_all_were_said_on_its_day(string eventName)
    {
        Dictionary<string, JsonElement> statements = ById(eventName);
        foreach (JsonElement family in Gold(eventName).GetProperty("families").EnumerateArray())
        {
            string[] members = Strings(family.GetProperty("members"));
            Assert.True(members.Length > 1, family.GetProperty("id").GetString());
            Assert.All(members, id => Assert.Equal(Day(family.GetProperty("said_on")), Day(statements[id].GetProperty("said_on"))));
        }
    }

    [Theory, MemberData(nameof(EventNames))]
    public void A_near_miss_names_a_family_that_it_is_not_in(string eventName)
    {
        JsonElement gold = Gold(eventName);
        Dictionary<string, JsonElement> statements = ById(eventName);
        Dictionary<string, string[]> families = gold.GetProperty("families").EnumerateArray()
            .ToDictionary(f => f.GetProperty("id").GetString()!, f => Strings(f.GetProperty("members")), StringComparer.Ordinal);
        foreach (JsonElement miss in gold.GetProperty("near_misses").EnumerateArray())
        {
            string id = miss.GetProperty("statement").GetString()!;
            Assert.True(statements.ContainsKey(id), id);
            Assert.DoesNotContain(id, families[miss.GetProperty("family").GetString()!]);
            Assert.NotEqual("", miss.GetProperty("why").GetString());
        }
    }

    [Theory, MemberData(nameof(EventNames))]
    public void An_encounter_has_participants_a_known_status_and_documents(string eventName)
    {
        JsonElement gold = Gold(eventName);
        string[] documents = Strings(gold.GetProperty("fully_annotated"));
        foreach (JsonElement encounter in gold.GetProperty("encounters").EnumerateArray())
        {
            Assert.Equal(2, encounter.GetProperty("participants").GetArrayLength());
            Assert.Contains(encounter.GetProperty("status").GetString(), Statuses);
            string[] named = Strings(encounter.GetProperty("docs"));
            Assert.NotEmpty(named);
            Assert.Empty(named.Except(documents, StringComparer.Ordinal));
            _ = Day(encounter.GetProperty("date"));
        }
    }

    [Theory, MemberData(nameof(EventNames))]
    public void A_position_rests_on_the_words_of_a_statement(string eventName)
    {
        Dictionary<string, JsonElement> statements = ById(eventName);
        foreach (JsonElement position in Gold(eventName).GetProperty("positions").EnumerateArray())
        {
            JsonElement statement = statements[position.GetProperty("statement").GetString()!];
            Assert.Equal(statement.GetProperty("doc").GetString(), position.GetProperty("doc").GetString());
            Assert.Equal(string.Join(" … ", Pieces(statement.GetProperty("content"))), position.GetProperty("evidence").GetString());
            Assert.True(Day(position.GetProperty("to")) is not { } end || Day(position.GetProperty("from")) <= end);
        }
    }

    [Fact]
    public void A_change_leads_from_a_statement_to_a_later_one_on_the_same_issue()
    {
        Dictionary<string, JsonElement> statements = Events.SelectMany(ById).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        Dictionary<string, JsonElement> positions = Events.SelectMany(e => Gold(e).GetProperty("positions").EnumerateArray())
            .ToDictionary(p => p.GetProperty("statement").GetString()!, StringComparer.Ordinal);
        List<JsonElement> changes = Events.SelectMany(e => Gold(e).GetProperty("changes").EnumerateArray()).ToList();
        Assert.Contains("hardened", changes.Select(c => c.GetProperty("kind").GetString()));
        Assert.Contains("softened", changes.Select(c => c.GetProperty("kind").GetString()));
        foreach (JsonElement change in changes)
        {
            string from = change.GetProperty("from").GetString()!, to = change.GetProperty("to").GetString()!;
            Assert.True(Day(statements[from].GetProperty("said_on")) < Day(statements[to].GetProperty("said_on")), from);
            foreach (JsonElement position in (JsonElement[])[positions[from], positions[to]])
            {
                Assert.Equal(change.GetProperty("issue").GetString(), position.GetProperty("issue").GetString());
                Assert.Equal(change.GetProperty("actor").GetString(), position.GetProperty("side").GetString());
            }
        }
    }

    private static IEnumerable<JsonElement> Statements(string eventName) => Gold(eventName).GetProperty("statements").EnumerateArray();

    private static Dictionary<string, JsonElement> ById(string eventName) =>
        Statements(eventName).ToDictionary(s => s.GetProperty("id").GetString()!, StringComparer.Ordinal);

    private static string[] Strings(JsonElement list) => list.EnumerateArray().Select(x => x.GetString()!).ToArray();
}
