namespace Rapporteur.Text.Entities;

/// <summary>Tells places with a government (state, province, city) from places without (river, street, airport).</summary>
internal static class PlaceKinds
{
    private const Known Governed = Known.State | Known.Capital | Known.Region | Known.City;

    /// <summary>True for a listed state, region or city, and for a name of one unlisted word that no place word stands beside.</summary>
    public static bool HasGovernment(string text, TextSpan span, WordFacts facts, int first, int last)
    {
        Known whole = Gazetteer.English.OfPhrase(span.Of(text));
        if ((whole & Governed) != Known.Nothing) return true;
        for (int i = first; i <= last; i++)
        {
            if ((facts.Known[i] & Known.PlaceWord) != Known.Nothing) return false;
        }

        // "Lake Ukkel", "the Ukkel river": the word may stand outside the name.
        bool placeWordAfter = last + 1 < facts.SentenceEnd[last] && (facts.Known[last + 1] & Known.PlaceWord) != Known.Nothing;
        return !placeWordAfter;
    }
}
