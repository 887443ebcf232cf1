namespace Rapporteur.Text.Tests.Encounters;

public sealed class TakenUpTests
{
    [Fact]
    public void A_bare_noun_takes_up_the_encounter_named_before_it()
    {
        Assert.Equal(
            ["Call Held 2025-04-10 Ilsko Varden, Oriel Thackenby", "Call Held 2025-04-10 Ilsko Varden, Oriel Thackenby"],
            Found("Ilsko Varden and Oriel Thackenby spoke by telephone on Thursday. The call lasted fifty minutes."));
        Assert.Equal("Meeting Cancelled 2025-04-14 Ilsko Varden, Oriel Thackenby", Found("Ilsko Varden was to meet Oriel Thackenby on April 14. The meeting was cancelled.")[^1]);
    }

    [Theory]
    // Another place, another day, another one, a call for something, nobody's talks.
    [InlineData("The Oslo summit was another matter.")]
    [InlineData("The next meeting will be longer.")]
    [InlineData("The call for a pause was heard.")]
    [InlineData("That discussions need time is known.")]
    [InlineData("Meetings take time.")]
    public void What_is_another_one_is_not_taken_up(string second) => Assert.Single(Found("Ilsko Varden met Oriel Thackenby in Denmark on Thursday. " + second));

    [Fact]
    public void Somebodys_wish_undoes_no_plan_and_no_such_call_denies_it()
    {
        Assert.Equal("Call Planned 2025-04-14 Ilsko Varden, Oriel Thackenby", Found("Ilsko Varden will call Oriel Thackenby on April 14. She declined to say who had asked for the call.")[^1]);
        Assert.Equal("Call Denied 2025-04-14 Ilsko Varden, Oriel Thackenby", Found("Ilsko Varden will call Oriel Thackenby on April 14. There is no such call in the diary.")[^1]);
    }

    [Fact]
    public void They_are_those_who_met_before() =>
        Assert.Equal("Meeting Planned  Ilsko Varden, Oriel Thackenby", Found("Ilsko Varden said he had spoken to Oriel Thackenby on Thursday and they agreed to meet.")[^1]);

    [Fact]
    public void A_meeting_proposed_by_one_of_two_is_proposed_to_the_other() =>
        Assert.Equal("Meeting Proposed  Ilsko Varden, Oriel Thackenby", Found("Ilsko Varden telephoned Oriel Thackenby on Thursday. Thackenby proposed a meeting in Denmark.")[^1]);

    [Fact]
    public void What_has_a_day_still_to_come_is_planned() =>
        Assert.Equal("Talks Planned 2025-05-06 Norway, Sweden", Assert.Single(Found("Norway has agreed to send its minister to talks with Sweden on 6 May.")));

    [Fact]
    public void One_occasion_told_twice_is_one()
    {
        string[] found = Found("Ilsko Varden telephoned Oriel Thackenby on Thursday. This conversation between Varden and Thackenby was long. Varden and Thackenby also discussed the harbour.");
        Assert.Equal(3, found.Length);
        Assert.Single(found.Distinct());
    }

    [Fact]
    public void Separate_calls_are_two() =>
        Assert.Equal(
            ["Call Held 2025-04-10 Dessa Pellow, Ilsko Varden", "Call Held 2025-04-10 Ilsko Varden, Oriel Thackenby"],
            Found("Ilsko Varden held separate phone calls with Dessa Pellow and Oriel Thackenby on Thursday."));

    [Fact]
    public void A_press_conference_without_a_day_has_the_day_on_which_its_speaker_says_the_rest() =>
        Assert.Equal("PressConference Held 2025-04-10 Orsim Belkany, reporters", Found("The harbour is open, Orsim Belkany said on Thursday. At the press conference Belkany said it was cold.")[^1]);

    private static string[] Found(string text) =>
        [.. new TextAnalyser().Annotate(text, new DateOnly(2025, 4, 11)).Encounters.Select(one => $"{one.Type} {one.Status} {one.Date} {string.Join(", ", one.Participants)}")];
}
