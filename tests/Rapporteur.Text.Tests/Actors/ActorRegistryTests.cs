using Rapporteur.Text.Actors;

namespace Rapporteur.Text.Tests.Actors;

public sealed class ActorRegistryTests
{
    private static readonly ActorRegistry Invented = new(new[]
    {
        "Norland\tpresident\tMyrolav Danilovich Ordenskyy\t2024-05-01\t", "Sudmark\tprime minister\tJonas H. Hald\t2023-01-10\t2025-02-01",
        "Sudmark\tprime minister\tEdda Hald\t2025-02-01\t", "Vestria\tking\tOtto Iii\t2020-01-01\t",
    }.Select(OfficeHolder.Read).OfType<OfficeHolder>());

    [Theory]
    [InlineData("Yury Belenskiy", "Iouri Belenskyy")]
    [InlineData("Sergei Tolsky", "Sergey Tolskij")]
    [InlineData("Dmitri Arsenovich Belov", "Dmitry Belov")]
    [InlineData("Zoë Márquez", "zoe marquez")]
    [InlineData("Aleksandr Hassan", "Alexandr Hasan")]
    [InlineData("Дмитрий Беленский", "Dmitry Belensky")]
    [InlineData("Νίκος Βεληνός", "Nikos Velinos")]
    public void Spellings_of_one_name_have_one_key(string one, string other) => Assert.Equal(ActorRegistry.English.Key(one), ActorRegistry.English.Key(other));

    [Theory]
    [InlineData("Mira Belenskaya", "Belenskaya")]
    [InlineData("Mira Hald", "Jonas Hald")]
    [InlineData("Ana Rem", "Anna Rem")]
    [InlineData("George A. Venn", "George B. Venn")]
    public void Two_people_are_not_put_together_on_a_surname(string one, string other) => Assert.NotEqual(ActorRegistry.English.Key(one), ActorRegistry.English.Key(other));

    [Fact]
    public void A_state_has_one_name_and_one_key_and_a_city_keeps_its_own()
    {
        Assert.Equal("United States", ActorRegistry.English.Canonical("the US"));
        Assert.Equal(ActorRegistry.English.Key("United States"), ActorRegistry.English.Key("America"));
        Assert.Equal("Washington", ActorRegistry.English.Canonical("Washington"));
    }

    [Theory]
    [InlineData("Miroslav Ordenskyy", "Miroslav Ordenskyy")]
    [InlineData("Myrolav Ordensky", "Myrolav Ordenskyy")]
    [InlineData("M. Ordenskiy", "Myrolav Ordenskyy")]
    [InlineData("Jonas Henrik Hald", "Jonas Hald")]
    [InlineData("Ordensky", "Ordensky")]
    public void A_holder_of_office_is_shown_in_one_spelling(string written, string shown) => Assert.Equal(shown, Invented.Canonical(written));

    [Fact]
    public void A_lone_surname_is_bound_only_where_the_article_names_the_state_and_one_holder_bears_it()
    {
        DateOnly day = new(2025, 3, 1);
        Assert.Equal("Myrolav Ordenskyy", Invented.HolderNamed("Ordenskiy", state => state == "Norland", day));
        Assert.Null(Invented.HolderNamed("Ordenskiy", state => state == "Sudmark", day));
        Assert.Null(Invented.HolderNamed("Hald", state => state == "Sudmark", day));
        Assert.Equal("Jonas Hald", Invented.HolderNamed("Hald", state => state == "Sudmark", new DateOnly(2024, 3, 1)));
        Assert.Null(Invented.HolderNamed("Ordenskiy", state => state == "Norland", new DateOnly(2020, 3, 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("\ud83d")]
    [InlineData("İI")]
    public void Any_name_is_borne(string name) => Assert.Equal(ActorRegistry.English.Key(name), ActorRegistry.English.Key(ActorRegistry.English.Canonical(name)));
}
