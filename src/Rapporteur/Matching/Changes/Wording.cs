using Rapporteur.Text;

namespace Rapporteur.Matching.Changes;

/// <summary>The words in which one article reports a statement.</summary>
/// <param name="Content">The words of the content as written.</param>
/// <param name="Form">Direct: all of it stands between quotation marks; mixed: what is marked inside it; indirect: nothing.</param>
/// <param name="Language">ISO 639-1 code of the article, or null; null is taken for English.</param>
/// <param name="Denied">True when the report gives it as what the speaker denies or rejects: "denied that Orlin plans an attack" affirms no plan.</param>
public sealed record Wording(string Content, AttributionForm Form, string? Language = null, bool Denied = false)
{
    /// <summary>True when the word lists can be read against it.</summary>
    internal bool IsEnglish => Language is null || Language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
