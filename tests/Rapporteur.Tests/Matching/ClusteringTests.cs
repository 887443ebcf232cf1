using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Tests.Matching;

public sealed class ClusteringTests
{
    private const string Tolland = "Mira Tolland";

    [Fact]
    public void Rewordings_of_one_actor_on_one_day_are_one_statement() =>
        Assert.Equal(1, Statements(Said("The harbour stays open to all ships", "2031-03-02"), Said("the harbour will be open to every ship", "2031-03-02")));

    [Fact]
    public void The_same_words_on_another_day_are_another_statement() =>
        Assert.Equal(2, Statements(Said("The harbour stays open to all ships", "2031-03-02"), Said("The harbour stays open to all ships", "2031-03-05")));

    [Fact]
    public void A_report_without_a_day_does_not_join_two_days() =>
        Assert.Equal(2, Statements(
            Said("The harbour stays open to all ships", "2031-03-02"), Said("The harbour stays open to all ships", null), Said("The harbour stays open to all ships", "2031-03-03")));

    [Fact]
    public void Another_number_is_another_statement() =>
        Assert.Equal(2, Statements(Said("The levy rises to 12 crowns", "2031-03-02"), Said("The levy rises to 20 crowns", "2031-03-02")));

    [Fact]
    public void Another_actor_makes_another_statement() =>
        Assert.Equal(2, Statements(Said("The harbour stays open", "2031-03-02"), Said("The harbour stays open", "2031-03-02", "Jonas Veidt")));

    [Fact]
    public void Who_speaks_for_another_reports_his_statement() =>
        Assert.Equal(1, Statements(Said("The harbour stays open", "2031-03-02"), Said("the harbour would stay open", "2031-03-02", "Jonas Veidt", Tolland)));

    [Fact]
    public void The_order_of_the_wordings_does_not_matter()
    {
        Appearance[] all =
        [
            Said("The harbour stays open to all ships", "2031-03-02"), Said("the harbour will be open", null), Said("every ship may enter the harbour", "2031-03-03"),
            Said("No ship was stopped", "2031-03-03"), Said("ships are not stopped", null),
        ];
        IReadOnlyDictionary<string, string> expected = Cluster(all);
        for (int seed = 1; seed <= 10; seed++)
        {
            new Random(seed).Shuffle(all);
            Assert.Equal(expected.OrderBy(p => p.Key), Cluster(all).OrderBy(p => p.Key));
        }
    }

    [Theory]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 1)]
    public void Several_that_deny_and_several_that_do_not_are_one_only_when_they_are_much_alike(double alike, int statements)
    {
        Dictionary<string, Proposition> said = new[] { "The harbour is not for sale", "Nobody sells the harbour", "The port brings money", "The port is worth a fortune" }
            .Select((words, i) => (Words: words, Id: $"{i}")).ToDictionary(one => one.Id, one => new Proposition(Tolland, null, null, new DateOnly(2031, 3, 3), one.Words, ""));
        // Those of a kind are most alike; each is alike to those of the other kind.
        double LogOdds(Proposition one, Proposition other) => one.Reading.Negations == other.Reading.Negations ? 4 : alike;
        Assert.Equal(statements, Clustering.Statements(said, (one, other) => LogOdds(one, other), ForcedLinks.None).Values.Distinct().Count());
        // One that denies is not parted from one that does not.
        said.Remove("1");
        said.Remove("3");
        Assert.Single(Clustering.Statements(said, (one, other) => LogOdds(one, other), ForcedLinks.None).Values.Distinct());
    }

    private static int Statements(params Appearance[] appearances) => Cluster(appearances).Values.Distinct().Count();

    private static IReadOnlyDictionary<string, string> Cluster(Appearance[] appearances) =>
        Clustering.Statements(appearances.ToDictionary(a => a.StatementId, a => a.Proposition!));

    private static Appearance Said(string words, string? day, string speaker = Tolland, string? principal = null) =>
        new StatementMatcher().Match(
            new Article { Text = words, Location = "a.txt", Published = PressTime.Parse("2031-03-03") },
            new AnnotatedText
            {
                Text = words,
                Attributions =
                [
                    new Attribution
                    {
                        Source = [], Cue = [], Content = [new TextSpan(0, words.Length)], Form = AttributionForm.Direct, Speaker = speaker,
                        OnBehalfOf = principal, SaidOn = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Confidence = 1, FoundBy = "test",
                    },
                ],
            })[0];
}
