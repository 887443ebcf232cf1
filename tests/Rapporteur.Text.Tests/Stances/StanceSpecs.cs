using System.Runtime.CompilerServices;

namespace Rapporteur.Text.Tests.Stances;

/// <summary>Runs every <c>```stance</c> block of <c>specs/stances.md</c>: a text, a line <c>---</c>, and every stance that must be read, or <c>nothing</c>.</summary>
public sealed class StanceSpecs
{
    public static TheoryData<int> Blocks() => [.. Read().Select(block => block.Line)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void An_example_is_read_as_it_says(int line)
    {
        string[] halves = Read().Single(block => block.Line == line).Text.Split("\n---\n");
        AnnotatedText text = new TextAnalyser().Annotate(halves[0]);
        string found = string.Join('\n', text.Stances.Where(mark => !mark.Doubtful).Select(mark => Shown(mark, halves[0])).Distinct(StringComparer.Ordinal));
        Assert.Equal(halves[1], found.Length == 0 ? "nothing" : found);
    }

    [Fact]
    public void Any_string_survives()
    {
        foreach (string text in new[] { "", "must", "“no”, he said", "ready to to to, she said", "\ud83d\ude00 must not, he said \ud83d", "if if if, he demanded" }) new TextAnalyser().Annotate(text);
    }

    private static string Shown(StanceMark mark, string text)
    {
        string stance = mark.Stance == Stance.LeavesOpen ? "leaves-open" : mark.Stance.ToString().ToLowerInvariant();
        return $"{stance}: {mark.Target.In(text)}{(mark.Condition is { } condition ? " | " + condition.In(text) : "")}";
    }

    private static List<(int Line, string Text)> Read([CallerFilePath] string here = "")
    {
        string[] lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "specs", "stances.md"));
        List<(int, string)> blocks = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```stance") continue;
            int end = Array.IndexOf(lines, "```", i);
            blocks.Add((i + 1, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }

        return blocks;
    }
}
