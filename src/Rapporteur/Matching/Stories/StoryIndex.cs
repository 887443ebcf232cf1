using System.Runtime.InteropServices;

namespace Rapporteur.Matching.Stories;

/// <summary>Stories of articles in memory, one article at a time: what a store does in its tables, for collections that need no store.</summary>
/// <remarks>Not for several threads at once.</remarks>
public sealed class StoryIndex
{
    private readonly SortedDictionary<string, StoryText> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, List<string>> _places = [];
    private readonly Dictionary<string, string> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stories = new(StringComparer.Ordinal);

    /// <summary>The story of each article, named after its first article in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Stories => _stories;

    /// <summary>The number of articles in the largest block, which bounds the work for one article.</summary>
    public int LargestBlock => _members.Values.Max(members => members.Count);

    /// <summary>Adds an article under its identity.</summary>
    public void Add(string id, StoryText text)
    {
        HashSet<string> candidates = [];
        foreach (uint key in text.Keys)
        {
            ref List<string>? here = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out _);
            here ??= [];
            candidates.UnionWith(here);
            here.Add(id);
        }

        _articles.Add(id, text);
        HashSet<string> joined = [.. candidates.Where(other => StoryClustering.HangTogether(text, _articles[other])).Select(other => _blocks[other])];
        List<string> block = [id];
        foreach (string old in joined)
        {
            block.AddRange(_members[old]);
            _members.Remove(old);
        }

        block.Sort(StringComparer.Ordinal);
        _members[block[0]] = block;
        int[] stories = StoryClustering.Stories([.. block.Select(member => _articles[member])]);
        for (int i = 0; i < block.Count; i++) (_blocks[block[i]], _stories[block[i]]) = (block[0], block[stories[i]]);
    }
}
