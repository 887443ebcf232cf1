using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>The judgements that hold, in the order they were made: a later one about the same wording goes before an earlier one.</summary>
internal sealed class StandingJudgements
{
    private readonly Dictionary<string, string> _actors = new(StringComparer.Ordinal);
    private readonly List<(string One, string Other)> _joined = [];
    private readonly HashSet<string> _apart = new(StringComparer.Ordinal);

    private StandingJudgements(long number) => Number = number;

    /// <summary>Another number after every change.</summary>
    public long Number { get; }

    /// <summary>What clustering has to obey.</summary>
    public ForcedLinks Links => new(_joined, _apart);

    public static StandingJudgements Read(PreparedSql sql)
    {
        long number = sql.Number("SELECT 1000000 * count(*) + count(undone_at) FROM judgements")!.Value;
        StandingJudgements standing = new(number);
        if (number == 0) return standing;
        foreach ((string kind, string one, string? other) in sql.List(
            "SELECT kind, one, other FROM judgements WHERE undone_at IS NULL ORDER BY row", row => (row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2))))
        {
            standing.Obey(kind, one, other);
        }

        return standing;
    }

    /// <summary>The wording with the names that stand for its actors.</summary>
    public Proposition Named(Proposition wording) =>
        _actors.Count == 0 ? wording : wording with { Actor = Name(wording.Actor), SpeaksFor = wording.SpeaksFor is { } principal ? Name(principal) : null };

    /// <summary>The wordings that are forced into one statement with this one.</summary>
    public IEnumerable<string> JoinedWith(string wording) =>
        _joined.Where(pair => pair.One == wording || pair.Other == wording).Select(pair => pair.One == wording ? pair.Other : pair.One);

    /// <summary>True when a wording is like no other, whatever the words say.</summary>
    public bool IsApart(string wording) => _apart.Contains(wording);

    private string Name(string actor) => _actors.GetValueOrDefault(actor, actor);

    private void Obey(string kind, string one, string? other)
    {
        switch (kind)
        {
            case "join":
                _apart.Remove(one);
                _apart.Remove(other!);
                _joined.Add((one, other!));
                break;
            case "split":
                _joined.RemoveAll(pair => pair.One == one || pair.Other == one);
                _apart.Add(one);
                break;
            case "same-actor":
                // The ordinal smaller of the names stands for both, and for all that were one with either.
                string first = Name(one), second = Name(other!);
                (string name, string gone) = string.CompareOrdinal(first, second) <= 0 ? (first, second) : (second, first);
                foreach (string actor in _actors.Where(pair => pair.Value == gone).Select(pair => pair.Key).ToArray()) _actors[actor] = name;
                _actors[gone] = name;
                break;
        }
    }
}
