using System.Globalization;
using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Web.Shared;

/// <summary>How days, forms and counts are written for people.</summary>
internal static class Display
{
    /// <summary>Tuesday, 3 March 2026, broken at most behind the weekday.</summary>
    public static string LongDay(DateOnly day) => $"{day.ToString("dddd", CultureInfo.InvariantCulture)}, {Day(day)}";

    /// <summary>3 March 2026, never broken.</summary>
    public static string Day(DateOnly day) => day.ToString("d'\u00A0'MMMM'\u00A0'yyyy", CultureInfo.InvariantCulture);

    /// <summary>2026-03-03, for machines.</summary>
    public static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>3 March 2026, 14:05 (UTC+02:00), with as much as is known.</summary>
    public static string Moment(PressTime moment)
    {
        if (moment.Time is not { } time) return Day(moment.Date);
        string clock = $"{Day(moment.Date)}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
        if (moment.Offset is not { } offset) return clock;
        return offset == TimeSpan.Zero ? $"{clock} (UTC)" : $"{clock} (UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm})";
    }

    /// <summary>3 March 2026, 14:05 (UTC).</summary>
    public static string Moment(DateTimeOffset moment) => $"{Day(DateOnly.FromDateTime(moment.UtcDateTime))}, {moment.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} (UTC)";

    /// <summary>What a form is called on the pages.</summary>
    public static string Name(AttributionForm form) => form switch
    {
        AttributionForm.Direct => "quoted",
        AttributionForm.Mixed => "partly quoted",
        _ => "in the reporter’s words",
    };

    /// <summary>"press conference"; null when the text does not tell.</summary>
    public static string? Name(Channel channel) => ChannelNames.Of(channel)?.Replace('_', ' ');

    /// <summary>A name with hyphens in words: "press-conference" → "press conference".</summary>
    public static string Word(string name) => name.Replace('-', ' ');

    /// <summary>A day, month or year as it is told: 2026-03-05 → 5 March 2026, 2026-03 → March 2026.</summary>
    public static string Time(string time) => Volume.InWords(time);

    /// <summary>What a speech act is called on the pages: what the speaker does.</summary>
    public static string Name(SpeechAct act) => act switch
    {
        SpeechAct.SetCondition => "sets a condition",
        SpeechAct.ExpressAttitude => "expresses an attitude",
        SpeechAct.Deny => "denies",
        SpeechAct.Propose => "proposes",
        SpeechAct.Promise => "promises",
        SpeechAct.Praise => "praises",
        SpeechAct.Criticise => "criticises",
        _ => act.ToString().ToLowerInvariant() + "s",
    };

    /// <summary>The days of a story: one, or from the first to the last.</summary>
    public static string Days(StorySummary story) => story switch
    {
        { FirstDay: { } first, LastDay: { } last } => first == last ? Day(first) : $"{Day(first)} – {Day(last)}",
        _ => "not told",
    };

    /// <summary>"45 %".</summary>
    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F0}\u00A0%");

    /// <summary>"1 report", "1,200 reports".</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>A number with thousands apart.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a text that is too long for a list, cut behind a word.</summary>
    public static string Beginning(string text, int length)
    {
        if (text.Length <= length) return text;
        int space = text.LastIndexOf(' ', length);
        return text[..(space > length / 2 ? space : length)] + " …";
    }

    /// <summary>The name of an article in a line of text.</summary>
    public static string TitleOf(ArticleRef article) => article.Title ?? Path.GetFileName(article.Location) switch
    {
        "" => "Untitled article",
        string name => name,
    };
}
