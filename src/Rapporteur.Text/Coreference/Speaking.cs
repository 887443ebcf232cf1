using Rapporteur.Text.Attributions;

namespace Rapporteur.Text.Coreference;

/// <summary>Tells whether a phrase is the one who says something.</summary>
internal static class Speaking
{
    /// <summary>True when the phrase is the subject of a reporting verb, stands right beside one, or follows "according to".</summary>
    public static bool IsSubject(TextReading reading, int first, int end)
    {
        if (IsReporting(reading, first - 1) || IsReporting(reading, end)) return true;
        if (first > 1 && reading.Is(first - 1, "to") && reading.Is(first - 2, "according")) return true;
        Token head = reading.Text.Tokens[Functions.Head(reading, first, end)];
        return head.Head >= 0 && head.Relation is { } relation && relation.StartsWith("nsubj", StringComparison.Ordinal) && IsReporting(reading, head.Head);
    }

    private static bool IsReporting(TextReading reading, int i)
    {
        if (i < 0 || i >= reading.Count || reading.Word(i).Length > 20) return false;
        Span<char> lower = stackalloc char[reading.Word(i).Length];
        reading.Word(i).ToLowerInvariant(lower);
        return Lexicon.English.Find(lower) is { Verb: not null };
    }
}
