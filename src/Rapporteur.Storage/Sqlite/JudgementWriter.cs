using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps what people decide, and brings the record to it, inside the caller's transaction.</summary>
internal sealed class JudgementWriter(PreparedSql sql, TimeProvider clock)
{
    private const string All = "SELECT row, kind, asked, author, made_at, undone_at, one FROM judgements";

    /// <summary>Makes a judgement.</summary>
    /// <exception cref="JudgementException">What it is about is not in the record, or cannot be judged in this way.</exception>
    public Judgement Add(JudgementRequest request)
    {
        (string one, string? other) = request.Kind switch
        {
            JudgementKind.Join => (Wording(request.One), Wording(Second(request))),
            JudgementKind.Split => (WordingOfAppearance(request.One), (string?)null),
            JudgementKind.NotAQuotation or JudgementKind.Confirmed => (Appearance(request.One), null),
            JudgementKind.Speaker => (Appearance(request.One), Speaker(Second(request))),
            JudgementKind.SaidOn => (Appearance(request.One), Day(Second(request))),
            JudgementKind.SameActor => (Actor(request.One), Actor(Second(request))),
            JudgementKind.Rename => NewName(KnownActor(request.One), Second(request)),
            JudgementKind.Issue => (AppearanceOfStatement(request.One), IssueName(Second(request))),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
        if (one == other && request.Kind != JudgementKind.Rename) throw new JudgementException($"{request.One} and {request.Other} are one already.");
        long row = sql.Number(
            "INSERT INTO judgements (kind, one, other, asked, author, made_at) VALUES (@kind, @one, @other, @asked, @author, @made_at) RETURNING row",
            ("kind", Word(request.Kind)), ("one", one), ("other", other),
            ("asked", Columns.Json(request.Other is null ? [request.One] : [request.One, request.Other])), ("author", request.Author),
            ("made_at", Columns.Instant(clock.GetUtcNow())))!.Value;
        Apply(request.Kind, one, other);
        return One(row)!;
    }

    /// <summary>Takes a judgement back; null when there is none of this number, or it was taken back before.</summary>
    public Judgement? Undo(int number)
    {
        List<(string Kind, string One, string? Other)> found = sql.List(
            "UPDATE judgements SET undone_at = @now WHERE row = @row AND undone_at IS NULL RETURNING kind, one, other",
            row => (row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)),
            ("now", Columns.Instant(clock.GetUtcNow())), ("row", number));
        if (found is not [var (kind, one, other)]) return null;
        Apply(Kind(kind), one, other);
        return One(number);
    }

    /// <summary>All of them, taken back or not, in the order they were made.</summary>
    public static IReadOnlyList<Judgement> List(PreparedSql sql) => sql.List($"{All} ORDER BY row", Read);

    private Judgement? One(long row) => sql.List($"{All} WHERE row = @row", Read, ("row", row)) is [var one] ? one : null;

    private void Apply(JudgementKind kind, string one, string? other)
    {
        HashSet<long> touched = [];
        if (kind == JudgementKind.NotAQuotation) touched.UnionWith(Show(one));
        else if (kind == JudgementKind.Rename) NameTable.ShowAgain(sql, one);
        else if (kind is JudgementKind.Speaker or JudgementKind.SaidOn) touched.UnionWith(new AppearanceCorrector(sql).Correct(one));
        else if (kind is JudgementKind.Join or JudgementKind.Split or JudgementKind.SameActor)
        {
            WordingWriter wordings = new(sql);
            string[] about = other is null ? [one] : [one, other];
            wordings.Reconsider(kind == JudgementKind.SameActor ? wordings.Rename(about) : about);
            touched = wordings.Touched;
        }

        foreach (long statement in touched) StatementWriter.Draw(sql, statement);
    }

    // Shows the appearance, or hides it while a judgement says that it is none.
    private List<long> Show(string id)
    {
        List<(long Row, long Statement, long Article, bool Current)> found = sql.List(
            $"""
            SELECT a.row, a.statement, a.article, a.version = r.current AND {CurrentVersion.IsQuotation} FROM appearances a JOIN articles r ON r.row = a.article
            WHERE a.id = @id
            """,
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetBoolean(3)), ("id", id));
        foreach ((long row, _, long article, bool current) in found)
        {
            sql.Do("DELETE FROM wordings WHERE rowid = @row", ("row", row));
            sql.Do("UPDATE appearances SET current = @current WHERE row = @row", ("current", current), ("row", row));
            if (current) sql.Do("INSERT INTO wordings (rowid, content) SELECT row, content FROM appearances WHERE row = @row", ("row", row));
            sql.Do(
                "UPDATE articles SET appearances = (SELECT count(*) FROM appearances WHERE version = articles.current AND current = 1) WHERE row = @article",
                ("article", article));
        }

        return [.. found.Select(appearance => appearance.Statement)];
    }

    private static string Second(JudgementRequest request) => request.Other ?? throw new JudgementException("Two are needed.");

    // A statement has the identity of its first wording; an appearance has one of its own.
    private string Wording(string id) =>
        sql.Text("SELECT id FROM wording_facts WHERE id = @id", ("id", id)) ?? WordingOfAppearance(id);

    private string WordingOfAppearance(string id) =>
        sql.Text("SELECT w.id FROM appearances a JOIN wording_facts w ON w.row = a.wording WHERE a.id = @id", ("id", id))
        ?? throw new JudgementException(
            sql.Text("SELECT id FROM appearances WHERE id = @id UNION SELECT id FROM statements WHERE id = @id", ("id", id)) is null
                ? $"Nothing in the record has the identity {id}. rapporteur show prints those of appearances, rapporteur statements those of statements."
                : $"Nobody is named who said {id}, so it is a statement by itself and cannot be joined or split.");

    private string Appearance(string id) =>
        sql.Text("SELECT id FROM appearances WHERE id = @id", ("id", id))
        ?? throw new JudgementException($"No appearance in the record has the identity {id}. rapporteur show STATEMENT prints them.");

    private string Actor(string name) =>
        sql.Text("SELECT key FROM actors WHERE id = @id OR renamed = @key ORDER BY id = @id DESC LIMIT 1", ("id", name), ("key", ActorKey.Of(name)))
        ?? (ActorKey.Of(name) is { Length: > 0 } key ? key : throw new JudgementException($"{name} is no name."));

    private string KnownActor(string name) =>
        sql.Text("SELECT key FROM actors WHERE id = @id OR key = @key OR renamed = @key ORDER BY id = @id DESC, renamed = @key DESC LIMIT 1", ("id", name), ("key", ActorKey.Of(name)))
        ?? throw new JudgementException($"Nobody in the record has the name or identity {name}. rapporteur export actors lists them.");

    // One name for two actors would make them one to every reader, and to nobody else.
    private (string One, string? Other) NewName(string actor, string name)
    {
        string shown = name.Trim(), key = ActorKey.Of(shown);
        if (key.Length == 0) throw new JudgementException($"\"{shown}\" is no name.");
        if (sql.Text("SELECT name FROM actors WHERE key = @actor", ("actor", actor)) == shown) throw new JudgementException($"{shown} is shown under this name already.");
        string? taken = sql.Text(
            "SELECT c.name FROM actors c WHERE c.key <> @actor AND (c.key = @key OR c.renamed = @key) AND EXISTS (SELECT 1 FROM statements s WHERE s.actor = c.row AND s.appearances > 0) LIMIT 1",
            ("actor", actor), ("key", key));
        return taken is null ? (actor, shown) : throw new JudgementException($"{taken} is another actor of this record. If both are one, say so: rapporteur judge same-actor.");
    }

    private static string IssueName(string name) =>
        string.IsNullOrWhiteSpace(name) ? "" : Folding.Key(name).Length > 0 ? name.Trim() : throw new JudgementException($"\"{name}\" is no name of an issue.");

    // Said of one report, it holds for its statement: so a statement is told by the first of its reports.
    private string AppearanceOfStatement(string id) =>
        sql.Text("SELECT id FROM appearances WHERE id = @id", ("id", id))
        ?? sql.Text("SELECT a.id FROM statements s JOIN appearances a ON a.statement = s.row WHERE s.id = @id ORDER BY a.current DESC, a.id LIMIT 1", ("id", id))
        ?? throw new JudgementException($"No statement and no appearance in the record has the identity {id}. rapporteur statements prints those of statements.");

    // Who is shown under a name that people gave is still the one whom articles call otherwise.
    private string Speaker(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "";
        string key = ActorKey.Of(name);
        if (key.Length == 0) throw new JudgementException($"{name} is no name.");
        return sql.Text("SELECT n.name FROM actors c JOIN actor_names n ON n.actor = c.row WHERE c.renamed = @key ORDER BY n.uses DESC, n.name LIMIT 1", ("key", key)) ?? name.Trim();
    }

    private static string Day(string day) =>
        string.IsNullOrWhiteSpace(day) ? ""
        : DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _) ? day.Trim()
        : throw new JudgementException($"\"{day}\" is not a day. Write it as 2025-03-30.");

    private static Judgement Read(SqliteRow row)
    {
        JudgementKind kind = Kind(row.GetString(1));
        return new Judgement(
            (int)row.GetInt64(0), kind, Columns.Texts(row.GetString(2)), row.IsDBNull(3) ? null : row.GetString(3),
            Columns.Instant(row.GetString(4)), row.IsDBNull(5) ? null : Columns.Instant(row.GetString(5)))
        {
            Appearance = kind is JudgementKind.Join or JudgementKind.Split or JudgementKind.SameActor or JudgementKind.Rename ? null : row.GetString(6),
        };
    }

    private static string Word(JudgementKind kind) => kind switch
    {
        JudgementKind.Join => "join",
        JudgementKind.Split => "split",
        JudgementKind.NotAQuotation => "not-a-quotation",
        JudgementKind.Confirmed => "confirmed",
        JudgementKind.Speaker => "speaker",
        JudgementKind.SaidOn => "said-on",
        JudgementKind.Rename => "rename",
        JudgementKind.Issue => "issue",
        _ => "same-actor",
    };

    private static JudgementKind Kind(string word) => word switch
    {
        "join" => JudgementKind.Join,
        "split" => JudgementKind.Split,
        "not-a-quotation" => JudgementKind.NotAQuotation,
        "same-actor" => JudgementKind.SameActor,
        "confirmed" => JudgementKind.Confirmed,
        "speaker" => JudgementKind.Speaker,
        "said-on" => JudgementKind.SaidOn,
        "rename" => JudgementKind.Rename,
        "issue" => JudgementKind.Issue,
        _ => throw new InvalidDataException($"the record holds a judgement that this program does not know: {word}"),
    };
}
