using System.Globalization;
using System.Text.Json;
using Rapporteur.Text;
using Rapporteur.Text.Times;

namespace Rapporteur.Eval.Times;

/// <summary>Calendar phrases on the English DateTimeModel cases of Microsoft's Recognizers-Text (MIT): how many sentences are wholly right.</summary>
/// <remarks>
/// A case is right when exactly the listed phrases are found, each with the same first and last character, and for each the value agrees
/// with one of those listed: <c>value</c> (or <c>timex</c> where it says "not resolved"), for a range <c>start</c> and <c>end</c>, a missing
/// end being one. Time zones stand-alone are phrases too. See docs/times.md.
/// </remarks>
internal sealed class CalendarCases : IEvaluation
{
    public string Name => "calendar";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string file = Path.Combine(context.Corpora, "recognizers-datetime", "Specs", "DateTime", "English", "DateTimeModel.json");
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(file));
        TextAnalyser analyser = new();
        int all = 0, right = 0, spans = 0;
        foreach (JsonElement one in cases.RootElement.EnumerateArray())
        {
            string input = one.GetProperty("Input").GetString()!;
            List<JsonElement> expected = [.. one.GetProperty("Results").EnumerateArray()];
            IReadOnlyList<CalendarPhrase> found = CalendarPhraseFinder.Find(analyser.Annotate(input, DateOnly.FromDateTime(Reference(one))), Reference(one));
            bool sameSpans = found.Count == expected.Count && found.Zip(expected).All(pair => SameSpan(pair.First, pair.Second, input));
            bool same = sameSpans && found.Zip(expected).All(pair => Agrees(pair.First, pair.Second));
            all++;
            if (sameSpans) spans++;
            if (same) right++;
            else context.Trace?.WriteLine($"{(sameSpans ? "VALUE" : "SPANS")}\t{all - 1}\t{Reference(one):yyyy-MM-dd HH:mm}\t{input.ReplaceLineEndings(" ")}\t{string.Join("; ", expected.Select(Show))}\t{string.Join("; ", found.Select(f => $"{f.Span.In(input)}={f.Value}{f.Start}→{f.End}"))}");
        }

        yield return new Score("times/calendar/spans", 100.0 * spans / all);
        yield return new Score("times/calendar/right", 100.0 * right / all, 85);
    }

    // Cases without a reference ask for nothing that depends on it.
    private static DateTime Reference(JsonElement one) =>
        one.TryGetProperty("Context", out JsonElement context) && context.TryGetProperty("ReferenceDateTime", out JsonElement at)
            ? DateTime.Parse(at.GetString()!, CultureInfo.InvariantCulture) : new DateTime(2016, 11, 7);

    private static bool SameSpan(CalendarPhrase found, JsonElement expected, string input) =>
        expected.TryGetProperty("Start", out JsonElement start) && expected.TryGetProperty("End", out JsonElement last)
            ? found.Span.Start == start.GetInt32() && found.Span.End == last.GetInt32() + 1
            : found.Span.In(input).Equals(expected.GetProperty("Text").GetString(), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<JsonElement> Values(JsonElement expected) =>
        expected.TryGetProperty("Resolution", out JsonElement resolution) && resolution.ValueKind == JsonValueKind.Object ? resolution.GetProperty("values").EnumerateArray() : [];

    private static bool Agrees(CalendarPhrase found, JsonElement expected) => Values(expected).Any(value =>
    {
        string? Text(string name) => value.TryGetProperty(name, out JsonElement cell) ? cell.GetString() : null;
        if (Text("start") is not null || Text("end") is not null) return found.Start == Text("start") && found.End == Text("end");
        return found.Start is null && found.End is null && found.Value == (Text("value") is "not resolved" or null ? Text("timex") : Text("value"));
    });

    private static string Show(JsonElement expected) => $"{expected.GetProperty("Text").GetString()}={string.Join("|", Values(expected).Select(v => v.ToString().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)))}";
}
