namespace Rapporteur.Text.Entities;

/// <summary>Completes the labels of headlines, where every word has a capital: a surname that stands in a full name elsewhere in the text is a name here too.</summary>
internal static class NameConsistency
{
    /// <summary>Labels the single capitalised words that were left out though the text names a person so.</summary>
    public static void Complete(WordFacts facts, byte[] labels)
    {
        HashSet<ulong> surnames = [];
        for (int i = 0; i < labels.Length; i++)
        {
            bool endsFullName = labels[i] != NameLabels.Outside && NameLabels.Kind(labels[i]) == 0 && NameLabels.Position(labels[i]) == NameLabels.Last;
            // A word that is also written in small letters ("may", "hope") is no safe name.
            if (endsFullName && facts.Capital[i] && (facts.Evidence[i] & Evidence.Small) == Evidence.Nothing) surnames.Add(facts.Form[i]);
        }

        if (surnames.Count == 0) return;
        for (int i = 0; i < labels.Length; i++)
        {
            bool elsewhere = labels[i] == NameLabels.Of(1, NameLabels.Unit) || labels[i] == NameLabels.Of(2, NameLabels.Unit);
            // "Ham" is a town, but not where the text tells of "Ivo Ham"; states and capitals stay what they are.
            if (elsewhere && surnames.Contains(facts.Form[i]) && (facts.Known[i] & (Known.State | Known.Capital | Known.Region)) == Known.Nothing) labels[i] = (byte)NameLabels.Of(0, NameLabels.Unit);
            if (facts.Casing[i] == 1 && labels[i] == NameLabels.Outside && surnames.Contains(facts.Form[i])) labels[i] = (byte)NameLabels.Of(0, NameLabels.Unit);
        }
    }
}
