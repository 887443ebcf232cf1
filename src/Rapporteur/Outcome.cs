using Rapporteur.Reading;
using Rapporteur.Recording;

namespace Rapporteur;

/// <summary>What became of one address on its way.</summary>
/// <param name="Location">The file path or URL.</param>
/// <param name="Recorded">What recording changed; null when it was not recorded.</param>
/// <param name="Reason">Why it was not recorded, or null when it was.</param>
/// <param name="Failed">True when something asked for could not be done.</param>
/// <param name="Article">The article, or null when none was found.</param>
/// <param name="Appearances">How many statements it reports.</param>
/// <param name="Analysed">False when it was recorded without analysis because of its language.</param>
public sealed record Outcome(string Location, RecordOutcome? Recorded, string? Reason, bool Failed, Article? Article, int Appearances, bool Analysed)
{
    /// <summary>True when what was asked for is not in the record, so that somebody may want to know.</summary>
    public bool Missing { get; init; }

    /// <summary>Nothing to record.</summary>
    public static Outcome NotRead(ReadResult read) => new(read.Location, null, read.Reason, read.Failed, null, 0, false) { Missing = !read.Complete };

    /// <summary>Recorded, or known already.</summary>
    public static Outcome Of(Article article, RecordOutcome recorded, int appearances, bool analysed) =>
        new(article.Location, recorded, null, false, article, appearances, analysed);
}
