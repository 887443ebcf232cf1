using Rapporteur.Text.Actors;

namespace Rapporteur.Text.Tests.Actors;

public sealed class DatelinePlaceTests
{
    [Theory]
    [InlineData("Boats leave\n\nTALMAR, 3 May (Herald) – The boats left.", "Talmar")]
    [InlineData("PORT ORLE (Herald) — The boats left.", "Port Orle")]
    [InlineData("TALMAR - The boats left.", "Talmar")]
    [InlineData("SAINT-ORLE, Norland: The boats left.", "Saint-Orle")]
    // Two places, a headline in capitals, an abbreviation, a speaker, prose.
    [InlineData("TALMAR/LINDHAVEN, 3 May (Herald) – The boats left.", null)]
    [InlineData("BOATS LEAVE THE ISLAND FOR GOOD, SAYS MINISTER", null)]
    [InlineData("EU, Norland agree", null)]
    [InlineData("ADA ORR: The boats left.", null)]
    [InlineData("Talmar, 3 May. The boats left.", null)]
    [InlineData("", null)]
    public void The_place_is_what_stands_in_capitals_before_the_text(string text, string? place) => Assert.Equal(place, DatelinePlace.In(text));
}
