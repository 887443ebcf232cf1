using System.Globalization;
using Rapporteur.Text.Attributions;

namespace Rapporteur.Text.Encounters;

/// <summary>When and where: the time and the place that hang on the word naming an encounter, or on what governs it.</summary>
internal static class EncounterSetting
{
    // Words between the name of an encounter and a time or place after it, no verb among them: "talks between the two sides in Istanbul on Friday".
    private const int Near = 14;

    /// <summary>A day, month or year as a TIMEX3 value; null when none belongs to the encounter.</summary>
    public static string? Date(EncounterText text, Sentence sentence, int trigger, IReadOnlyList<int> chain)
    {
        string? best = null;
        int nearest = int.MaxValue;
        foreach (TimeExpression time in text.Text.Times)
        {
            if (!sentence.Span.Contains(time.Span) || Value(time) is not { } value) continue;
            // "This year" is no day to know an encounter by; "in 2022" is.
            if (value.Length == 4 && !time.Span.Of(text.Text.Text).ContainsAnyInRange('0', '9')) continue;
            int token = TokenAt(text, sentence, time.Span.Start);
            if (token < 0 || !Belongs(text, sentence, token, trigger, chain)) continue;
            // "the first talks since 2022" were not held in 2022.
            if (token > sentence.FirstToken && text.Lemma(token - 1) is "since" or "until") continue;
            int distance = Math.Abs(token - trigger);
            if (distance < nearest) (best, nearest) = (value, distance);
        }

        // "Visited Norland on Friday and met its president": one journey.
        if (best is null && text.IsVerb(trigger) && text.Relation(trigger) == "conj" && text.Text.Tokens[trigger].Head is >= 0 and int first && text.Text.Tokens[first].Xpos == text.Text.Tokens[trigger].Xpos
            && EncounterLexicon.English.Of(verb: true, text.Lemma(first)).Count > 0) return Date(text, sentence, first, [first]);
        return best ?? FromAnotherDay(text, sentence, trigger);
    }

    /// <summary>The day that a date is; null for none, and for a month or a year.</summary>
    public static DateOnly? DayOf(string? date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>What tells when and where: the word and what governs it, and the journey made for it: "flew to Norland on Monday to meet", "arrived for talks".</summary>
    public static IReadOnlyList<int> Journey(EncounterText text, IReadOnlyList<int> chain)
    {
        int top = chain[Math.Min(1, chain.Count - 1)];
        return text.Relation(top) is "advcl" or "xcomp" or "obl" && text.Text.Tokens[top].Head is >= 0 and int journey && StatusReader.IsMotion(text, journey) && !chain.Contains(journey)
            ? [chain[0], journey] : chain;
    }

    /// <summary>The one day on which a person says something in the text: that on which he stood before reporters, when nothing else tells it.</summary>
    public static string? DayOfSaying(EncounterText text, IReadOnlyList<string> participants)
    {
        HashSet<string> days = [];
        foreach (TimeExpression time in text.Text.Times)
        {
            if (time.Day is null || Value(time) is not { } value) continue;
            int node = text.Text.Sentences.Where(one => one.Span.Contains(time.Span)).Select(sentence => TokenAt(text, sentence, time.Span.Start)).FirstOrDefault(-1);
            for (int steps = 0; node >= 0 && steps < ToVerb && !text.IsVerb(node); steps++) node = text.Text.Tokens[node].Head;
            if (node >= 0 && Lexicon.English.Find(text.Written(node)) is { Verb.IsSpeech: true } && text.SubjectOf(node) is { } speaker && participants.Contains(speaker)) days.Add(value);
        }

        return days.Count == 1 ? days.Single() : null;
    }

    // Steps from a day up to the verb it tells the time of.
    private const int ToVerb = 4;

    /// <summary>The day of what is still to come, when a weekday was read as the past one: "will speak on Thursday, she said on Monday" is the Thursday after.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="trigger">The word that names the encounter.</param>
    /// <param name="chain">The word and what governs it.</param>
    /// <param name="date">As <see cref="Date"/> tells it.</param>
    /// <returns>A day from that of publication on; null when the day told is that of an announcement.</returns>
    public static string? Ahead(EncounterText text, Sentence sentence, int trigger, IReadOnlyList<int> chain, string? date)
    {
        if (text.Text.Published is not { } published || DayOf(date) is not { } day || day >= published || published.DayNumber - day.DayNumber > 6) return date;
        foreach (TimeExpression time in text.Text.Times)
        {
            if (!sentence.Span.Contains(time.Span) || Value(time) != date) continue;
            // "Were due to speak on Thursday" looks back.
            if (!IsWeekday(time.Span.Of(text.Text.Text)) || chain.SelectMany(text.Children).Any(child => text.Lemma(child) == "be" && text.Text.Tokens[child].Xpos == "VBD")) return date;
            return IsOwn(text, TokenAt(text, sentence, time.Span.Start), trigger, chain) ? day.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        }

        return date;
    }

    /// <summary>The day of what was held, when a weekday was read as the coming one: "told her in a call on Thursday that he would" is the Thursday before.</summary>
    public static string? Behind(EncounterText text, Sentence sentence, string? date)
    {
        if (text.Text.Published is not { } published || DayOf(date) is not { } day || day <= published || day.DayNumber - published.DayNumber > 7) return date;
        return text.Text.Times.Any(time => sentence.Span.Contains(time.Span) && Value(time) == date && IsWeekday(time.Span.Of(text.Text.Text)))
            ? day.AddDays(-7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : date;
    }

    private static bool IsWeekday(ReadOnlySpan<char> words)
    {
        foreach (string day in CultureInfo.InvariantCulture.DateTimeFormat.DayNames)
        {
            if (words.Equals(day, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // It hangs on the name of the encounter itself, or on a verb that speaks of the future.
    private static bool IsOwn(EncounterText text, int token, int trigger, IReadOnlyList<int> chain)
    {
        for (int node = token, steps = 0; node >= 0 && steps < 12; node = text.Text.Tokens[node].Head, steps++)
        {
            if (node == trigger) return true;
            if (node != token && text.IsVerb(node)) return chain.Contains(node) && text.Children(node).Any(child => text.Lemma(child) is "will" or "shall" or "to" or "'ll" or "’ll");
        }

        return false;
    }

    // "two days after the talks": counted from the day the sentence tells, else from that of publication.
    private static string? FromAnotherDay(EncounterText text, Sentence sentence, int trigger)
    {
        int after = trigger - 1;
        while (after > sentence.FirstToken && trigger - after <= ToAfter && text.Lemma(after) is not ("after" or "before") && !text.IsVerb(after)) after--;
        if (after - 2 < sentence.FirstToken || text.Lemma(after) is not ("after" or "before") || text.Lemma(after - 1) is not ("day" or "week")) return null;
        int number = Array.IndexOf(Numbers, text.Lemma(after - 2));
        if (text.Lemma(after - 2) is "a" or "one") number = 1;
        if (number < 1) return null;
        DateOnly? from = text.Text.Times.FirstOrDefault(time => sentence.Span.Contains(time.Span) && time.Day is not null)?.Day ?? text.Text.Published;
        int days = number * (text.Lemma(after - 1) == "week" ? 7 : 1);
        return from?.AddDays(text.Lemma(after) == "after" ? -days : days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    // Words from "after" to the name of the encounter: "the first direct".
    private const int ToAfter = 5;

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>The place named, without its preposition; null when none belongs to the encounter.</summary>
    public static string? Place(EncounterText text, Sentence sentence, int trigger, IReadOnlyList<int> chain, IReadOnlyList<string> participants)
    {
        foreach (EntityMention entity in text.Text.Entities)
        {
            if (entity.Type is not (EntityType.Place or EntityType.GeoPoliticalEntity) || !sentence.Span.Contains(entity.Span)) continue;
            int token = TokenAt(text, sentence, entity.Span.Start);
            if (token < 0 || participants.Contains(text.ActorAt(token) ?? "")) continue;
            bool introduced = token > sentence.FirstToken && (text.Lemma(token - 1) is "in" or "at" || (text.Lemma(token - 1) == "to" && text.Text.Tokens[token].Head is >= 0 and int journey && StatusReader.IsMotion(text, journey)));
            bool named = token + 1 == trigger && text.Relation(token) == "compound";
            if (named || (introduced && Belongs(text, sentence, token, trigger, chain))) return entity.Actor ?? entity.Span.In(text.Text.Text);
        }

        return null;
    }

    private static bool Belongs(EncounterText text, Sentence sentence, int token, int trigger, IReadOnlyList<int> chain)
    {
        // Up to the first verb or member of the chain.
        for (int node = token, steps = 0; node >= 0 && steps < 12; node = text.Text.Tokens[node].Head, steps++)
        {
            if (node == trigger || (node != token && chain.Take(2).Contains(node))) return true;
            if (node != token && text.IsVerb(node)) break;
        }

        if (token < trigger || token - trigger > Near) return false;
        for (int i = trigger + 1; i < token; i++)
        {
            if (text.IsVerb(i)) return false;
        }

        return true;
    }

    private static int TokenAt(EncounterText text, Sentence sentence, int position)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.Text.Tokens[i].Span.End > position) return i;
        }

        return -1;
    }

    private static string? Value(TimeExpression time)
    {
        if (time.Type is not (TimeType.Date or TimeType.Time) || time.Value.Length < 4 || !time.Value.AsSpan(0, 4).ContainsAnyInRange('0', '9')) return null;
        if (time.Day is not null) return time.Value[..10];
        bool plain = time.Value.Length is 4 or 7 && time.Value.All(c => char.IsAsciiDigit(c) || c == '-');
        return plain && char.IsAsciiDigit(time.Value[3]) ? time.Value : null;
    }
}
