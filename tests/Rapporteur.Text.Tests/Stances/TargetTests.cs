namespace Rapporteur.Text.Tests.Stances;

/// <summary>What a stance is about beside its own words, and whose it is.</summary>
public sealed class TargetTests
{
    [Fact]
    public void A_word_for_something_said_is_about_what_it_was_about() => Assert.Contains("canal", Words(
        "The premier threatened to close the canal to Norland’s barges. Asked about it in the evening, opposition leader Ada Orr supported the warning.", Stance.Supports));

    [Fact]
    public void What_one_is_praised_for_is_no_matter() => Assert.DoesNotContain(Read("President Ada Orr met the pilot and praised him for his patience with the fog.").SelectMany(mark => mark.Words), word => word[0] != '^');

    [Theory]
    [InlineData("President Ada Orr of Norland demanded to prepare the conditions for a lasting truce.", false)]
    [InlineData("President Ada Orr of Norland rejected all conditions for a truce.", true)]
    public void Conditions_that_one_creates_are_none_that_others_have_to_meet(string text, bool set) =>
        Assert.Equal(set, Read(text).SelectMany(mark => mark.Words).Contains("precondition"));

    [Fact]
    public void They_are_those_whom_the_sentence_named_just_before() => Assert.Contains("sailor", Words(
        "Asked about the sailors held in Brusk, the president replied that they could leave if the fine was paid.", Stance.Conditional));

    [Fact]
    public void The_islands_are_those_that_the_text_names() => Assert.Contains("sabl", Words(
        "The president had landed troops on the Sable Islands in May. “Our soldiers will not leave the islands,” President Ada Orr said.", Stance.Rejects));

    [Fact]
    public void Of_two_groups_of_islands_neither_is_meant() => Assert.DoesNotContain("sabl", Words(
        "Ships pass between the Sable Islands and the Amber Islands. “Our soldiers will not leave the islands,” President Ada Orr said.", Stance.Rejects));

    [Fact]
    public void A_capital_letter_in_a_headline_makes_no_other_word() => Assert.Contains(Rapporteur.Text.Stances.TargetWords.Stem("lighthouse"), Words(
        "Norland Refuses to Return Lighthouse\n\nThe president of Norland spoke in the evening.", Stance.Rejects));

    [Theory]
    [InlineData("“It was not planned,” the adviser said.")]
    [InlineData("Ada Orr refused to call that a contradiction.")]
    public void What_is_planned_or_called_something_is_about_no_plan_and_no_call(string text) => Assert.DoesNotContain(Read(text).SelectMany(mark => mark.Words), word => word is "plan" or "call");

    [Fact]
    public void What_a_speaker_tells_of_another_is_held_by_the_other()
    {
        StanceMark told = Assert.Single(Read("Foreign Minister Edda Bray said the talks had lasted an hour and Ilya Marsh had agreed to inspectors at the dam."), mark => mark.Stance == Stance.Accepts);
        Assert.Equal("Ilya Marsh", told.HeldBy);
    }

    private static IReadOnlyList<string> Words(string text, Stance stance) => Assert.Single(Read(text), mark => mark.Stance == stance).Words;

    private static IReadOnlyList<StanceMark> Read(string text) => [.. new TextAnalyser().Annotate(text).Stances.Where(mark => !mark.Doubtful)];
}
