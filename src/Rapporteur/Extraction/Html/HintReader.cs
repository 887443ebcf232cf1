using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Rapporteur.Extraction.Html;

/// <summary>What the names on an element suggest about the words inside it.</summary>
[Flags]
internal enum Hint
{
    None = 0,

    /// <summary>For screen readers or printers only: the words are repeated elsewhere or meant for a machine.</summary>
    Never = 1,

    /// <summary>Around the article: sharing, related links, newsletters, comments, advertising, navigation.</summary>
    Furniture = 2,

    /// <summary>The words under a picture.</summary>
    Caption = 4,

    Byline = 8,

    Date = 16,

    /// <summary>The article's own words.</summary>
    Body = 32,

    /// <summary>What readers wrote under the article.</summary>
    Comments = 64,

    /// <summary>Around a picture: with one inside, its few words are a caption.</summary>
    Picture = 128,
}

/// <summary>Reads hints from class, id, role and itemprop, with the word lists of <c>Data/hints.tsv</c>.</summary>
internal sealed class HintReader
{
    private static readonly FrozenDictionary<string, Hint> Words;
    private static readonly (string Prefix, Hint Hint)[] Prefixes;

    // Names repeat hundreds of times on one page; the memory lives as long as the page.
    private readonly Dictionary<string, Hint> known = new(StringComparer.Ordinal);

    static HintReader()
    {
        Dictionary<string, Hint> words = new(StringComparer.Ordinal);
        List<(string, Hint)> prefixes = [];
        foreach (string[] cells in DataFile.Rows("hints.tsv"))
        {
            Hint hint = Enum.Parse<Hint>(cells[0], ignoreCase: true);
            foreach (string pattern in cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (pattern.EndsWith('*')) prefixes.Add((pattern[..^1], hint));
                else words[pattern] = words.GetValueOrDefault(pattern) | hint;
            }
        }

        Words = words.ToFrozenDictionary(StringComparer.Ordinal);
        Prefixes = [.. prefixes];
    }

    /// <summary>Class and id of the element read last.</summary>
    public string Names { get; private set; } = "";

    public Hint Read(IElement element)
    {
        string? cls = element.GetAttribute("class"), id = element.GetAttribute("id");
        string? role = element.GetAttribute("role"), prop = element.GetAttribute("itemprop");
        Names = id is null ? cls ?? "" : $"{cls} {id}";
        Hint hint = Names.Length == 0 ? Hint.None : Read(Names);
        if (prop is not null) hint |= ReadProperty(prop);
        if (role is "navigation" or "complementary" or "banner" or "search" or "menu" or "menubar" or "contentinfo" or "dialog" or "alert" or "toolbar") hint |= Hint.Furniture;
        if (element.HasAttribute("data-nosnippet") && hint == Hint.None) hint |= Hint.Furniture;
        return hint | OfTag(element.LocalName);
    }

    private static Hint OfTag(string tag) => tag switch
    {
        "nav" or "aside" or "footer" or "form" => Hint.Furniture,
        "figcaption" or "caption" => Hint.Caption,
        "address" => Hint.Byline,
        _ => Hint.None,
    };

    private static Hint ReadProperty(string property) => property switch
    {
        "articleBody" or "text" => Hint.Body,
        "author" or "creator" => Hint.Byline,
        "datePublished" or "dateModified" or "dateCreated" => Hint.Date,
        "caption" => Hint.Caption,
        "comment" => Hint.Comments | Hint.Furniture,
        "publisher" or "breadcrumb" or "keywords" => Hint.Furniture,
        _ => Hint.None,
    };

    private Hint Read(string names)
    {
        if (known.TryGetValue(names, out Hint hint)) return hint;
        foreach (string name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) hint |= ReadName(name);
        return known[names] = hint;
    }

    /// <summary>Reads one class: its words (<c>relatedLinks</c> has two) and pairs of neighbours (<c>related-links</c>).</summary>
    private static Hint ReadName(string name)
    {
        if (name.Length > 80) return Hint.None;
        Hint hint = Hint.None;
        string before = "";
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool border = i == name.Length || !char.IsAsciiLetter(name[i]) || i > start && char.IsAsciiLetterUpper(name[i]) && !char.IsAsciiLetterUpper(name[i - 1]);
            if (!border) continue;
            if (i > start)
            {
                string word = name[start..i].ToLowerInvariant();
                hint |= Words.GetValueOrDefault(word);
                if (before.Length > 0) hint |= Words.GetValueOrDefault($"{before}-{word}");
                foreach ((string prefix, Hint given) in Prefixes)
                {
                    if (word.StartsWith(prefix, StringComparison.Ordinal)) hint |= given;
                }

                before = word;
            }

            start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
        }

        return hint;
    }
}
