using System.Runtime.InteropServices;
using Rapporteur.Matching.Reuse;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the fingerprints of every version.</summary>
internal static class FingerprintTable
{
    public static void Add(PreparedSql sql, long version, string text)
    {
        TextWords words = TextWords.Of(text);
        long[] all = Fingerprints.Of(words);
        foreach (long fingerprint in all)
            sql.Do("INSERT INTO fingerprints (fingerprint, version) VALUES (@fingerprint, @version)", ("fingerprint", fingerprint), ("version", version));
        sql.Do(
            "INSERT INTO article_fingerprints (version, count, own) VALUES (@version, @count, @own)",
            ("version", version), ("count", all.Length), ("own", MemoryMarshal.AsBytes<long>(Fingerprints.Of(words, ownOnly: true)).ToArray()));
    }

    /// <summary>Reads what <see cref="Add"/> wrote of a version's own fingerprints; null (a version older than the table) gives none.</summary>
    public static long[] Own(byte[]? blob) => blob is null ? [] : MemoryMarshal.Cast<byte, long>(blob).ToArray();
}
