namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells on which day something was said.</summary>
/// <remarks>
/// A day named in the cue's sentence outside the content counts: the time expressions of the text when that step has run, otherwise weekdays,
/// "yesterday" and "today" against the day of publication; of several the one nearest to the cue, and never one after publication. A weekday is the last one before publication, the day of publication included.
/// Without a day of its own, a statement has the day of the same speaker's statement before it.
/// </remarks>
internal sealed class SpeechDays(Prose prose)
{
    private readonly Dictionary<string, DateOnly> _bySpeaker = new(StringComparer.Ordinal);

    /// <summary>The day of an attribution, or null when the text does not tell.</summary>
    public DateOnly? Of(Saying saying, string? speaker)
    {
        DateOnly? day = Named(saying);
        if (speaker is null) return day;
        if (day is { } named) _bySpeaker[speaker] = named;
        else if (_bySpeaker.TryGetValue(speaker, out DateOnly before)) day = before;
        return day;
    }

    /// <summary>The day that the sentence of the cue names; null when it names none.</summary>
    public DateOnly? Named(Saying saying)
    {
        if (prose.Source.Times.Count > 0) return FromTimes(saying);
        if (prose.Source.Published is not { } published) return null;
        for (int i = saying.Segment.First; i < saying.Segment.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0 || saying.IsContent(word.Span.Start)) continue;
            if (word.Is("yesterday")) return published.AddDays(-1);
            if (word.Is("today")) return published;
            if (!word.Is(Traits.Weekday) || (i > saying.Segment.First && prose.Words[i - 1].Is("next"))) continue;
            // The first three letters tell the weekdays apart.
            int weekday = Array.FindIndex(Weekdays, d => prose.Text.AsSpan(word.Span.Start, 3).Equals(d, StringComparison.OrdinalIgnoreCase));
            if (weekday >= 0) return published.AddDays(-(((int)published.DayOfWeek - weekday + 7) % 7));
        }

        return null;
    }

    private DateOnly? FromTimes(Saying saying)
    {
        TextSpan sentence = prose.SpanOf(saying.Segment.First, saying.Segment.End);
        int cue = saying.CueWords.IsEmpty ? sentence.Start : prose.Words[saying.CueWords.First].Span.Start;
        DateOnly? nearest = null;
        int distance = int.MaxValue;
        IReadOnlyList<TimeExpression> times = prose.Source.Times;
        for (int i = FirstAt(times, sentence.Start); i < times.Count && times[i].Span.Start < sentence.End; i++)
        {
            TimeExpression time = times[i];
            if (time.Day is not { } day || saying.IsContent(time.Span.Start)) continue;
            // What was said was said before it was printed.
            if (day > prose.Source.Published || Math.Abs(time.Span.Start - cue) >= distance || IsBound(time.Span.Start)) continue;
            distance = Math.Abs(time.Span.Start - cue);
            nearest = day;
        }

        return nearest;
    }

    // "On his trip from 31 August to 3 September", "since Monday", "until Friday": ends of a stretch of time are no day on which something was said.
    private bool IsBound(int position)
    {
        int word = prose.WordAt(position);
        while (word > 0 && prose.Words[word - 1].Is("the")) word--;
        if (word == 0) return false;
        if (IsOneOf(word - 1, "from", "since", "until", "till", "before", "between", "through")) return true;
        if (!IsOneOf(word - 1, "to", "and")) return false;
        for (int i = word - 2; i >= 0 && i >= word - 1 - LongestDate; i--)
        {
            if (IsOneOf(i, "from", "between")) return true;
        }

        return false;
    }

    // "between the 28th of February 2025 and": words of a date and its preposition.
    private const int LongestDate = 6;

    private bool IsOneOf(int word, params ReadOnlySpan<string> forms)
    {
        ReadOnlySpan<char> characters = prose.Words[word].Span.Of(prose.Text);
        foreach (string form in forms)
        {
            if (characters.Equals(form, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static int FirstAt(IReadOnlyList<TimeExpression> times, int position)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (times[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
}
