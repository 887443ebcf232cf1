namespace Rapporteur.Matching;

/// <summary>The days on which words may have been said, as far as a report tells, or several together.</summary>
/// <param name="Said">The day, or null.</param>
/// <param name="Earliest">The earliest day of publication of the reports that do not tell the day said; null when there are none with a day.</param>
/// <param name="Latest">The latest.</param>
/// <param name="IsPast">Reports look back on it: the words are not of the days of the articles.</param>
public readonly record struct Occasion(DateOnly? Said, DateOnly? Earliest, DateOnly? Latest, bool IsPast = false)
{
    /// <summary>So many days before its publication an article without a day may have its words from: weeklies, and summaries of a week or two.</summary>
    public const int DaysLooked = 14;

    /// <summary>What one report tells.</summary>
    public static Occasion Of(Proposition wording) =>
        wording.SaidOn is { } day ? new(day, null, null, wording.Published is { } published && published.DayNumber - day.DayNumber > DaysLooked)
            : new(null, wording.Published, wording.Published, wording.LooksBack);

    /// <summary>True when all of them may report one occasion.</summary>
    /// <remarks>Two days said must be the same. A report without one is published from the day said (a day earlier in other time zones)
    /// until <see cref="DaysLooked"/> after it; reports of which none tells the day, within <see cref="Proposition.WindowDays"/>. A report that looks back goes with such only. A report without any day goes with all.</remarks>
    public bool GoesWith(Occasion other)
    {
        if (Said is { } one && other.Said is { } two && one != two) return false;
        if (IsPast != other.IsPast) return false;
        Occasion both = And(other);
        if (both.Earliest is not { } earliest) return true;
        int last = both.Latest!.Value.DayNumber;
        return both.Said is { } said
            ? earliest.DayNumber >= said.DayNumber && last <= said.DayNumber + DaysLooked
            : last - earliest.DayNumber <= Proposition.WindowDays;
    }

    /// <summary>Both together.</summary>
    public Occasion And(Occasion other) => new(
        Said ?? other.Said,
        Earliest is null || other.Earliest < Earliest ? other.Earliest ?? Earliest : Earliest,
        Latest is null || other.Latest > Latest ? other.Latest ?? Latest : Latest,
        IsPast);
}
