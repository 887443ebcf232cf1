using System.Globalization;

namespace Rapporteur.Text.Times;

/// <content>The order of the rules.</content>
internal sealed partial class CalendarReader
{
    /// <summary>The phrase that begins at a lexeme, or null: of all readings the longest; of equally long ones that which stands earlier here.</summary>
    public Read<CalendarPhrase>? PhraseAt(int i)
    {
        (_at, _tense) = (i, null);
        if (!MayBegin(i)) return null;
        Read<CalendarPhrase>? best = null;
        Consider(RelationAt(i));
        Consider(LengthFromAt(i));
        if (!Is(i, "at") && DayHoursAt(i) is { } hours) Consider(new(hours.End, Moments(hours.Value.Start, hours.Value.End)));
        if (MomentRangeAt(i) is { } moments) Consider(moments);
        if (DayRangeAt(i) is { } range) Consider(new(range.End, Days(range.Value)));
        if (MomentAt(i) is { } moment) Consider(new(moment.End, new(default, CalendarKind.DateTime, CalendarText.Of(moment.Value.At))));
        if (NextMomentsAt(i) is { } next) Consider(new(next.End, Moments(next.Value.Start, next.Value.End)));
        if (DayPartAt(i) is { } part) Consider(new(part.End, Moments(At(part.Value.Day, part.Value.Hours.From), At(part.Value.Day, part.Value.Hours.To))));
        if (SetAt(i) is { } set) Consider(new(set.End, new(default, CalendarKind.Set, set.Value)));
        if (DayAt(i) is { } day) Consider(new(day.End, Days(day.Value)));
        if (PeriodAt(i) is { } period && !HasGreeting(i)) Consider(new(period.End, Days(period.Value)));
        if (HourRangeAt(i, loose: false) is { } clock && !Is(i, "at")) Consider(new(clock.End, Times(clock.Value.From, clock.Value.To)));
        if (HoursAt(i) is { } partOfDay && partOfDay.Value.From < partOfDay.Value.To) Consider(new(partOfDay.End, Times(partOfDay.Value.From, partOfDay.Value.To)));
        Consider(ClockAt(i));
        if (Is(i - 1, "on") && OrdinalDayAt(i) is { } nth) Consider(new(nth.End, Days(nth.Value)));
        if (LengthAt(i) is { } length && !(Is(length.End, "old") || Mark(length.End) == '-' && Is(length.End + 1, "old"))) Consider(new(length.End, new(default, CalendarKind.Duration, Seconds(length.Value))));
        Consider(WholeUnitAt(i));
        // "3am3ioY" is no time.
        if (best is { } torn && torn.End < lexemes.Count && Touch(torn.End - 1, torn.End) && Mark(torn.End) == '\0') return null;
        return best is { } whole && LeavesArticle(i) && PhraseAt(i + 1) is { } bare && bare.End == whole.End ? null : best;

        void Consider(Read<CalendarPhrase>? found)
        {
            if (found is { } f && (best is null || f.End > best.Value.End)) best = f;
        }
    }

    // The article stands outside "the next quarter", "the week 31" and "the end of 2000", inside "the week", "the 4th" and "the first week of May".
    private bool LeavesArticle(int i)
    {
        if (!Is(i, "the")) return false;
        if (MonthAt(i + 1) is not null || Word(i + 1)?.Edge is not null && DayEndAt(i) is null || IsAny(i + 1, "fiscal", "school", "calendar", "cy", "sy", "fy")) return true;
        if (IsAny(i + 1, "week", "year") && (Digits(i + 2) is not null || Is(i + 2, "to"))) return true;
        return ShiftAt(i + 1) is not null && NthPartAt(i) is null && PointedDayAt(i) is null;
    }

    // A number inside a longer one ("133-03-03-2020", "6,107.31") begins nothing.
    private bool MayBegin(int i)
    {
        if (lexemes[i].IsWord) return !(Mark(i - 1) == '-' && Touch(i - 1, i) && Digits(i - 2) is null && IsWord(i - 2) && !IsDash(i - 1));
        if (Digits(i) is null) return Mark(i) is '½' or '>' or '<' or '\'' or '’' or '=';
        if (i > 0 && Touch(i - 1, i))
        {
            if (Mark(i - 1) is '.' or ',' or '/' or '-' && Digits(i - 2) is not null && Touch(i - 2, i - 1)) return false;
            if (Mark(i - 1) is '$' or '€' or '£' or '#') return false;
            if (IsWord(i - 1) && Word(i - 1) is null) return false;
        }

        return !(Touch(i, i + 2) && Mark(i + 1) == '-' && Length(i) == 3);
    }

    private bool HasGreeting(int i) => IsAny(i - 1, "great", "nice", "good");

    // "from 2pm till tomorrow 4:30pm", "between now and eight o'clock", "between 2:00 tomorrow and 4:00", "tomorrow 9am to Friday noon"
    private Read<CalendarPhrase>? MomentRangeAt(int i)
    {
        bool between = Is(i, "between");
        int j = between || Is(i, "from") ? i + 1 : i;
        Read<(DateTime At, bool Sure)>? first = MomentAt(j);
        Read<ClockTime>? clock = first is null && j > i ? ClockTimeAt(j, loose: true) : null;
        if ((first?.End ?? clock?.End) is not { } end || JoinAt(end, between) is not { } to) return null;
        if (MomentAt(to) is { } last && (first is not null || last.End > to))
        {
            DateTime begin = first?.Value.At ?? At(_today, clock!.Value.Value.Seconds);
            return begin <= last.Value.At ? new(last.End, Moments(begin, last.Value.At)) : null;
        }

        if (first is not { } from || ClockTimeAt(to, loose: true) is not { } later) return null;
        DateOnly day = DateOnly.FromDateTime(from.Value.At);
        DateTime stop = At(day, later.Value.Seconds);
        if (stop <= from.Value.At || (NowAt(j) is not null && stop < now)) stop = At(day, later.Value.Later().Seconds);
        if (NowAt(j) is not null && !later.Value.Sure) stop = At(day, later.Value.Later().Seconds);
        return stop > from.Value.At ? new(later.End, Moments(from.Value.At, stop)) : null;
    }

    // "3 days starting from next Monday", "a day starting this Friday at 5 pm", "for 1 week, from 20th Dec"
    private Read<CalendarPhrase>? LengthFromAt(int i)
    {
        int j = Skip(i, "for");
        if (j == i + 1 && LengthAt(j) is { } first && IsAny(first.End, "starting", "beginning")) return null;
        if (LengthAt(j) is not { } length) return null;
        int k = SkipMark(length.End, ',');
        if (!IsAny(k, "starting", "beginning", "from") || (Is(k, "from") && j == i)) return null;
        if (Is(k, "from") && !length.Value.OnlyDays) return null;
        k = IsAny(k + 1, "from", "on") ? k + 2 : k + 1;
        if (DayAt(k) is not { Value: { Single: true, Label: null } } day) return null;
        if (MomentAt(k) is { } moment && moment.End > day.End) return new(moment.End, Moments(moment.Value.At, length.Value.From(moment.Value.At, 1)));
        DateOnly start = AnchorDay(day.Value);
        return length.Value.OnlyDays ? new(day.End, new(default, CalendarKind.DateRange, "", CalendarText.Of(start), CalendarText.Of(length.Value.From(start, 1)))) : null;
    }

    private Read<CalendarPhrase>? ClockAt(int i)
    {
        // "at 6.45", "meet me at 6": a bare number after "at" is an hour where the sentence or phrase ends.
        bool asked = Is(i - 1, "at") && Digits(i) is <= 24 && (i + 1 >= lexemes.Count || (Mark(i + 1) is '.' or ',' or '?' && !Touch(i, i + 2)));
        if (Is(i, "at") && Digits(i + 1) is not null && Mark(i + 2) == '.' && Digits(i + 3) is not null && ClockTimeAt(i + 1, loose: true) is { } dotted && dotted.End > i + 3) return new(dotted.End, new(default, CalendarKind.Time, CalendarText.OfSeconds(dotted.Value.Seconds)));
        if (Is(i, "one") && Is(i + 1, "in")) asked = true;
        return ClockTimeAt(i, loose: asked) is { } clock && !IsRatio(i, clock.End) ? new(clock.End, new(default, CalendarKind.Time, CalendarText.OfSeconds(clock.Value.Seconds))) : null;
    }

    // "all day", "the hour"
    private Read<CalendarPhrase>? WholeUnitAt(int i) =>
        (IsAny(i, "all") || (Is(i, "the") && IsAny(i + 1, "hour") && Is(i - 1, "for"))) && Word(i + 1) is { Unit: { } unit, Plural: false } && LengthOf(1, unit) is { } length
            ? new(i + 2, new(default, CalendarKind.Duration, Seconds(length))) : null;

    // "4:3 aspect", "1:1": two digits after the colon make a time.
    private bool IsRatio(int i, int end) => end - i == 3 && Mark(i + 1) == ':' && Length(i + 2) != 2;

    private static CalendarPhrase Days(DaySpan span) =>
        span.Label is { } label ? new(default, CalendarKind.DateRange, label)
        : span.Single ? new(default, CalendarKind.Date, CalendarText.Of(span.From))
        : new(default, CalendarKind.DateRange, "", CalendarText.Of(span.From), CalendarText.Of(span.To));

    private static CalendarPhrase Moments(DateTime start, DateTime end) => new(default, CalendarKind.DateTimeRange, "", CalendarText.Of(start), CalendarText.Of(end));

    private static CalendarPhrase Times(int start, int end) => new(default, CalendarKind.TimeRange, "", CalendarText.OfSeconds(start), CalendarText.OfSeconds(end));

    private static string Seconds(CalendarLength length) => length.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
