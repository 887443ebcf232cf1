using Rapporteur.Positions.Keeping;
using Rapporteur.Text.Actors;

namespace Rapporteur.Tests.Positions;

public sealed class ActorBookTests
{
    private static readonly ActorBook Book = new(
    [
        new("Kestrian President Ilsko Varden", "Ilsko Varden", null, null), new("", "Varden", null, null), new("", "Kestria", null, null),
        new("The Kestrian president’s spokesman, Tomel Grasht", "Tomel Grasht", null, null), new("", "Dessa Pellow", "Oriel Thackenby", null),
        new("Estmere’s president, Oriel Thackenby", "Oriel Thackenby", null, null), new("", "Estmere", null, null),
        new("", "Ada Orr", null, null), new("", "Bert Orr", null, null), new("opposition leader Winna Strake", "Winna Strake", null, null),
        new("", "Tomel Grasht", "Varden", null), new("Kestria’s foreign minister, Halvek Dzorin", "Halvek Dzorin", null, null), new("", "Ilsko Warden", null, null), new("", "Halvek Jorin", null, null),
    ]);

    [Theory]
    [InlineData("Varden", "Ilsko Varden")]
    [InlineData("Mr Varden", "Ilsko Varden")]
    [InlineData("President of Kestria Ilsko Varden", "Ilsko Varden")]
    [InlineData("Kestria’s president", "Ilsko Varden")]
    [InlineData("president of Kestria", "Ilsko Varden")]
    [InlineData("Estmerian president", "Oriel Thackenby")]
    // Two of the name, nobody of the name, no name.
    [InlineData("Orr", "Orr")]
    [InlineData("Quillory", "Quillory")]
    [InlineData("two officials", "two officials")]
    // Spelt as it sounds in a translation; "Ada Ore" is another's name.
    [InlineData("Ilsko Warden", "Ilsko Varden")]
    [InlineData("Oriel Tackenby", "Oriel Thackenby")]
    [InlineData("Ada Ore", "Ada Ore")]
    [InlineData("Mr Varden’s spokesman", "Tomel Grasht")]
    [InlineData("Orr’s spokesman", "Orr’s spokesman")]
    // A state is nobody's last name.
    [InlineData("Georgia", "Georgia")]
    public void A_name_is_brought_to_the_one_it_means(string name, string canonical) => Assert.Equal(canonical, Book.Canonical(name));

    private static readonly ActorBook Bodies = new(
    [
        new("", "Norlandic People’s Front", null, null), new("", "Talmar Business Council", null, null), new("", "Norland", null, null), new("", "Ada Lorne", null, null), new("", "Sten Quarre", null, null),
        new("Prime Minister Ada Lorne", "Ada Lorne", null, null), new("", "Norland PM", null, null), new("President Sten Quarre", "Sten Quarre", null, "Estmere"), new("", "Estmere", null, null),
        new("", "Sten Quarre", null, null, "Lindhaven"), new("", "Estmere", null, null, "Lindhaven"), new("Estmerian envoy", "Mara Vint", null, "Estmere", "Lindhaven"),
        new("Social Union leader Lia Bren", "Lia Bren", null, null), new("", "Social Union", null, null),
    ]);

    [Theory]
    // Once it has been named, a body is called by its last words.
    [InlineData("Front", "Norlandic People’s Front")]
    [InlineData("Business Council", "Talmar Business Council")]
    [InlineData("Council", "Talmar Business Council")]
    // A transcript's capitals, also of whom nobody else names; letters are no name.
    [InlineData("ADA LORNE", "Ada Lorne")]
    [InlineData("MS LORNE", "Ada Lorne")]
    [InlineData("TARIK HOLM", "Tarik Holm")]
    [InlineData("NATO", "NATO")]
    [InlineData("A. Lorne", "Ada Lorne")]
    [InlineData("B. Lorne", "B. Lorne")]
    [InlineData("Comrade Lorne", "Ada Lorne")]
    [InlineData("General Lorne", "Ada Lorne")]
    [InlineData("Ada Lorne’s aides", "Ada Lorne")]
    // The only prime minister of whom no state is told, and the party whose leader she is.
    [InlineData("Norland’s prime minister", "Ada Lorne")]
    [InlineData("Social Union leader", "Lia Bren")]
    public void Bodies_and_offices_are_brought_to_whom_they_mean(string name, string canonical) => Assert.Equal(canonical, Bodies.Canonical(name));

    [Theory]
    [InlineData("Norland’s transport ministry", "Norland")]
    [InlineData("Norlandic side", "Norland")]
    [InlineData("embassy of Norland", "Norland")]
    [InlineData("Norlandic orchestra", null)]
    [InlineData("Ada Lorne", "Norland")]
    // Most of what is reported from there is Estmere's.
    [InlineData("Lindhaven", "Estmere")]
    public void A_body_speaks_for_the_state_it_is_called_by(string name, string? state) => Assert.Equal(state, Bodies.Side(Bodies.Canonical(name)));

    [Theory]
    [InlineData("the President", "Oriel Thackenby")]
    [InlineData("the foreign minister", "Halvek Dzorin")]
    [InlineData("its Minister", "Halvek Dzorin")]
    [InlineData("the prime minister", "the prime minister")]
    [InlineData("Dessa Pellow", "Dessa Pellow")]
    public void Who_is_called_by_an_office_alone_is_the_one_speaker_of_the_article_who_holds_it(string name, string canonical) =>
        Assert.Equal(canonical, Book.Canonical(name, ["the President", "Oriel Thackenby", "Halvek Jorin", "Dessa Pellow", "its Minister"]));

    [Fact]
    public void Two_who_hold_an_office_leave_it_open_who_is_meant() =>
        Assert.Equal("the President", Book.Canonical("the President", ["Oriel Thackenby", "Varden"]));

    [Theory]
    [InlineData("Ada Orr", true)]
    [InlineData("two officials", true)]
    [InlineData("Statement House", true)]
    [InlineData("what observers", false)]
    [InlineData("the statement", false)]
    public void A_question_word_and_a_paper_have_no_position(string name, bool somebody) => Assert.Equal(somebody, ActorBook.IsSomebody(name));

    [Theory]
    [InlineData("Ilsko Varden", "Kestria")]
    [InlineData("Tomel Grasht", "Kestria")]
    [InlineData("Oriel Thackenby", "Estmere")]
    [InlineData("Dessa Pellow", "Estmere")]
    [InlineData("Kestria", "Kestria")]
    [InlineData("Winna Strake", null)]
    [InlineData("Ada Orr", null)]
    public void A_side_is_told_by_the_office_or_by_whom_one_speaks_for(string name, string? side) => Assert.Equal(side, Book.Side(name));

    [Theory]
    [InlineData("Zembian", "Zembia", true)]
    [InlineData("Kenyan", "Kenya", true)]
    [InlineData("Estmerian", "Estmere", true)]
    [InlineData("Zembia", "Zembia", false)]
    [InlineData("Martian", "Mart", true)]
    [InlineData("Kestrel", "Kestria", false)]
    public void An_adjective_is_known_by_how_it_is_made(string adjective, string name, bool made) => Assert.Equal(made, StateWords.IsAdjectiveOf(adjective, name));

    [Theory]
    [InlineData("White House spokeswoman Ada Orr", "White House", "spokeswoman")]
    [InlineData("the foreign minister of Zembia", "Zembia", "foreign minister")]
    [InlineData("The Zembian president’s spokesman, Bert Orr", "Zembian", "president’s spokesman")]
    public void A_source_tells_state_and_office(string source, string state, string office) => Assert.Contains((state, office), SourceOffice.In(source));

    [Theory]
    [InlineData("the former Zembian president")]
    [InlineData("Zembian opposition leader Ada Orr")]
    [InlineData("Ada Orr")]
    [InlineData("the islands, President Orr")]
    public void No_office_is_read_where_none_is_held_or_whose_it_is_is_not_told(string source) =>
        Assert.DoesNotContain(SourceOffice.In(source), office => office.State is "Zembian" or "islands");

    private static readonly ActorBook Offices = new(
    [
        new("Prime Minister Celia Marr", "Celia Marr", null, null), new("Defence Minister Ines Holm", "Ines Holm", null, null), new("the spokeswoman of the President, Lia Bren,", "Lia Bren", null, null),
        new("", "Zembia", null, null), new("", "Zembian", null, null),
    ]);

    [Theory]
    [InlineData("the Prime Minister", "Celia Marr")]
    [InlineData("its defence minister", "Ines Holm")]
    [InlineData("the foreign minister", "the foreign minister")]
    public void Who_holds_an_office_is_known_where_no_state_is_told_with_it(string name, string canonical) =>
        Assert.Equal(canonical, Offices.Canonical(name, ["the Prime Minister", "Celia Marr", "Ines Holm", "Lia Bren"]));

    [Theory]
    [InlineData("Furious Celia Marr last night", "Celia Marr")]
    [InlineData("Minister of Defence Ines Holm", "Ines Holm")]
    [InlineData("Zembian", "Zembia")]
    // Somebody else's, and somebody else.
    [InlineData("aides to Celia Marr", "aides to Celia Marr")]
    [InlineData("Lia Holm", "Lia Holm")]
    public void Words_about_a_name_make_no_other_of_it(string name, string canonical) => Assert.Equal(canonical, Offices.Canonical(name));

    [Theory]
    [InlineData("Foreign Minister Ada Orr", "foreign minister", "Ada Orr")]
    [InlineData("Norlandic President Ada Orr", "president", "Ada Orr")]
    [InlineData("the spokeswoman of the President, Lia Bren,", "spokeswoman", "Lia Bren")]
    [InlineData("Minister of Defence Ines Holm", "defence minister", "Ines Holm")]
    public void An_office_before_a_name_is_read_without_a_state(string source, string office, string name) => Assert.Equal((office, name), SourceOffice.Alone(source));

    [Theory]
    [InlineData("former President Ada Orr")]
    [InlineData("the president’s office")]
    [InlineData("two ministers")]
    public void None_is_read_where_nobody_holds_it(string source) => Assert.Null(SourceOffice.Alone(source));
}
