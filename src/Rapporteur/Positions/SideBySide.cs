using Rapporteur.Querying;

namespace Rapporteur.Positions;

/// <summary>What two sides say on one issue around an encounter.</summary>
/// <param name="Issue">On what.</param>
/// <param name="A">The first side's statements, by day.</param>
/// <param name="B">The second side's.</param>
/// <param name="Opposed">One is for what the other is against.</param>
public sealed record SideBySide(Issue Issue, IReadOnlyList<Evidence> A, IReadOnlyList<Evidence> B, bool Opposed)
{
    // A denial follows the report within days, and mostly in another article.
    private const int DaysAround = 7;

    /// <summary>What is told differently of one encounter by those who took part in it.</summary>
    public static IReadOnlyList<Contradiction> Accounts(PositionBook book, Encounter encounter) => Accounts(book, encounter, [.. encounter.Participants]);

    /// <summary>What is told differently of one encounter: a statement in the articles that report it, and one against it there or within a week, by the sides named or by one of them.</summary>
    public static IReadOnlyList<Contradiction> Accounts(PositionBook book, Encounter encounter, params string[] sides)
    {
        HashSet<string> articles = [.. encounter.Reports.Select(report => report.Article.Id)];
        HashSet<string> names = [.. sides.Select(Folding.Key).Where(name => name.Length > 0)];
        HashSet<string> theirs = [.. book.Positions.Where(position => Names(position.Actor) || (position.Side is { } side && Names(side))).Select(position => position.Actor)];
        return [.. book.Contradictions.Where(found => theirs.Contains(found.Actor) && (In(found.One) || In(found.Other)) && Near(found))];

        // "President Ada Orr" took part, and Ada Orr speaks.
        bool Names(string actor) => Folding.Key(actor) is var key && names.Any(name => key.Contains(name, StringComparison.Ordinal) || name.EndsWith(" " + key, StringComparison.Ordinal));
        bool In(Evidence evidence) => articles.Contains(evidence.Appearance.Article.Id);
        static bool Near(Contradiction found) => found.One.Day is not { } one || found.Other.Day is not { } other || Math.Abs(one.DayNumber - other.DayNumber) <= DaysAround;
    }

    /// <summary>The issues on which one of two sides takes a stance in the articles that report the encounter, those of both sides first.</summary>
    public static IReadOnlyList<SideBySide> Of(PositionBook book, Encounter encounter, string a, string b)
    {
        HashSet<string> articles = [.. encounter.Reports.Select(report => report.Article.Id)];
        string left = Folding.Key(a), right = Folding.Key(b);
        return [.. book.Positions.GroupBy(position => position.Issue.Id, StringComparer.Ordinal)
            .Select(issue => Row(issue.First().Issue, Said(issue, left), Said(issue, right)))
            .Where(row => row.A.Count + row.B.Count > 0)
            .OrderBy(row => row.A.Count == 0 || row.B.Count == 0).ThenByDescending(row => row.A.Count + row.B.Count).ThenBy(row => row.Issue.Id, StringComparer.Ordinal)];

        List<Evidence> Said(IEnumerable<Position> positions, string name) =>
            [.. positions.Where(position => Folding.Key(position.Actor).Contains(name, StringComparison.Ordinal))
                .SelectMany(position => position.Evidence).Where(evidence => articles.Contains(evidence.Appearance.Article.Id))
                .DistinctBy(evidence => evidence.Appearance.StatementId).OrderBy(evidence => evidence.Day).ThenBy(evidence => evidence.Appearance.Id, StringComparer.Ordinal)];
    }

    private static SideBySide Row(Issue issue, IReadOnlyList<Evidence> a, IReadOnlyList<Evidence> b) => new(issue, a, b, a.Any(one => b.Any(other =>
        PositionDrawer.Direction(SameMatter.Towards(one.Stated, other.Stated)) * PositionDrawer.Direction(other.Stated.Stance) < 0 && SameMatter.Of(issue, one.Stated, other.Stated))));
}
