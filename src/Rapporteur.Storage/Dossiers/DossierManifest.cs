namespace Rapporteur.Storage.Dossiers;

/// <summary>What a dossier file says it holds: its first entry, <c>manifest.json</c>.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">Number of the form of the file (<see cref="Newest"/>).</param>
/// <param name="Tables">Number of the newest migration of the record in it.</param>
/// <param name="Counts">How much is in the record.</param>
/// <param name="Parts">Everything else in the file.</param>
public sealed record DossierManifest(string Format, int Version, int Tables, DossierCounts Counts, IReadOnlyList<DossierPart> Parts)
{
    /// <summary>What makes a ZIP archive a dossier.</summary>
    public const string Name = "rapporteur-dossier";

    /// <summary>The form that this program writes, and the newest that it reads.</summary>
    public const int Newest = 1;
}

/// <summary>How much is in a record.</summary>
public sealed record DossierCounts(long Articles, long Versions, long Statements, long Appearances, long Judgements);

/// <summary>One entry of a dossier file.</summary>
/// <param name="Name"><c>record.db</c> or <c>issues.yaml</c>.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Of its bytes, as 64 hexadecimal digits.</param>
public sealed record DossierPart(string Name, long Length, string Sha256);
