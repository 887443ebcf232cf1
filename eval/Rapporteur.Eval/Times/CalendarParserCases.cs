using System.Globalization;
using System.Text.Json;
using Rapporteur.Text;
using Rapporteur.Text.Times;

namespace Rapporteur.Eval.Times;

/// <summary>Calendar phrases on the cases of the single English parsers of Recognizers-Text (MIT) whose sentences are not among the DateTimeModel cases.</summary>
/// <remarks>
/// The rules were written beside the DateTimeModel cases; these were not looked at, so they tell how the rules do on new sentences. A parser
/// finds one kind of phrase only, so a case is right when every phrase listed is found, with its first and last character and its value as seen
/// forward or back; what else is found does not count.
/// </remarks>
internal sealed class CalendarParserCases : IEvaluation
{
    private static readonly string[] Files =
        ["DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser", "DurationParser", "HolidayParser", "SetParser", "TimeParser", "TimePeriodParser"];

    public string Name => "calendar-held-out";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string folder = Path.Combine(context.Corpora, "recognizers-datetime", "Specs", "DateTime", "English");
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        using (JsonDocument known = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "DateTimeModel.json"))))
        {
            foreach (JsonElement one in known.RootElement.EnumerateArray()) seen.Add(one.GetProperty("Input").GetString()!);
        }

        TextAnalyser analyser = new();
        int all = 0, right = 0;
        foreach (string name in Files)
        {
            using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")));
            foreach (JsonElement one in cases.RootElement.EnumerateArray())
            {
                string input = one.GetProperty("Input").GetString()!;
                if (!seen.Add(input)) continue;
                DateTime now = one.TryGetProperty("Context", out JsonElement at) && at.TryGetProperty("ReferenceDateTime", out JsonElement moment)
                    ? DateTimeOffset.Parse(moment.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).DateTime : new DateTime(2016, 11, 7);
                IReadOnlyList<CalendarPhrase> found = CalendarPhraseFinder.Find(analyser.Annotate(input, DateOnly.FromDateTime(now)), now);
                all++;
                if (one.GetProperty("Results").EnumerateArray().All(expected => found.Any(f => Agrees(f, expected)))) right++;
                else context.Trace?.WriteLine($"HELD\t{name}\t{now:yyyy-MM-dd HH:mm}\t{input}\t{one.GetProperty("Results")}\t{string.Join("; ", found.Select(f => $"{f.Span.In(input)}={f.Value}{f.Start}→{f.End}"))}".ReplaceLineEndings(" "));
            }
        }

        yield return new Score("times/calendar/held-out", 100.0 * right / all);
    }

    private static bool Agrees(CalendarPhrase found, JsonElement expected)
    {
        int start = expected.GetProperty("Start").GetInt32();
        if (found.Span.Start != start || found.Span.Length != expected.GetProperty("Length").GetInt32()) return false;
        JsonElement value = expected.GetProperty("Value");
        return ((string[])["FutureResolution", "PastResolution"]).Any(side => value.TryGetProperty(side, out JsonElement cells) && Same(found, cells))
            || (found.Start is null && found.End is null && found.Value.Length > 0 && value.TryGetProperty("Timex", out JsonElement timex) && timex.GetString() == found.Value);
    }

    private static bool Same(CalendarPhrase found, JsonElement cells)
    {
        Dictionary<string, string> named = cells.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.ToString(), StringComparer.Ordinal);
        string? One(params string[] names) => names.Select(n => named.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);
        string? from = One("startDate", "startDateTime", "startTime"), to = One("endDate", "endDateTime", "endTime");
        if (from is not null || to is not null) return found.Start == from && found.End == to;
        if (named.TryGetValue("set", out string? set)) return set == "Set: " + found.Value;
        return found.Value.Length > 0 && found.Value == One("date", "dateTime", "time", "duration");
    }
}
