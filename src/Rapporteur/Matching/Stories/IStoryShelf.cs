namespace Rapporteur.Matching.Stories;

/// <summary>Where articles stand by their blocks: a store's tables, or memory.</summary>
public interface IStoryShelf
{
    /// <summary>The articles that share a key (<see cref="StoryText.Keys"/>) and were published within the window, or without a date, each once.</summary>
    IEnumerable<ShelvedArticle> Candidates(StoryText text);

    /// <summary>How much alike two articles are; a shelf may remember it, for a block is looked at again with every article that comes to it.</summary>
    double Likeness(ShelvedArticle one, ShelvedArticle other) => one.Text.Likeness(other.Text);

    /// <summary>How many articles a block has, but at most so many.</summary>
    int Size(int level, long block, int most);

    /// <summary>The articles of a block, in any order.</summary>
    IReadOnlyList<ShelvedArticle> Members(int level, long block);

    /// <summary>The blocks of the next level that a block consists of, each once.</summary>
    IReadOnlyList<long> Parts(int level, long block);

    /// <summary>Makes the articles of one block belong to another.</summary>
    void Move(int level, long from, long to);

    /// <summary>Puts an article into the story that is named after an article.</summary>
    void Place(ShelvedArticle article, string story);
}

/// <summary>An article on the shelf.</summary>
/// <param name="Row">Its number there.</param>
/// <param name="Name">What orders and names it whatever the order of arrival.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Blocks">Its block on each level (<see cref="StoryPlacer.Levels"/>).</param>
/// <param name="Story">Its story: the name of the first article in it.</param>
public sealed record ShelvedArticle(long Row, string Name, StoryText Text, IReadOnlyList<long> Blocks, string Story);
