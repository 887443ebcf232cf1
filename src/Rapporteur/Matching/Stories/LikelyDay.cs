namespace Rapporteur.Matching.Stories;

/// <summary>When an article without a day was published, told by the dated article that is most about the same.</summary>
/// <remarks>Half of all pages have lost their day. Without one an article's statements cannot be told from those of another occasion, however alike the words are.</remarks>
public static class LikelyDay
{
    /// <summary>So much alike two articles must be for one to date the other. As much as makes a block of stories (<see cref="StoryPlacer"/>).</summary>
    public const double LeastLikeness = 0.28;

    /// <summary>The day, with the article that tells it; null when none is about the same. Depends on the set of articles, not on their order.</summary>
    /// <param name="undated">What the article is about.</param>
    /// <param name="others">Articles that may be about the same, by name. Those without a day are passed over.</param>
    public static (DateOnly Day, string Article, double Likeness)? Of(StoryText undated, IEnumerable<(string Name, StoryText Text)> others) => others
        .Where(other => other.Text.Day is not null)
        .Select(other => (Day: other.Text.Day!.Value, Article: other.Name, Likeness: undated.Likeness(other.Text)))
        .Where(other => other.Likeness >= LeastLikeness)
        .OrderByDescending(other => other.Likeness).ThenBy(other => other.Day).ThenBy(other => other.Article, StringComparer.Ordinal)
        .Select(other => ((DateOnly, string, double)?)other).FirstOrDefault();
}
