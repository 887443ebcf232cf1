namespace Rapporteur.Text.Times;

/// <summary>What an expression of time says before it is known when it was said.</summary>
internal abstract record TimeMeaning
{
    /// <summary>"May 18, 2025", "May 18", "May 2025", "2025": what is null was not said.</summary>
    public sealed record Calendar(int? Year, int? Month, int? Day) : TimeMeaning;

    /// <summary>A weekday: shift -1 "last", 0 "this", 1 "next", null when it stands alone.</summary>
    public sealed record NamedWeekday(int Day, int? Shift) : TimeMeaning;

    /// <summary>A month without a year: shift as for a weekday; with <paramref name="YearSaid"/> the year is shifted ("July last year").</summary>
    public sealed record NamedMonth(int Number, int? Shift, bool YearSaid = false) : TimeMeaning;

    /// <summary>So many days from today.</summary>
    public sealed record RelativeDay(int Offset) : TimeMeaning;

    /// <summary>"last year", "this week", "next month": the calendar unit so many before or after the present one.</summary>
    public sealed record RelativeUnit(char Letter, int Offset) : TimeMeaning;

    /// <summary>"two years ago", "three days later": a distance from today or from the day last spoken of.</summary>
    public sealed record Distance(Amount Length, int Sign, bool FromToday) : TimeMeaning;

    /// <summary>A quarter of a year; year null when it was not said.</summary>
    public sealed record Quarter(int Number, int? Year, int? YearShift) : TimeMeaning;

    /// <summary>"the quarter", "the latest period", "the year-earlier quarter": the quarter last spoken of, so many years from it or in a year that was said.</summary>
    public sealed record SameQuarter(int YearShift, int? Year = null) : TimeMeaning;

    /// <summary>A feast; the rule is that of the word list, shift as for a weekday.</summary>
    public sealed record Holiday(string Rule, int? Year, int? Shift) : TimeMeaning;

    /// <summary>A season; shift as for a weekday.</summary>
    public sealed record Season(string Letters, int? Year, int? Shift) : TimeMeaning;

    /// <summary>"the 1990s", "the nineties": the year without its last digit.</summary>
    public sealed record Decade(int Tens) : TimeMeaning;

    /// <summary>"the 19th century".</summary>
    public sealed record Century(int Number) : TimeMeaning;

    /// <summary>A clock time or a part of a day, on a day (null: the day of publication).</summary>
    public sealed record OnDay(TimeMeaning? Date, string Suffix) : TimeMeaning;

    /// <summary>"that day", "the same day": the day last spoken of, moved by so many days.</summary>
    public sealed record SameDay(int Offset) : TimeMeaning;

    /// <summary>PAST_REF, PRESENT_REF, FUTURE_REF.</summary>
    public sealed record Reference(string Value) : TimeMeaning;

    /// <summary>"three years".</summary>
    public sealed record Duration(Amount Length) : TimeMeaning;

    /// <summary>"every Monday", "daily": a TIMEX3 value as it is.</summary>
    public sealed record Set(string Value) : TimeMeaning;

    /// <summary>A number of units; the number is null when it is not told ("several weeks").</summary>
    public sealed record Amount(decimal? Number, char Unit)
    {
        /// <summary>TIMEX3 value of the length.</summary>
        public string Value
        {
            get
            {
                (decimal factor, string letter) = Unit switch
                {
                    'F' => (2m, "W"),
                    'Q' => (3m, "M"),
                    'd' => (10m, "Y"),
                    'C' => (100m, "Y"),
                    'E' => (1m, "WE"),
                    'm' => (1m, "M"),
                    var unit => (1m, unit.ToString()),
                };
                // "two and a half years" is P2Y6M, "5 1/2 hours" PT5H30M.
                if (Number is { } whole && whole > 1 && whole % 1 == 0.5m && Unit is ('Y' or 'H')) return Unit == 'Y' ? $"P{Math.Floor(whole)}Y6M" : $"PT{Math.Floor(whole)}H30M";
                string number = Number is { } n ? (n * factor).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : "X";
                // TimeML's example: "decades" is PXDE, "centuries" PXCE.
                if (Number is null && Unit == 'd') return "PXDE";
                if (Number is null && Unit == 'C') return "PXCE";
                return (Unit is 'S' or 'm' or 'H' ? "PT" : "P") + number + letter;
            }
        }
    }
}
