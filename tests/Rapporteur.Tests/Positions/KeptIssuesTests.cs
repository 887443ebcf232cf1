using Rapporteur.Positions;
using Rapporteur.Positions.Deciding;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Tests.Positions;

public sealed class KeptIssuesTests
{
    private static readonly Issue[] Issues =
    [
        Issue.Named("Ban on Norlandic grain", ["grain ban", "import ban", "embargo on wheat"], []),
        Issue.Named("Release of the lighthouse keeper", ["lighthouse keeper", "detained keeper", "release of the keeper"], []),
        Issue.Named("Reopening of the Orle bridge", ["Orle bridge", "border bridge", "closed bridge"], []),
        Issue.Named("Sale of the state mint", ["mint", "sale of the mint"], []),
        Issue.Named("Fishing quota in the Sable Strait", ["fishing quota", "catch limit", "trawlers"], []),
    ];

    private static readonly KeptIssues Kept = new(Issues);

    [Fact]
    public void A_statement_is_on_the_issue_that_its_words_name() => Assert.Equal("Reopening of the Orle bridge", MainIssue(Report("reopening the Orle bridge", "that Estmere would insist on reopening the Orle bridge")));

    [Fact]
    public void Other_words_for_it_do_as_well() => Assert.Equal("Ban on Norlandic grain", MainIssue(Report("market", "that nobody could sell a sack of wheat across the border while the embargo lasted")));

    [Fact]
    public void What_has_nothing_to_do_with_any_is_on_none() => Assert.Null(MainIssue(Report("concert", "that the orchestra would play on Sunday and the children would sing")));

    [Fact]
    public void Without_a_meaning_the_rules_alone_decide()
    {
        StanceReport report = Report("Orle bridge", "the Orle bridge") with { Meaning = null };
        Assert.Equal("Reopening of the Orle bridge", MainIssue(report));
        Assert.Null(MainIssue(report with { Stances = [.. report.Stances.Select(stance => stance with { Doubtful = true })] }));
    }

    [Fact]
    public void A_doubtful_stance_counts_where_the_issue_is_sure_and_no_change_rests_on_it()
    {
        StanceReport sure = Report("release of the lighthouse keeper", "the release of the lighthouse keeper"), doubtful = sure with { Stances = [.. sure.Stances.Select(stance => stance with { Doubtful = true })] };
        Assert.True(Assert.Single(Kept.Of([doubtful])[0][0]).Confidence < 0.5);
        Assert.True(Kept.Of([sure])[0][0][0].Confidence >= 0.5);
    }

    [Fact]
    public void A_position_that_rests_on_doubtful_stances_alone_says_so_and_nothing_is_concluded_from_it()
    {
        StanceReport wanted = Report("release of the lighthouse keeper", "the release of the lighthouse keeper");
        StanceReport refused = Reports.Said("later", "2025-04-02", Stance.Rejects, "release of the lighthouse keeper", content: "the release of the lighthouse keeper, whatever happens") with { Meaning = wanted.Meaning };
        PositionBook plain = PositionBook.Of([wanted, refused], Issues), doubted = PositionBook.Of([wanted, refused with { Stances = [.. refused.Stances.Select(stance => stance with { Doubtful = true })] }], Issues);
        Assert.NotEmpty(plain.Contradictions);
        Assert.Empty(doubted.Contradictions);
        Assert.Empty(doubted.Changes);
        Assert.Equal([Stance.Rejects], doubted.Positions.Where(position => position.Doubtful).Select(position => position.Stance));
        Assert.Equal([Stance.Demands], doubted.Positions.Where(position => !position.Doubtful).Select(position => position.Stance));
    }

    [Fact]
    public void Without_kept_issues_a_doubtful_stance_joins_a_suggested_one_and_makes_none()
    {
        StanceReport[] plain = [Reports.Said("one", "2025-04-01", Stance.Demands, "safety levy"), Reports.Said("two", "2025-04-02", Stance.Rejects, "safety levy", "Oriel Thackenby")];
        StanceReport doubtful = Reports.Said("three", "2025-04-03", Stance.Supports, "safety levy", "Winna Strake");
        doubtful = doubtful with { Stances = [.. doubtful.Stances.Select(stance => stance with { Doubtful = true })] };
        Assert.Empty(PositionBook.Of([doubtful], []).Suggested);
        Assert.Contains(PositionBook.Of([.. plain, doubtful], []).Positions, position => position is { Actor: "Winna Strake", Doubtful: true, Confidence: < 0.5 });
    }

    [Fact]
    public void Short_words_are_on_what_the_statements_around_them_are_on()
    {
        StanceReport[] around = [Report("release of the lighthouse keeper", "the release of the lighthouse keeper"), Report("keeper", "that the keeper must come home")], shortened = [around[0], Report("", "Not a day longer"), around[1]];
        Assert.True(Chance(shortened, 1) > Chance([shortened[1]], 0));

        static double Chance(StanceReport[] article, int place) => Kept.Of(article)[place][0].FirstOrDefault(one => one.Issue == Issues[1])?.Confidence ?? 0;
    }

    [Fact]
    public void Of_a_few_issues_and_of_one_asked_for_in_a_question_the_words_alone_decide()
    {
        StanceReport other = Report("market", "that nobody could sell a sack of wheat across the border while the embargo lasted"), named = Report("grain ban", "the grain ban");
        KeptIssues few = new(Issues[..2]), asked = new([.. Issues, Issue.Named("sack of wheat", [], []) with { Asked = true }]);
        Assert.Empty(few.Of([other])[0][0]);
        Assert.Equal("Ban on Norlandic grain", Assert.Single(few.Of([named])[0][0]).Issue.Name);
        Assert.DoesNotContain(asked.Of([other])[0][0], one => one.Issue.Asked);
        Assert.Contains(asked.Of([Report("sack of wheat", "a sack of wheat")])[0][0], one => one.Issue.Asked);
    }

    [Fact]
    public void Where_nobody_keeps_an_issue_there_is_none() => Assert.Empty(new KeptIssues([]).Of([Report("levy", "the levy")])[0][0]);

    private static string? MainIssue(StanceReport report) => Kept.Of([report])[0][0].FirstOrDefault()?.Issue.Name;

    private static StanceReport Report(string target, string content) =>
        Reports.Said(content, "2025-04-01", Stance.Demands, target, content: content) with { Meaning = Meaning.Of(content) };
}
