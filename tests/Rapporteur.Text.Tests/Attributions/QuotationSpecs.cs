using System.Globalization;
using System.Runtime.CompilerServices;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Text.Tests.Attributions;

/// <summary>Runs every <c>```quotation</c> block of <c>specs/*.md</c>.</summary>
/// <remarks>
/// A block holds a text, a line <c>---</c>, and what must be found in it: lines <c>key: value</c>, one attribution per paragraph, or the one word
/// <c>nothing</c>. A first line <c>published: 2026-03-03</c> above the text gives the day. Only the keys written are compared;
/// <c>content</c> may stand several times; a value left empty means that nothing must be there.
/// </remarks>
public sealed class QuotationSpecs
{
    public static TheoryData<string, int> Blocks()
    {
        TheoryData<string, int> blocks = [];
        foreach (string file in Directory.EnumerateFiles(Folder(), "*.md").Order(StringComparer.Ordinal))
        {
            for (int i = 0; i < BlocksOf(file).Count; i++) blocks.Add(Path.GetFileName(file), BlocksOf(file)[i].Line);
        }

        return blocks;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void An_example_is_read_as_it_says(string file, int line)
    {
        string block = BlocksOf(Path.Combine(Folder(), file)).Single(b => b.Line == line).Text;
        int divider = block.IndexOf("\n---\n", StringComparison.Ordinal);
        Assert.True(divider >= 0, "the block has no line ---");
        string input = block[..divider];
        DateOnly? published = null;
        if (input.StartsWith("published:", StringComparison.Ordinal))
        {
            int end = input.IndexOf('\n', StringComparison.Ordinal);
            published = DateOnly.ParseExact(input["published:".Length..end].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            input = input[(end + 1)..];
        }

        IReadOnlyList<Attribution> found = new TextAnalyser().Annotate(input, published).Attributions;
        string[] expected = block[(divider + 5)..].Trim() is "nothing" ? [] : block[(divider + 5)..].Trim().Split("\n\n");
        Assert.True(expected.Length == found.Count, $"{expected.Length} expected, found:\n{string.Join("\n", found.Select(f => Shown(f, input)))}");
        for (int i = 0; i < expected.Length; i++)
        {
            foreach (IGrouping<string, string> key in expected[i].Split('\n').Select(Cells).GroupBy(c => c.Key, c => c.Value, StringComparer.Ordinal))
            {
                Assert.Equal($"{key.Key}: {string.Join(" | ", key)}", $"{key.Key}: {Value(found[i], key.Key, input)}");
            }
        }
    }

    private static string Value(Attribution found, string key, string text) => key switch
    {
        "source" => Joined(found.Source, text),
        "cue" => Joined(found.Cue, text),
        "content" => Joined(found.Content, text),
        "form" => found.Form.ToString().ToLowerInvariant(),
        "speaker" => found.Speaker ?? "",
        "addressee" => found.Addressee ?? "",
        "on_behalf_of" => found.OnBehalfOf ?? "",
        "via" => found.Via ?? "",
        "said_on" => found.SaidOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        "act" => SpeechActNames.Of(found.Act),
        "negated" => found.Negated ? "yes" : "no",
        "modality" => SpeechActNames.Of(found.Modality),
        _ => throw new InvalidDataException($"unknown key {key}"),
    };

    private static string Shown(Attribution found, string text) => $"[{Joined(found.Source, text)}] [{Joined(found.Cue, text)}] {Joined(found.Content, text)} ({found.FoundBy}, {found.Speaker})";

    private static string Joined(IReadOnlyList<TextSpan> spans, string text) => string.Join(" | ", spans.Select(s => s.In(text)));

    private static (string Key, string Value) Cells(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    private static List<(int Line, string Text)> BlocksOf(string file)
    {
        List<(int, string)> blocks = [];
        string[] lines = File.ReadAllLines(file);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```quotation") continue;
            int end = Array.IndexOf(lines, "```", i);
            blocks.Add((i + 1, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }

        return blocks;
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "specs");
}
