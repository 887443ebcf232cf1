namespace Rapporteur.Text.Actors;

/// <summary>The place in an agency's dateline: "TALMAR, 3 May (Herald) –", "PORT ORLE (Herald) —".</summary>
public static class DatelinePlace
{
    // A dateline stands before the text, after a headline and a teaser at most.
    private const int Paragraphs = 4;
    private const int MostWords = 3, ShortestWord = 3;

    /// <summary>The place as names are written ("Port Orle"); null when the text has no dateline, or one of two places.</summary>
    public static string? In(string text)
    {
        int paragraph = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            if (paragraph++ == Paragraphs) return null;
            if (At(line) is { } place) return place;
        }

        return null;
    }

    // Words in capitals up to a comma, a bracket or a dash.
    private static string? At(ReadOnlySpan<char> line)
    {
        int end = 0;
        while (end < line.Length && (char.IsUpper(line[end]) || line[end] is ' ' or '\'' or '’' or '-')) end++;
        // "TALMAR - The boats": what follows begins with a capital as well.
        int dash = line[..end].IndexOf(" - ");
        if (dash >= 0) end = dash;
        else if (end == line.Length || line[end] is not (',' or '(' or '–' or '—')) return null;
        string[] words = line[..end].ToString().TrimEnd(' ', '-').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords || words[0].Length < ShortestWord || !words.All(word => word.Split('-').All(part => part.Length > 0 && char.IsUpper(part[0])))) return null;
        return string.Join(' ', words.Select(word => string.Join('-', word.Split('-').Select(Written))));
    }

    private static string Written(string capitals) => capitals[0] + capitals[1..].ToLowerInvariant();
}
