using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up actors.</summary>
internal static class ActorQueries
{
    private const string Statements = "(SELECT count(*) FROM statements s WHERE s.actor = c.row AND s.appearances > 0)";
    private const string Articles = "(SELECT count(DISTINCT a.article) FROM appearances a WHERE a.actor = c.row AND a.current = 1)";

    /// <summary>Restricts statements (<c>s</c>) to speakers of an identity or a name.</summary>
    public static void AndSpeaker(Filter filter, string? typed) => AndSpeaker(filter, typed, "s.actor");

    /// <summary>Restricts a column with rows of actors to those of an identity or a name.</summary>
    public static void AndSpeaker(Filter filter, string? typed, string column)
    {
        if (string.IsNullOrWhiteSpace(typed)) return;
        IReadOnlyList<string> words = WordsOf(typed);
        if (words.Count == 0) filter.Nothing();
        else
        {
            filter.And($"{column} IN (SELECT c.row FROM actors c WHERE c.id = @speaker OR ({Named(filter, words)}))", "speaker", typed.Trim());
        }
    }

    public static async Task<ListPage<ActorSummary>> ListAsync(SqliteConnection db, ActorQuery query, CancellationToken cancel)
    {
        Filter filter = new("statements > 0");
        string named = "1";
        if (!string.IsNullOrWhiteSpace(query.Name))
        {
            IReadOnlyList<string> words = WordsOf(query.Name);
            named = words.Count == 0 ? "0" : Named(filter, words);
        }

        string counted = $"WITH counted AS (SELECT c.row, c.id, c.name, {Statements} AS statements FROM actors c WHERE {named})";
        int total = await db.OneAsync<int>($"{counted} SELECT count(*) FROM counted {filter.Where}", filter.Values, cancel);
        if (query.After is not null)
        {
            string[] after = Cursor.Read(query.After, 3);
            filter.And("(-statements, name, id) > (@statements, @name, @id)", "statements", -Cursor.Number(after[0]));
            filter.Values.Add("name", after[1]);
            filter.Values.Add("id", after[2]);
        }

        int limit = Math.Max(0, query.Limit);
        filter.Values.Add("limit", limit + 1L);
        List<ActorLine> lines = await db.ListAsync<ActorLine>(
            $"""
            {counted}, page AS (SELECT * FROM counted {filter.Where} ORDER BY statements DESC, name, id LIMIT @limit)
            SELECT c.id, c.name, c.statements, {Articles} AS articles FROM page c ORDER BY c.statements DESC, c.name, c.id
            """,
            filter.Values, cancel);
        return Paging.Page(lines, limit, total, line => line.Summary, line => Cursor.Of($"{line.Statements}", line.Name, line.Id));
    }

    public static async Task<ActorDetail?> OneAsync(SqliteConnection db, string id, CancellationToken cancel)
    {
        ActorLine? line = await db.OneAsync<ActorLine>(
            $"SELECT c.row, c.id, c.name, {Statements} AS statements, {Articles} AS articles FROM actors c WHERE c.id = @id", new { id }, cancel);
        if (line is null) return null;
        List<MentionLine> mentions = await db.ListAsync<MentionLine>(
            """
            SELECT a.source AS Source, count(*) AS Uses, min(nullif(v.day, '')) AS First, max(nullif(v.day, '')) AS Last
            FROM appearances a JOIN article_versions v ON v.row = a.version WHERE a.actor = @Row AND a.current = 1 AND a.source <> ''
            GROUP BY a.source ORDER BY count(*) DESC, a.source
            """,
            new { line.Row }, cancel);
        (string? first, string? last) = await db.OneAsync<(string?, string?)>(
            """
            SELECT min(nullif(v.day, '')), max(nullif(v.day, ''))
            FROM appearances a JOIN article_versions v ON v.row = a.version WHERE a.actor = @Row AND a.current = 1
            """,
            new { line.Row }, cancel);
        return new ActorDetail(line.Summary, [.. mentions.Select(mention => mention.Source)], Columns.Day(first), Columns.Day(last))
        {
            FoundAs = await db.OneAsync<string>(
                "SELECT n.name FROM actors c JOIN actor_names n ON n.actor = c.row WHERE c.row = @Row AND c.renamed IS NOT NULL ORDER BY n.uses DESC, n.name LIMIT 1", new { line.Row }, cancel),
            Mentions = [.. mentions.Select(mention => new ActorMention(mention.Source, mention.Uses, Columns.Day(mention.First), Columns.Day(mention.Last)))],
        };
    }

    // Names are kept by their keys, in which spellings are one: "Tolland" and "Toland". What is typed is asked for in the same way.
    private static string[] WordsOf(string typed) => ActorKey.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Every word begins a word of the name, in any order: "toll" and "mira tolland" find "Mira Anna Tolland", "ann" does not find "Hannah".
    // A key has one spelling for all ("toland"), so a word is looked for as typed, as a key would have it, and in the name as it is shown.
    private static string Named(Filter filter, IReadOnlyList<string> words)
    {
        foreach ((int index, string word) in words.Index())
        {
            filter.Values.Add($"name{index}", " " + word);
            // Keys have no doubled letters in longer words; the beginning of one is too short to be written so.
            filter.Values.Add($"single{index}", " " + string.Concat(word.Where((letter, at) => at == 0 || word[at - 1] != letter)));
        }

        // The name that people gave him is as good as that of the articles.
        const string Keys = "' ' || c.key || ifnull(' ' || c.renamed, '')";
        return string.Join(" AND ", words.Select((_, index) => $"(instr({Keys}, @name{index}) > 0 OR instr({Keys}, @single{index}) > 0)"));
    }

    private sealed class MentionLine
    {
        public string Source { get; init; } = "";
        public int Uses { get; init; }
        public string? First { get; init; }
        public string? Last { get; init; }
    }

    private sealed class ActorLine
    {
        public long Row { get; init; }
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public int Statements { get; init; }
        public int Articles { get; init; }

        public ActorSummary Summary => new(new ActorRef(Id, Name), Statements, Articles);
    }
}
