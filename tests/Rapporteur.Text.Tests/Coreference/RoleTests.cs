namespace Rapporteur.Text.Tests.Coreference;

public sealed class RoleTests
{
    private static RoleMention[] RolesIn(string text) => [.. new TextAnalyser().Annotate(text).Roles];

    [Theory]
    [InlineData("Portuguese Prime Minister Harald Oswin arrived on Monday.", "Harald Oswin", "prime minister", "Portugal")]
    [InlineData("The Portuguese prime minister, Harald Oswin, arrived on Monday.", "Harald Oswin", "prime minister", "Portugal")]
    [InlineData("Harald Oswin, the foreign minister of Portugal, arrived on Monday.", "Harald Oswin", "foreign minister", "Portugal")]
    [InlineData("Portugal's president, Lena Brandt, declined to comment.", "Lena Brandt", "president", "Portugal")]
    [InlineData("NATO spokeswoman Lena Brandt declined to comment.", "Lena Brandt", "spokeswoman", "NATO")]
    [InlineData("Lena Brandt, who heads NATO, declined to comment.", "Lena Brandt", "heads", "NATO")]
    [InlineData("Former Secretary of State Lena Brandt declined to comment.", "Lena Brandt", "former secretary of state", null)]
    public void A_role_beside_a_name_is_found_with_its_state_or_organisation(string text, string person, string title, string? of)
    {
        RoleMention role = Assert.Single(RolesIn(text));
        Assert.Equal((person, title, of), (role.Person.In(text), role.Title, role.Of));
    }

    [Fact]
    public void A_role_before_a_comma_that_divides_clauses_is_nobodys() =>
        Assert.DoesNotContain(RolesIn("While the party backed Maria Delgado as the nominee, Harald Oswin stayed silent about it."), r => r.Person.Start > 40);

    [Fact]
    public void A_chief_of_staff_named_after_another_name_stays_with_his_own()
    {
        const string Text = "They met adviser Lena Brandt, deputy chief of staff Harald Oswin and others.";
        Assert.DoesNotContain(RolesIn(Text), r => r.Actor == "Lena Brandt" && r.Title.Contains("staff", StringComparison.Ordinal));
    }
}
