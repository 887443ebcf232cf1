using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Tests.Positions;

public sealed class PositionKeeperTests
{
    private const int Places = 60;
    private const int Articles = 9;
    private static readonly string[] Matters = ["observers", "observers on ships", "no preconditions", "safety levy", "suspending the levy", "NATO membership", "EU membership", "prisoner exchange", "reports", "conditions for talks", "12 boats"];
    private static readonly string[] Speakers = ["Ilsko Varden", "Varden", "Kestrian president", "Tomel Grasht", "Oriel Thackenby", "Kestria", "Estmere", "the President", "Ilsko Warden", "Varden’s spokesman"];
    private static readonly string[] Sources = ["Kestrian President Ilsko Varden", "Kestria’s spokesman, Tomel Grasht", "Estmerian President Oriel Thackenby", "he"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_changes_the_book_is_the_one_that_would_be_drawn_from_all_reports_at_once(int seed)
    {
        Random random = new(seed);
        Issue[] named = [Issue.Named("Prisoner exchange", ["swap"], [])];
        PositionKeeper keeper = new(named);
        Dictionary<int, StanceReport> now = [];
        for (int round = 0; round < 40; round++)
        {
            List<StanceChange> changes = [];
            foreach (int place in Enumerable.Range(0, Places).OrderBy(_ => random.Next()).Take(random.Next(1, 6)))
            {
                StanceReport? report = random.Next(4) == 0 ? null : Any(random, place);
                changes.Add(new StanceChange(1, place, report));
                if (report is null) now.Remove(place);
                else now[place] = report;
            }

            string kept = Shown(keeper.Apply(changes));
            Assert.Equal(Shown(PositionBook.Of([.. now.Values.OrderBy(_ => random.Next())], named)), kept);
        }
    }

    [Fact]
    public void What_the_statements_around_one_tell_of_its_issue_does_not_hang_on_which_came_first()
    {
        Issue[] named = [Issue.Named("Prisoner exchange", ["swap of prisoners"], []), Issue.Named("Safety levy", ["levy in the strait"], []), Issue.Named("Fishing quota", [], []), Issue.Named("Sale of the mint", [], []), Issue.Named("Border bridge", [], [])];
        StanceReport[] article =
        [
            .. new[] { "the exchange of all prisoners", "Not a day longer", "that every prisoner must come home", "the levy" }
                .Select((content, i) => Reports.Said("a" + i, "2025-04-01", Stance.Demands, i == 1 ? "" : content, content: content, article: "one") with { Meaning = Meaning.Of(content) }),
        ];
        string atOnce = Shown(PositionBook.Of(article, named));
        foreach (int[] order in new[] { new[] { 3, 1, 0, 2 }, [1, 0, 2, 3] })
        {
            PositionKeeper keeper = new(named);
            string kept = "";
            foreach (int place in order) kept = Shown(keeper.Apply([new StanceChange(1, place, article[place])]));
            Assert.Equal(atOnce, kept);
        }
    }

    [Fact]
    public void A_book_that_was_handed_out_does_not_change_with_the_next_report()
    {
        PositionKeeper keeper = new([]);
        PositionBook first = keeper.Apply([new StanceChange(1, 0, Reports.Said("a", "2025-04-01", Stance.Rejects, "observers"))]);
        keeper.Apply([new StanceChange(1, 1, Reports.Said("b", "2025-04-03", Stance.Accepts, "observers"))]);
        Assert.Equal("a", Assert.Single(Assert.Single(first.Positions).Evidence).Appearance.Id);
        Assert.Empty(first.Changes);
    }

    private static StanceReport Any(Random random, int place)
    {
        Stance[] stances = Enum.GetValues<Stance>();
        return Reports.Said(
            "a" + place, random.Next(8) == 0 ? null : new DateOnly(2025, 4, 1).AddDays(random.Next(100)).ToString("yyyy-MM-dd"), stances[random.Next(stances.Length)],
            Matters[random.Next(Matters.Length)], Speakers[random.Next(Speakers.Length)], random.Next(5) == 0 ? "Kestria" : null,
            random.Next(6) == 0 ? Speakers[random.Next(Speakers.Length)] : null, source: Sources[random.Next(Sources.Length)], article: $"{place % Articles}", content: random.Next(3) == 0 ? "Our president said so" : "the levy and observers");
    }

    private static string Shown(PositionBook book) => string.Join('\n', book.Issues.Select(issue => $"{issue.Id} {issue.Name} {string.Join('|', issue.Keys.Select(key => string.Join('+', key)))}")
        .Concat(book.Suggested.Select(issue => $"{issue.Issue.Id} {issue.Statements} {string.Join('|', issue.Wordings)}"))
        .Concat(book.Positions.Select(position => $"{position.Id} {position.Actor} {position.Issue.Name} {position.Stance} {position.From} {position.To} {position.ToldByOthers} {string.Join(',', position.Evidence.Select(evidence => evidence.Appearance.Id))}"))
        .Concat(book.Changes.Select(change => $"{change.Actor} {change.Issue.Name} {change.Kind} {change.Before.Appearance.Id} {change.After?.Appearance.Id} {change.Day}"))
        .Concat(book.Contradictions.Select(found => $"{found.Actor} {found.Issue.Name} {ContradictionLine.KindName(found.Kind)} {found.One.Appearance.Id} {found.Other.Appearance.Id}")));
}
