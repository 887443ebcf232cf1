using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the encounters drawn from the mentions of current versions: only those of one kin as a changed mention are drawn again.</summary>
/// <remarks>A kin's encounters are a function of its mentions and of the names met of their surnames, so the order of arrival does not show.</remarks>
internal sealed class EncounterWriter(PreparedSql sql)
{
    private readonly SortedSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>Follows an article whose current version may have changed: its mentions are in the tables.</summary>
    public void Follow(long article)
    {
        foreach (Unfiled mention in List("v.article = @number AND m.kin IS NULL", article)) File(mention);
        _touched.UnionWith(sql.List(
            "SELECT DISTINCT m.kin FROM encounter_mentions m JOIN article_versions v ON v.row = m.version WHERE v.article = @article", row => row.GetString(0), ("article", article)));
        DrawTouched();
    }

    /// <summary>Draws the encounters again that are told of in versions without a day that now have another likely day.</summary>
    public void Redate(IEnumerable<long> versions)
    {
        foreach (long version in versions)
            _touched.UnionWith(sql.List("SELECT DISTINCT kin FROM encounter_mentions WHERE version = @version AND kin IS NOT NULL", row => row.GetString(0), ("version", version)));
        DrawTouched();
    }

    /// <summary>Says that what is told of an article in its encounters has changed.</summary>
    public static void Touch(PreparedSql sql, long article) => sql.Do(
        """
        UPDATE encounters SET changed = (SELECT changes + 1 FROM record_state)
        WHERE row IN (SELECT p.encounter FROM encounter_reports p JOIN article_versions v ON v.row = p.version WHERE v.article = @article)
        """,
        ("article", article));

    /// <summary>Takes out the mentions of a version that is analysed anew; the caller adds the new ones and lets this writer follow the article.</summary>
    public void Forget(long version)
    {
        List<string> kins = sql.List("SELECT DISTINCT kin FROM encounter_mentions WHERE version = @version AND kin IS NOT NULL", row => row.GetString(0), ("version", version));
        sql.Do("DELETE FROM encounter_mentions WHERE version = @version", ("version", version));
        _touched.UnionWith(kins);
        foreach (string kin in kins)
        {
            HashSet<string> met = [.. sql.List("SELECT participants FROM encounter_mentions WHERE kin = @kin", row => Columns.Texts(row.GetString(0)), ("kin", kin)).SelectMany(names => names)];
            foreach ((string surname, string name) in sql.List("SELECT surname, name FROM encounter_names WHERE kin = @kin", row => (row.GetString(0), row.GetString(1)), ("kin", kin)))
            {
                if (met.Contains(name)) continue;
                sql.Do("DELETE FROM encounter_names WHERE surname = @surname AND name = @name AND kin = @kin", ("surname", surname), ("name", name), ("kin", kin));
                // Without that name the surname may mean somebody again, wherever it was met.
                _touched.UnionWith(sql.List("SELECT DISTINCT kin FROM encounter_names WHERE surname = @surname", row => row.GetString(0), ("surname", surname)));
            }
        }
    }

    /// <summary>Files the mentions of a record from before encounters were kept, and draws all of them.</summary>
    public void FileAll()
    {
        if (sql.Number("SELECT 1 FROM encounter_mentions WHERE kin IS NULL LIMIT 1") is null) return;
        foreach (Unfiled mention in List("m.kin IS NULL AND @number = 0", 0)) File(mention);
        DrawTouched();
    }

    private List<Unfiled> List(string condition, long number) => sql.List(
        $"SELECT m.version, m.place, m.type, m.participants FROM encounter_mentions m JOIN article_versions v ON v.row = m.version WHERE {condition}",
        row => new Unfiled(row.GetInt64(0), row.GetInt64(1), Enum.Parse<EncounterType>(row.GetString(2)), Columns.Texts(row.GetString(3))), ("number", number));

    private void File(Unfiled mention)
    {
        string kin = EncounterMerger.KinOf(mention.Type, mention.Participants);
        sql.Do("UPDATE encounter_mentions SET kin = @kin WHERE version = @version AND place = @place", ("kin", kin), ("version", mention.Version), ("place", mention.Place));
        _touched.Add(kin);
        foreach (string name in mention.Participants)
        {
            string surname = ParticipantKey.Surname(name);
            bool isNew = sql.Number("SELECT 1 FROM encounter_names WHERE surname = @surname AND name = @name LIMIT 1", ("surname", surname), ("name", name)) is null;
            sql.Do("INSERT OR IGNORE INTO encounter_names (surname, name, kin) VALUES (@surname, @name, @kin)", ("surname", surname), ("name", name), ("kin", kin));
            // Who is meant by the surname may be told otherwise now, wherever it was met.
            if (isNew) _touched.UnionWith(sql.List("SELECT DISTINCT kin FROM encounter_names WHERE surname = @surname", row => row.GetString(0), ("surname", surname)));
        }
    }

    private void DrawTouched()
    {
        foreach (string kin in _touched) Draw(kin);
        _touched.Clear();
    }

    private void Draw(string kin)
    {
        sql.Do("DELETE FROM encounter_reports WHERE encounter IN (SELECT row FROM encounters WHERE kin = @kin)", ("kin", kin));
        sql.Do("DELETE FROM encounters WHERE kin = @kin", ("kin", kin));
        List<Filed> mentions = sql.List(
            $"""
            SELECT m.version, m.place, m.type, m.participants, m.date, m.location, m.status, m.ordinal, m.spans, m.sentence, m.told, r.id, v.published, d.day
            FROM encounter_mentions m JOIN articles r ON r.current = m.version JOIN article_versions v ON v.row = m.version LEFT JOIN likely_days d ON d.version = m.version
            WHERE m.kin = @kin
            """,
            Read, ("kin", kin));
        if (mentions.Count == 0) return;
        List<string> names = sql.List(
            "SELECT DISTINCT n.name FROM encounter_names n WHERE n.surname IN (SELECT surname FROM encounter_names WHERE kin = @kin)", row => row.GetString(0), ("kin", kin));
        Dictionary<EncounterReport, Filed> places = mentions.ToDictionary(mention => mention.Report, ReferenceEqualityComparer.Instance as IEqualityComparer<EncounterReport>);
        foreach (Encounter encounter in EncounterMerger.Merge(mentions.Select(mention => mention.Report), names)) Insert(kin, encounter, places);
    }

    private void Insert(string kin, Encounter encounter, Dictionary<EncounterReport, Filed> places)
    {
        long row = sql.Number(
            """
            INSERT INTO encounters (id, kin, type, participants, date, location, status, ordinal, history, changed)
            VALUES (@id, @kin, @type, @participants, @date, @location, @status, @ordinal, @history, (SELECT changes + 1 FROM record_state)) RETURNING row
            """,
            ("id", encounter.Id), ("kin", kin), ("type", encounter.Type.ToString()), ("participants", Columns.Json(encounter.Participants)), ("date", encounter.Date),
            ("location", encounter.Place), ("status", encounter.Status.ToString()), ("ordinal", encounter.Ordinal),
            ("history", JsonSerializer.Serialize(encounter.History.Select(stage => new object?[] { Columns.Day(stage.Published), stage.Status.ToString(), stage.Reports }))))!.Value;
        foreach ((int position, EncounterReport report) in encounter.Reports.Index())
        {
            Filed place = places[report];
            sql.Do(
                "INSERT INTO encounter_reports (encounter, position, version, place) VALUES (@encounter, @position, @version, @place)",
                ("encounter", row), ("position", position), ("version", place.Version), ("place", place.Place));
        }
    }

    // Merging looks at an article's identity and days only.
    private static Filed Read(SqliteRow row)
    {
        EncounterMention mention = EncounterMentions.Of(
            row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5), row.GetString(6),
            row.IsDBNull(7) ? null : (int)row.GetInt64(7), row.GetString(8), row.GetBoolean(10));
        ArticleRef article = new(row.GetString(11), "", null, null, PressTime.Parse(row.IsDBNull(12) ? null : row.GetString(12)), null);
        return new Filed(row.GetInt64(0), row.GetInt64(1), new EncounterReport(article, mention, row.GetString(9)) { LikelyDay = row.IsDBNull(13) ? null : Columns.Day(row.GetString(13)) });
    }

    private sealed record Unfiled(long Version, long Place, EncounterType Type, IReadOnlyList<string> Participants);

    private sealed record Filed(long Version, long Place, EncounterReport Report);
}
