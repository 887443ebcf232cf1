using System.Text.Json;

namespace Rapporteur.Cli.Tests;

/// <summary>A folder of its own and the program run inside it, in this process.</summary>
public sealed class Session : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("rapporteur-test-").FullName;

    public string Database => Path.Combine(Folder, "test.db");

    public string Path_(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Writes a file below the folder and returns its path.</summary>
    public string Write(string name, string content)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>An article of an invented outlet with one direct quotation in it.</summary>
    public string WriteArticle(string name, string speaker = "Orla Venn", string words = "The bridge stays open all winter", string? url = null)
    {
        Write(Path.ChangeExtension(name, ".json"), JsonSerializer.Serialize(new
        {
            url = url ?? $"https://www.harbour-gazette.example/{Path.GetFileNameWithoutExtension(name)}",
            outlet = "The Harbour Gazette",
            published = "2025-03-04",
            language = "en",
        }));
        return Write(name,
            $"""
            Skarholm bridge is open again

            The bridge of Skarholm was damaged by a ship in the autumn, and on Tuesday the council met again.
            “{words},” {speaker} said after the meeting in the town hall. The ferry runs every twenty minutes from the old quay.
            Two hundred people stood outside in the rain until the doors were opened late in the evening.
            """);
    }

    /// <summary>Runs one command.</summary>
    public static async Task<Ran> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(args, Terminal.On(output, error), TimeProvider.System);
        return new Ran(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a command did.</summary>
public sealed record Ran(int Code, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public IReadOnlyList<JsonElement> JsonLines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
