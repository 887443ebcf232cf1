using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>What counting and ordering need of every statement, in memory: filled when it is first asked for, then brought up to date by what changed since.</summary>
/// <remarks>
/// Counting a hundred thousand statements in the database takes half a second, here some milliseconds. About 60 bytes a statement. A statement's place is its row.
/// For one thread at a time.
/// </remarks>
internal sealed class StatementColumns
{
    private static readonly int[] None = [];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int[]> _alone = [];
    private readonly List<string> _names = [];
    private Facts[] _facts = [];

    /// <summary>The number of changes of the record that these are of; -1 before the first look.</summary>
    public long At { get; private set; } = -1;

    /// <summary>By row, up to the greatest that is known; those without a report in a current version are not <see cref="Facts.Shown"/>.</summary>
    public ReadOnlySpan<Facts> All => _facts;

    /// <summary>The names of hearers and principals by their numbers.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Looks up what has changed. Another look may have seen a later state already; then nothing is done.</summary>
    public void Refresh(SqliteConnection db)
    {
        long now = Number(db, "SELECT changes FROM record_state");
        if (now <= At) return;
        List<int> changed = ReadFacts(db, At);
        ReadSides(db, At, changed);
        At = now;
    }

    private List<int> ReadFacts(SqliteConnection db, long since)
    {
        List<int> changed = [];
        using SqliteCommand command = Command(db, "SELECT row, actor, forms, acts, day, instant, appearances, (SELECT v.outlet FROM article_versions v WHERE v.row = first_version) FROM statements WHERE changed > @since", since);
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            int at = row.GetInt32(0);
            if (at >= _facts.Length) Array.Resize(ref _facts, Math.Max(at + 1, _facts.Length * 3 / 2));
            _facts[at] = new Facts
            {
                Shown = row.GetInt64(6) > 0, Actor = row.IsDBNull(1) ? 0 : row.GetInt32(1), Forms = (byte)row.GetInt64(2), Acts = (int)row.GetInt64(3), Day = DayOf(row.GetString(4)),
                Instant = row.GetInt64(5), FirstOutlet = row.IsDBNull(7) ? 0 : row.GetInt32(7), Outlets = None, Addressees = None, Principals = None,
            };
            changed.Add(at);
        }

        return changed;
    }

    private void ReadSides(SqliteConnection db, long since, List<int> changed)
    {
        if (changed.Count == 0) return;
        // Of all of them, or of few: either way in the order of the index that has these columns.
        string some = since < 0 ? "" : "AND statement IN (SELECT row FROM statements WHERE changed > @since)";
        using SqliteCommand command = Command(
            db, $"SELECT statement, outlet, addressee, on_behalf_of FROM appearances INDEXED BY appearances_sides WHERE current = 1 {some} ORDER BY statement", since);
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            ref Facts facts = ref _facts[row.GetInt32(0)];
            if (!row.IsDBNull(1)) facts.Outlets = With(facts.Outlets, row.GetInt32(1));
            if (!row.IsDBNull(2)) facts.Addressees = With(facts.Addressees, NumberOf(row.GetString(2)));
            if (!row.IsDBNull(3)) facts.Principals = With(facts.Principals, NumberOf(row.GetString(3)));
        }
    }

    // Most statements have one value or none, and the arrays of one are shared.
    private int[] With(int[] known, int value)
    {
        if (known.Length == 0) return CollectionsMarshal.GetValueRefOrAddDefault(_alone, value, out _) ??= [value];
        return Array.IndexOf(known, value) >= 0 ? known : [.. known, value];
    }

    private int NumberOf(string name)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, name, out bool known);
        if (!known)
        {
            number = _names.Count;
            _names.Add(name);
        }

        return number;
    }

    private static int DayOf(string day) => Columns.Day(day) is { } known ? known.DayNumber + 1 : 0;

    private static SqliteCommand Command(SqliteConnection db, string sql, long since)
    {
        SqliteCommand command = db.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@since", since);
        return command;
    }

    private static long Number(SqliteConnection db, string sql)
    {
        using SqliteCommand command = db.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>One statement.</summary>
    internal record struct Facts
    {
        /// <summary>True when a current version reports it.</summary>
        public bool Shown;

        /// <summary>Row of the speaker; 0 when unknown.</summary>
        public int Actor;

        /// <summary>Bits of the forms and acts that occur (<see cref="StatementFacts"/>).</summary>
        public byte Forms;

        /// <summary>Likewise.</summary>
        public int Acts;

        /// <summary>Number of its day from 1; 0 when unknown.</summary>
        public int Day;

        /// <summary>Of the first report, in ticks; 0 when unknown.</summary>
        public long Instant;

        /// <summary>Row of the outlet of the first report; 0 when unknown.</summary>
        public int FirstOutlet;

        /// <summary>Rows of the outlets that report it.</summary>
        public int[] Outlets;

        /// <summary>Numbers of the names it is said to.</summary>
        public int[] Addressees;

        /// <summary>Numbers of the names it is said for.</summary>
        public int[] Principals;
    }
}
