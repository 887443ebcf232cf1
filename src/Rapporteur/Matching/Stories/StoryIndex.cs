namespace Rapporteur.Matching.Stories;

/// <summary>Stories of articles in memory, one article at a time: what a store does in its tables, for collections that need no store.</summary>
/// <remarks>Not for several threads at once.</remarks>
/// <param name="mostLinked">See <see cref="StoryPlacer"/>.</param>
public sealed class StoryIndex(int mostLinked = StoryPlacer.MostLinked)
{
    private readonly Shelf _shelf = new();

    /// <summary>The story of each article, named after its first article: the earliest, else the first in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Stories => _shelf.Articles.ToDictionary(article => article.Name, article => article.Story, StringComparer.Ordinal);

    /// <summary>The number of articles in the largest block of the first level.</summary>
    public int LargestBlock => _shelf.Articles.CountBy(article => article.Blocks[0]).Max(block => block.Value);

    /// <summary>Adds an article under its identity.</summary>
    public void Add(string id, StoryText text) => new StoryPlacer(_shelf, mostLinked).Place(_shelf.Add(id, text));

    private sealed class Shelf : IStoryShelf
    {
        private readonly Dictionary<uint, List<int>> _places = [];
        private readonly Dictionary<(int Level, long Block), List<int>> _blocks = [];

        public List<ShelvedArticle> Articles { get; } = [];

        public ShelvedArticle Add(string id, StoryText text)
        {
            int row = Articles.Count;
            ShelvedArticle article = new(row, id, text, new long[StoryPlacer.Levels].Select(_ => (long)row).ToArray(), id);
            Articles.Add(article);
            foreach (uint key in text.Keys) (_places.TryGetValue(key, out List<int>? here) ? here : _places[key] = []).Add(row);
            for (int level = 0; level < StoryPlacer.Levels; level++) _blocks[(level, row)] = [row];
            return article;
        }

        public IEnumerable<ShelvedArticle> Candidates(StoryText text) =>
            text.Keys.SelectMany(key => _places.GetValueOrDefault(key, [])).Distinct().Select(row => Articles[row]);

        public int Size(int level, long block, int most) => Math.Min(most, _blocks[(level, block)].Count);

        public IReadOnlyList<ShelvedArticle> Members(int level, long block) => [.. _blocks[(level, block)].Select(row => Articles[row])];

        public IReadOnlyList<long> Parts(int level, long block) => [.. Members(level, block).Select(member => member.Blocks[level + 1]).Distinct()];

        public void Move(int level, long from, long to)
        {
            _blocks.Remove((level, from), out List<int>? moved);
            foreach (int row in moved!) Articles[row] = Articles[row] with { Blocks = [.. Articles[row].Blocks.Select((block, i) => i == level ? to : block)] };
            _blocks[(level, to)].AddRange(moved);
        }

        public void Place(ShelvedArticle article, string story) => Articles[(int)article.Row] = Articles[(int)article.Row] with { Story = story };
    }
}
