using Rapporteur.Text.Coreference;

namespace Rapporteur.Text.Tests.Coreference;

public sealed class CoreferenceTests
{
    private static string? ActorOf(string text, string mention, int nth = 1)
    {
        int at = -1;
        for (int i = 0; i < nth; i++) at = text.IndexOf(mention, at + 1, StringComparison.Ordinal);
        return CoreferenceResolver.ActorOf(new TextAnalyser().Annotate(text), new TextSpan(at, at + mention.Length));
    }

    [Fact]
    public void A_surname_is_resolved_to_the_full_name() =>
        Assert.Equal("Harald Oswin", ActorOf("Harald Oswin spoke in Lisbon. Oswin said the talks would go on.", "Oswin", 2));

    [Fact]
    public void A_pronoun_source_is_resolved_to_the_last_person_named() =>
        Assert.Equal("Harald Oswin", ActorOf("Minister Harald Oswin arrived in Lisbon on Monday. He said the talks would go on.", "He"));

    [Fact]
    public void She_is_the_woman_though_a_man_was_named_later() =>
        Assert.Equal("Maria Delgado", ActorOf("Maria Delgado met Robert Oswin in Lisbon. She said the talks would go on.", "She"));

    [Fact]
    public void The_prime_minister_is_the_one_the_text_calls_so() =>
        Assert.Equal("Harald Oswin", ActorOf("Portuguese Prime Minister Harald Oswin met Robert Ferris in Lisbon. The prime minister said the talks would go on.", "The prime minister"));

    [Fact]
    public void A_capital_speaks_for_its_state() =>
        Assert.Equal("Portugal", ActorOf("Lisbon said on Monday that the talks would go on.", "Lisbon"));

    [Fact]
    public void A_state_by_another_name_is_the_same_actor() =>
        Assert.Equal("United States", ActorOf("The U.S. said on Monday that the talks would go on.", "U.S."));

    [Fact]
    public void A_title_and_a_name_are_the_person() =>
        Assert.Equal("Harald Oswin", ActorOf("NATO spokesman Harald Oswin declined to comment.", "NATO spokesman Harald Oswin"));

    [Fact]
    public void An_aide_of_somebody_is_not_that_somebody() =>
        Assert.Null(ActorOf("Harald Oswin came. An aide to Harald Oswin said the talks would go on.", "An aide to Harald Oswin"));

    [Fact]
    public void An_abbreviation_is_the_organisation_spelled_out() =>
        Assert.Equal("European Union", ActorOf("The European Union met on Monday. The EU said the talks would go on.", "The EU"));
}
