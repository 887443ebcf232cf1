namespace Rapporteur.Text.Attributions;

/// <summary>Tells on which day something was said.</summary>
/// <remarks>
/// A day named in the cue's sentence outside the content counts: the time expressions of the text when that step has run, otherwise weekdays,
/// "yesterday" and "today" against the day of publication; of several the one nearest to the cue, and never one after publication. A weekday is the last one before publication, the day of publication included.
/// Without a day of its own, a statement has the day of the same speaker's statement before it.
/// </remarks>
internal sealed class SpeechDays(Prose prose)
{
    private readonly Dictionary<string, DateOnly> _bySpeaker = new(StringComparer.Ordinal);

    /// <summary>The day of a draft, or null when the text does not tell.</summary>
    public DateOnly? Of(Draft draft, string? speaker)
    {
        DateOnly? day = Named(draft);
        if (speaker is null) return day;
        if (day is { } named) _bySpeaker[speaker] = named;
        else if (_bySpeaker.TryGetValue(speaker, out DateOnly before)) day = before;
        return day;
    }

    private DateOnly? Named(Draft draft)
    {
        if (prose.Source.Times.Count > 0) return FromTimes(draft);
        if (prose.Source.Published is not { } published) return null;
        for (int i = draft.Segment.First; i < draft.Segment.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0 || IsContent(draft, word.Span.Start)) continue;
            if (word.Is("yesterday")) return published.AddDays(-1);
            if (word.Is("today")) return published;
            if (!word.Is(Traits.Weekday) || (i > draft.Segment.First && prose.Words[i - 1].Is("next"))) continue;
            // The first three letters tell the weekdays apart.
            int weekday = Array.FindIndex(Weekdays, d => prose.Text.AsSpan(word.Span.Start, 3).Equals(d, StringComparison.OrdinalIgnoreCase));
            if (weekday >= 0) return published.AddDays(-(((int)published.DayOfWeek - weekday + 7) % 7));
        }

        return null;
    }

    private DateOnly? FromTimes(Draft draft)
    {
        TextSpan sentence = prose.SpanOf(draft.Segment.First, draft.Segment.End);
        int cue = draft.Cue.IsEmpty ? sentence.Start : prose.Words[draft.Cue.First].Span.Start;
        DateOnly? nearest = null;
        int distance = int.MaxValue;
        IReadOnlyList<TimeExpression> times = prose.Source.Times;
        for (int i = FirstAt(times, sentence.Start); i < times.Count && times[i].Span.Start < sentence.End; i++)
        {
            TimeExpression time = times[i];
            if (time.Day is not { } day || IsContent(draft, time.Span.Start)) continue;
            // What was said was said before it was printed.
            if (day > prose.Source.Published || Math.Abs(time.Span.Start - cue) >= distance) continue;
            distance = Math.Abs(time.Span.Start - cue);
            nearest = day;
        }

        return nearest;
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

    private static bool IsContent(Draft draft, int position) => draft.Content.Exists(c => c.Contains(position));
}
