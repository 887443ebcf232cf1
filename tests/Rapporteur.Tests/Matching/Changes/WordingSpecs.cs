using System.Runtime.CompilerServices;
using Rapporteur.Matching.Changes;
using Rapporteur.Text;

namespace Rapporteur.Tests.Matching.Changes;

/// <summary>Runs every <c>```wordings</c> block of <c>specs/wording-changes.md</c>.</summary>
public sealed class WordingSpecs
{
    public static TheoryData<string> Blocks()
    {
        string[] parts = File.ReadAllText(Spec()).Split("```");
        return [.. parts.Where((part, i) => i % 2 == 1 && part.StartsWith("wordings\n", StringComparison.Ordinal)).Select(part => part["wordings\n".Length..].Trim())];
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Each_example_holds(string block)
    {
        string[] lines = block.Split('\n');
        WordingChange change = WordingChange.Of(Read(lines[0]), Read(lines[1]));
        List<string> told = [$"kind: {Snake(change.Kind.ToString())}"];
        if (change.Meanings.Count > 0) told.Add($"because: {string.Join(", ", change.Meanings.Select(meaning => Snake(meaning.ToString())))}");
        Assert.Equal(lines[3..], told);
    }

    [Fact]
    public void There_are_examples() => Assert.True(Blocks().Count >= 10);

    private static Wording Read(string line) => line.Count(c => c is '“' or '”') switch
    {
        0 => new Wording(line, AttributionForm.Indirect),
        2 when line[0] == '“' && line[^1] == '”' => new Wording(line[1..^1], AttributionForm.Direct),
        _ => new Wording(line, AttributionForm.Mixed),
    };

    private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Spec([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "specs", "wording-changes.md");
}
