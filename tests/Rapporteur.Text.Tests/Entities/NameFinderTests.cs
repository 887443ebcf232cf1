namespace Rapporteur.Text.Tests.Entities;

public sealed class NameFinderTests
{
    private static readonly TextAnalyser Analyser = new();

    private static IEnumerable<(string, EntityType)> NamesIn(string text)
    {
        AnnotatedText annotated = Analyser.Annotate(text);
        return annotated.Entities.Select(e => (e.Span.In(text), e.Type));
    }

    [Fact]
    public void A_minister_is_a_person_without_the_title() =>
        Assert.Contains(("Harald Oswin", EntityType.Person), NamesIn("Foreign Minister Harald Oswin arrived in Berlin on Monday."));

    [Fact]
    public void A_state_is_a_geopolitical_entity() =>
        Assert.Contains(("Portugal", EntityType.GeoPoliticalEntity), NamesIn("The delegation flew from Portugal to the talks."));

    [Fact]
    public void A_river_is_a_place_that_does_not_act() =>
        Assert.DoesNotContain(NamesIn("The convoy crossed the Orlava River before dawn."), n => n.Item2 == EntityType.GeoPoliticalEntity);

    [Fact]
    public void A_ministry_is_an_organisation() =>
        Assert.Contains(NamesIn("A spokesman for the Defence Ministry declined to comment."), n => n.Item2 == EntityType.Organisation);

    [Fact]
    public void A_demonym_is_no_name() =>
        Assert.DoesNotContain(NamesIn("The Portuguese delegation flew to the talks."), n => n.Item1 == "Portuguese");

    [Fact]
    public void The_same_text_gives_the_same_names_on_many_threads()
    {
        const string Text = "Harald Oswin met Lena Brandt in Lisbon. Oswin said the European Commission would pay. Brandt left for Berlin.";
        var alone = NamesIn(Text).ToArray();
        Assert.NotEmpty(alone);
        Assert.All(Enumerable.Range(0, 64).AsParallel().Select(_ => NamesIn(Text).ToArray()).ToArray(), names => Assert.Equal(alone, names));
    }
}
