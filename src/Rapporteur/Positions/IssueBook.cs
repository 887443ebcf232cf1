using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Positions;

/// <summary>The issues that people keep in <c>issues.yaml</c>. Edits touch only the lines they are about: comments, order and unknown keys stay.</summary>
public sealed class IssueBook
{
    /// <summary>What a new file begins with.</summary>
    public const string Heading = """
        # Issues of this dossier: matters under negotiation. Edit freely.
        #   name      as you call it
        #   aliases   other names; a phrase stands for the issue when all its words occur in what a statement is about
        #   parts     names of issues that belong to it
        #   for, against   what it means to be for or against it
        issues:

        """;

    private readonly string _text;
    private readonly List<(Issue Issue, YamlMappingNode Node)> _entries = [];

    private IssueBook(string text) => _text = text;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Issue> Issues => [.. _entries.Select(entry => entry.Issue)];

    /// <summary>The file as it is to be written.</summary>
    public string Text => _text;

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="InvalidDataException">It is not such a file: the message says where and what to do.</exception>
    public static IssueBook Parse(string text)
    {
        IssueBook book = new(text.Length == 0 ? Heading : text);
        YamlStream stream = [];
        try
        {
            using StringReader reader = new(book._text);
            stream.Load(reader);
        }
        catch (YamlException error)
        {
            throw new InvalidDataException($"issues.yaml cannot be read: line {error.Start.Line}: {error.Message} Correct that line, or take the file away to use the suggested issues.", error);
        }

        foreach (YamlNode node in Listed(stream))
        {
            if (node is not YamlMappingNode entry || One(entry, "name") is not { Length: > 0 } name)
            {
                throw new InvalidDataException($"issues.yaml, line {node.Start.Line}: every issue needs a name. Write:  - name: NATO membership");
            }

            if (book.Find(name) is not null) throw new InvalidDataException($"issues.yaml, line {node.Start.Line}: the issue \"{name}\" is there a second time. Take one of them out, or give it another name.");
            book._entries.Add((Issue.Named(name, Many(entry, "aliases"), Many(entry, "parts"), One(entry, "for"), One(entry, "against")), entry));
        }

        return book;
    }

    // A file without a list is a file without issues; one with something else in its place was meant otherwise.
    private static IEnumerable<YamlNode> Listed(YamlStream stream)
    {
        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" }) return [];
        YamlNode root = stream.Documents[0].RootNode;
        if (root is not YamlMappingNode mapping) throw new InvalidDataException($"issues.yaml, line {root.Start.Line}: the list has to stand under \"issues:\". Write that line before it.");
        if (!mapping.Children.TryGetValue(new YamlScalarNode("issues"), out YamlNode? list) || list is YamlScalarNode { Value: null or "" }) return [];
        return list as YamlSequenceNode ?? throw new InvalidDataException($"issues.yaml, line {list.Start.Line}: \"issues\" has to be a list. Write each issue on a line of its own:  - name: NATO membership");
    }

    /// <summary>The issue of a name (case and accents do not count), or null.</summary>
    public Issue? Find(string name) => Issues.FirstOrDefault(issue => issue.Id == Issue.IdOf(name));

    /// <summary>With one issue more, at the end.</summary>
    public IssueBook Add(string name, IReadOnlyList<string> aliases)
    {
        MustBeName(name);
        StringBuilder text = new(_text.TrimEnd('\n', '\r', ' '));
        if (_entries.Count == 0 && !_text.Contains("issues:", StringComparison.Ordinal)) text.Append("\nissues:");
        text.Append($"\n  - name: {Quoted(name)}\n");
        if (aliases.Count > 0) text.Append($"    aliases: [{string.Join(", ", aliases.Select(Quoted))}]\n");
        // A list written in [brackets] or at another indent is not continued by appending lines: the reader of the result tells.
        return Checked(text.ToString(), name);
    }

    /// <summary>With another name for an issue; the old one stays as an alias.</summary>
    public IssueBook Rename(string from, string to)
    {
        MustBeName(to);
        (Issue issue, YamlMappingNode node) = Entry(from);
        if (Find(to) is { } other && other.Id != issue.Id) throw new InvalidDataException($"There is an issue \"{other.Name}\" already. To make them one: rapporteur issues merge \"{other.Name}\" \"{issue.Name}\"");
        YamlScalarNode name = (YamlScalarNode)node.Children[new YamlScalarNode("name")];
        string text = Replace(name, Quoted(to));
        return Parse(text).WithAliases(to, [issue.Name]);
    }

    /// <summary>With the second issue made aliases of the first and taken out.</summary>
    public IssueBook Merge(string into, string other)
    {
        (Issue gone, YamlMappingNode node) = Entry(other);
        if (Entry(into).Issue.Id == gone.Id) throw new InvalidDataException($"\"{gone.Name}\" cannot be merged with itself. Give two issues of issues.yaml.");
        int start = _text.LastIndexOf('\n', Math.Max(0, Index(node.Start) - 1)) + 1;
        int next = _text.IndexOf('\n', Math.Min(EndOf(node), _text.Length));
        string text = _text[..start] + (next < 0 ? "" : _text[(next + 1)..]);
        return Parse(text).WithAliases(into, [gone.Name, .. gone.Aliases]);
    }

    private IssueBook WithAliases(string name, IReadOnlyList<string> more)
    {
        (Issue issue, YamlMappingNode node) = Entry(name);
        string[] all = [.. issue.Aliases.Concat(more).Where(alias => Issue.IdOf(alias) != issue.Id).DistinctBy(Issue.IdOf)];
        if (all.Length == issue.Aliases.Count) return this;
        string list = $"[{string.Join(", ", all.Select(Quoted))}]";
        if (node.Children.TryGetValue(new YamlScalarNode("aliases"), out YamlNode? known) && known is YamlSequenceNode { Style: YamlDotNet.Core.Events.SequenceStyle.Flow }) return Parse(Replace(known, list));
        YamlScalarNode scalar = (YamlScalarNode)node.Children[new YamlScalarNode("name")];
        int at = Index(scalar.End);
        int lineEnd = _text.IndexOf('\n', at);
        if (known is YamlSequenceNode block)
        {
            // One alias a line: the new ones go before the first, in its manner.
            int first = _text.LastIndexOf('\n', Index(block.Start)) + 1;
            string indent = _text[first..Index(block.Start)].TrimEnd('-', ' ') is { Length: > 0 } ? "" : new string(' ', Index(block.Start) - first);
            string lines = string.Concat(all.Except(issue.Aliases).Select(alias => $"{indent}- {Quoted(alias)}\n"));
            return Parse(_text[..first] + lines + _text[first..]);
        }

        string added = $"\n    aliases: {list}";
        return Parse(lineEnd < 0 ? _text + added + "\n" : _text[..lineEnd] + added + _text[lineEnd..]);
    }

    private static void MustBeName(string name)
    {
        if (!name.Any(char.IsLetterOrDigit)) throw new InvalidDataException($"An issue needs a name with letters or digits in it; \"{name}\" has none.");
    }

    private static IssueBook Checked(string text, string name)
    {
        IssueBook book = Parse(text);
        return book.Find(name) is not null ? book
            : throw new InvalidDataException("issues.yaml is written in a way that lines cannot be added to. Put its issues one below the other, each beginning with \"  - name:\".");
    }

    private (Issue Issue, YamlMappingNode Node) Entry(string name)
    {
        int at = _entries.FindIndex(entry => entry.Issue.Id == Issue.IdOf(name));
        return at >= 0 ? _entries[at] : throw new InvalidDataException(
            $"There is no issue \"{name}\" in issues.yaml. It has: {(_entries.Count == 0 ? "none yet; add one with: rapporteur issues add NAME" : string.Join(", ", Issues.Select(issue => issue.Name)))}");
    }

    private string Replace(YamlNode node, string with) => _text[..Index(node.Start)] + with + _text[EndOf(node)..];

    // The parser gives a list or a mapping the marks of its beginning only.
    private int EndOf(YamlNode node) => node switch
    {
        YamlSequenceNode list when list.Style == YamlDotNet.Core.Events.SequenceStyle.Flow =>
            _text.IndexOf(']', list.Children.Count > 0 ? list.Children.Max(EndOf) : Index(list.Start)) + 1,
        YamlSequenceNode { Children.Count: > 0 } list => list.Children.Max(EndOf),
        YamlMappingNode { Children.Count: > 0 } mapping => mapping.Children.Max(child => Math.Max(EndOf(child.Key), EndOf(child.Value))),
        _ => Index(node.End),
    };

    private static int Index(Mark mark) => (int)mark.Index;

    // Always in quotes: ": ", "#" and "- " mean something to YAML.
    private static string Quoted(string words) => '"' + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + '"';

    private static string? One(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) && value is YamlScalarNode { Value: { Length: > 0 } words } ? words : null;

    private static List<string> Many(YamlMappingNode node, string key) =>
        !node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? []
        : value is YamlSequenceNode list ? [.. list.OfType<YamlScalarNode>().Select(item => item.Value ?? "").Where(item => item.Length > 0)]
        : value is YamlScalarNode { Value: { Length: > 0 } words } ? [words] : [];
}
