using System.Globalization;
using System.Runtime.CompilerServices;

namespace Rapporteur.Text.Tests.Encounters;

/// <summary>Runs every <c>```encounter</c> block of <c>specs/encounters.md</c>: a text, a line <c>---</c>, and what must be found; only the keys written are compared.</summary>
public sealed class EncounterSpecs
{
    public static TheoryData<int> Blocks() => [.. Read().Select(block => block.Line)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void An_example_is_read_as_it_says(int line)
    {
        string[] halves = Read().Single(block => block.Line == line).Text.Split("\n---\n");
        DateOnly? published = null;
        string input = halves[0];
        if (input.StartsWith("published:", StringComparison.Ordinal))
        {
            published = DateOnly.ParseExact(input.AsSpan("published: ".Length, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            input = input[(input.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        }

        IReadOnlyList<EncounterMention> found = new TextAnalyser().Annotate(input, published).Encounters;
        if (halves[1] == "nothing")
        {
            Assert.Empty(found);
            return;
        }

        EncounterMention one = Assert.Single(found);
        foreach (string[] cells in halves[1].Split('\n').Select(expected => expected.Split(": ", 2)))
        {
            Assert.Equal($"{cells[0]}: {cells[1]}", $"{cells[0]}: {Value(one, cells[0])}");
        }
    }

    [Fact]
    public void Any_string_survives()
    {
        foreach (string text in new[] { "", "met", "talks with", "both met both", "\ud83d\ude00 told reporters \ud83d" }) new TextAnalyser().Annotate(text);
    }

    private static string Value(EncounterMention found, string key) => key switch
    {
        "type" => found.Type == EncounterType.PressConference ? "press-conference" : found.Type.ToString().ToLowerInvariant(),
        "participants" => string.Join(" | ", found.Participants),
        "date" => found.Date ?? "",
        "place" => found.Place ?? "",
        "status" => found.Status.ToString().ToLowerInvariant(),
        "only told" => found.OnlyTold ? "yes" : "no",
        "ordinal" => found.Ordinal?.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => throw new InvalidDataException($"unknown key {key}"),
    };

    private static List<(int Line, string Text)> Read([CallerFilePath] string here = "")
    {
        string[] lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "specs", "encounters.md"));
        List<(int, string)> blocks = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```encounter") continue;
            int end = Array.IndexOf(lines, "```", i);
            blocks.Add((i + 1, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }

        return blocks;
    }
}
