using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Reuse;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Finds the articles that share text with one: by fingerprints, then sentence by sentence.</summary>
/// <remarks>Drawn from the record when asked, so that the order of arrival plays no part; the limits below keep the work the same in a record of any size.</remarks>
internal static class ReuseQueries
{
    // What stands in more versions than these is an outlet's standing phrase, not a trace of copying.
    private const int Common = 200;

    // An agency's text has more copies than anybody reads the comparison of; those with most in common come first.
    private const int MostCompared = 50;

    public static async Task<IReadOnlyList<TextReuse>> OfAsync(SqliteConnection db, string id, CancellationToken cancel)
    {
        Candidate? article = await db.OneAsync<Candidate>($"{Candidate.Select} WHERE r.id = @id", new { id }, cancel);
        if (article is null) return [];

        TextWords words = TextWords.Of(article.Text);
        long[] fingerprints = Fingerprints.Of(words);
        List<(long Version, int Common)> alike = [.. CountCommon(db, fingerprints, article.Version, cancel)];
        Dictionary<long, int> counts = alike.ToDictionary(found => found.Version, found => found.Common);
        List<Candidate> candidates = await db.ListAsync<Candidate>($"{Candidate.Select} WHERE v.row IN @rows", new { rows = alike.Select(found => found.Version) }, cancel);

        SentenceAlignment alignment = new(words);
        List<TextReuse> reuses = [];
        foreach (Candidate other in candidates
            .Where(other => ReuseCandidate.IsWorthComparing(counts[other.Version], fingerprints.Length, other.Count))
            .OrderByDescending(other => counts[other.Version]).ThenBy(other => other.ArticleId, StringComparer.Ordinal).Take(MostCompared))
        {
            SharedText shared = alignment.With(TextWords.Of(other.Text));
            if (!shared.IsReuse && !ReuseCandidate.IsSure(counts[other.Version], fingerprints.Length, other.Count)) continue;
            (CopyDirection direction, DirectionEvidence evidence) = CopyDirections.Of(article.Provenance, other.Provenance, shared);
            reuses.Add(new TextReuse(
                other.Reference, shared.Words, shared.LeftShare, shared.RightShare, direction, evidence,
                [.. shared.Sentences.Select(pair => new ReusedSentence(pair.Left, pair.Right, pair.Right.In(other.Text), pair.Closeness))]));
        }

        return [.. reuses.OrderByDescending(reuse => reuse.Words).ThenBy(reuse => reuse.Article.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<(long Version, int Common)> CountCommon(SqliteConnection db, long[] fingerprints, long version, CancellationToken cancel)
    {
        Dictionary<long, int> common = [];
        using SqliteCommand look = db.CreateCommand();
        look.CommandText = "SELECT version FROM fingerprints WHERE fingerprint = @fingerprint AND version <> @version LIMIT @limit";
        SqliteParameter wanted = look.Parameters.Add("@fingerprint", SqliteType.Integer);
        look.Parameters.AddWithValue("@version", version);
        look.Parameters.AddWithValue("@limit", Common + 1);
        List<long> here = [];
        foreach (long fingerprint in fingerprints)
        {
            cancel.ThrowIfCancellationRequested();
            wanted.Value = fingerprint;
            here.Clear();
            using SqliteDataReader rows = look.ExecuteReader();
            while (rows.Read()) here.Add(rows.GetInt64(0));
            if (here.Count > Common) continue;
            foreach (long other in here) common[other] = common.GetValueOrDefault(other) + 1;
        }

        // Fewer are never worth comparing; and no more than SQLite binds in one statement.
        return common.Where(pair => ReuseCandidate.IsWorthComparing(pair.Value, 0, 0)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Take(MostCompared * 4).Select(pair => (pair.Key, pair.Value));
    }

    private sealed class Candidate : ArticleFacts
    {
        public const string Select = $"""
            SELECT {Columns}, v.row AS Version, v.credits AS Credits, v.text AS Text, ifnull(f.count, 0) AS Count
            FROM article_versions v JOIN articles r ON r.current = v.row LEFT JOIN article_fingerprints f ON f.version = v.row

            """;

        public long Version { get; init; }
        public string Credits { get; init; } = "";
        public string Text { get; init; } = "";
        public int Count { get; init; }

        public Provenance Provenance => new(Outlet, Storage.Columns.Texts(Credits), PressTime.Parse(Published));
    }
}
