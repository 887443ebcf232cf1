using Rapporteur.Text.Meanings;

namespace Rapporteur.Positions.Deciding;

/// <summary>How far each of the issues that people keep fits a statement: the features over which <see cref="IssueDecision"/> decides.</summary>
internal sealed class IssueEvidence
{
    private const int Places = 4, PerPlace = 4, OfMeaning = 4, OfRules = 2;

    // More words of one issue than these tell no more.
    private const double MostHits = 3;

    /// <summary>Number of features.</summary>
    public const int Count = (Places * PerPlace) + OfMeaning + OfRules;

    private readonly IReadOnlyList<Issue> _issues;
    private readonly HashSet<string>[][] _keys;
    private readonly HashSet<string>[] _words;
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly Lazy<Meaning[][]> _meanings;

    /// <param name="issues">All that people keep: a word tells an issue the more, the fewer others have it.</param>
    public IssueEvidence(IReadOnlyList<Issue> issues)
    {
        _issues = issues;
        _keys = [.. issues.Select(issue => issue.Keys.Select(key => key.Select(IssueClues.Plain).ToHashSet(StringComparer.Ordinal)).ToArray())];
        _words = [.. _keys.Select(keys => keys.SelectMany(key => key).ToHashSet(StringComparer.Ordinal))];
        foreach (string word in _words.SelectMany(words => words).Distinct(StringComparer.Ordinal)) _weights[word] = 1.0 / _words.Count(words => words.Contains(word));
        _meanings = new(() => [.. issues.Select(issue => Meaning.Of([.. issue.Aliases.Prepend(issue.Name)]))]);
    }

    /// <summary>The features of each issue, in the order of the issues.</summary>
    /// <param name="clues">What tells of the statement.</param>
    /// <param name="read">The issues that the rules read.</param>
    public double[][] Of(IssueClues clues, IReadOnlyList<IssueAssignment> read)
    {
        double[][] features = [.. _issues.Select(_ => new double[Count])];
        int at = 0;
        foreach (IReadOnlySet<string> words in new[] { clues.Target, clues.Content, clues.Near, clues.Heading })
        {
            for (int i = 0; i < features.Length; i++)
            {
                features[i][at] = Math.Min(MostHits, _words[i].Where(words.Contains).Sum(word => _weights[word]));
                features[i][at + 1] = _keys[i].Select(key => key.Where(words.Contains).Sum(word => _weights[word]) / Math.Max(1e-9, key.Sum(word => _weights[word]))).DefaultIfEmpty().Max();
                features[i][at + 2] = _keys[i].Count(key => key.All(words.Contains));
            }

            Against(features, at, at + 3);
            at += PerPlace;
        }

        if (clues.Meaning is { } meaning)
        {
            for (int i = 0; i < features.Length; i++)
            {
                double[] alike = [.. _meanings.Value[i].Select(meaning.Likeness)];
                features[i][at] = alike[0];
                features[i][at + 1] = alike.Max();
                features[i][at + 2] = alike.OrderDescending().Take(3).Average();
            }

            Against(features, at + 1, at + 3);
        }

        at += OfMeaning;
        for (int i = 0; i < features.Length; i++)
        {
            features[i][at] = read.FirstOrDefault(one => one.Issue == _issues[i])?.Confidence ?? 0;
            features[i][at + 1] = read.Count > 0 ? 1 : 0;
        }

        return features;
    }

    // By how much an issue has more of something than the best of the others.
    private static void Against(double[][] features, int of, int into)
    {
        for (int i = 0; i < features.Length; i++) features[i][into] = features[i][of] - features.Where((_, k) => k != i).Select(other => other[of]).DefaultIfEmpty().Max();
    }
}
