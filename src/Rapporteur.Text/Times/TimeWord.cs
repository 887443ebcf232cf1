using System.Collections.Frozen;
using System.Globalization;

namespace Rapporteur.Text.Times;

/// <summary>What one word can mean in an expression of time. "second" is a unit and an ordinal, so a word may have several meanings.</summary>
/// <remarks>The kinds are those of <c>Languages/English/times.tsv</c>; a property is null when the word has no such meaning.</remarks>
internal sealed class TimeWord
{
    /// <summary>The word in lower case.</summary>
    public required string Form { get; init; }

    /// <summary>1 is Monday, 7 is Sunday, as in ISO 8601.</summary>
    public int? Weekday { get; private set; }

    /// <summary>The same for "Mondays".</summary>
    public int? Weekdays { get; private set; }

    public int? Month { get; private set; }

    /// <summary>TIMEX3 letters where there are any: S m(inute) H D W M Q Y; F fortnight, d decade, C century, E weekend.</summary>
    public char? Unit { get; private set; }

    public string? Season { get; private set; }

    public string? Part { get; private set; }

    public int? Cardinal { get; private set; }

    public int? Scale { get; private set; }

    public int? Ordinal { get; private set; }

    /// <summary>"several", "few": a number that is not told.</summary>
    public bool Fuzzy { get; private set; }

    /// <summary>-1 "last", 0 "this", 1 "next".</summary>
    public int? Shift { get; private set; }

    /// <summary>Days from today: "yesterday" is -1.</summary>
    public int? Day { get; private set; }

    /// <summary>Tens digit of "nineties".</summary>
    public int? Decade { get; private set; }

    public string? Reference { get; private set; }

    public string? Adjective { get; private set; }

    public string? Set { get; private set; }

    public bool Each { get; private set; }

    public string? Edge { get; private set; }

    /// <summary>-1 "ago", 1 "later".</summary>
    public int? Ago { get; private set; }

    /// <summary>Hour of "noon" and "midnight".</summary>
    public int? Clock { get; private set; }

    /// <summary>Hours that "am" and "pm" add.</summary>
    public int? Meridiem { get; private set; }

    /// <summary>Hours of the day that a part of the day or a meal stands for, for calendar phrases.</summary>
    public HourSpan? Hours { get; private set; }

    /// <summary>A unit written with its first letter: "3h".</summary>
    public char? ShortUnit { get; private set; }

    /// <summary>Feasts whose name begins with the word: the whole name and the rule of <see cref="Times.Feasts"/>.</summary>
    public List<(string[] Name, string Rule)>? Feasts { get; private set; }

    /// <summary>An abbreviated time zone.</summary>
    public bool Zone { get; private set; }

    /// <summary>What the word says of the clause it stands in: -1 it tells what was ("said"), 1 what is to come ("will").</summary>
    public int? Tense { get; private set; }

    /// <summary>"12-25"; "11-4-4" the fourth Thursday of November, "05-1-L" the last Monday of May; "easter".</summary>
    public string? Holiday { get; private set; }

    /// <summary>"years", but not "year".</summary>
    public bool Plural => Unit is not null && Form[^1] == 's';

    /// <summary>All words of the list (kind, value, forms), by form; letter case does not count.</summary>
    public static FrozenDictionary<string, TimeWord> Load(IEnumerable<string[]> rows)
    {
        Dictionary<string, TimeWord> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in rows)
        {
            foreach (string form in row[2].Split(' '))
            {
                if (row[0] == "feast")
                {
                    string[] name = form.Split('_');
                    (Of(name[0]).Feasts ??= []).Add((name, row[1]));
                    continue;
                }

                Of(form).Learn(row[0], row[1]);
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        TimeWord Of(string form) => words.TryGetValue(form, out TimeWord? word) ? word : words[form] = new TimeWord { Form = form };
    }

    private void Learn(string kind, string value)
    {
        switch (kind)
        {
            case "weekday": Weekday = Number(); break;
            case "weekdays": Weekdays = Number(); break;
            case "month": Month = Number(); break;
            case "unit": Unit = value[0]; break;
            case "season": Season = value; break;
            case "part": Part = value; break;
            case "number": Cardinal = Number(); break;
            case "scale": Scale = Number(); break;
            case "ordinal": Ordinal = Number(); break;
            case "fuzzy": Fuzzy = true; break;
            case "shift": Shift = Number(); break;
            case "day": Day = Number(); break;
            case "decade": Decade = Number(); break;
            case "reference": Reference = value; break;
            case "adjective": Adjective = value; break;
            case "set": Set = value; break;
            case "each": Each = true; break;
            case "edge": Edge = value; break;
            case "ago": Ago = Number(); break;
            case "clock": Clock = Number(); break;
            case "holiday": Holiday = value; break;
            case "zone": Zone = true; break;
            case "short": ShortUnit = value[0]; break;
            case "hours": Hours = new(Seconds(value.AsSpan(0, 2)), Math.Min(Seconds(value.AsSpan(3)), (24 * 3600) - 1)); break;
            case "tense": Tense = Number(); break;
            case "meridiem": Meridiem = Number(); break;
            default: throw new InvalidDataException($"times.tsv: there is no kind of time word called '{kind}'.");
        }

        static int Seconds(ReadOnlySpan<char> hours) => int.Parse(hours, CultureInfo.InvariantCulture) * 3600;

        int Number() => int.Parse(value, CultureInfo.InvariantCulture);
    }
}
