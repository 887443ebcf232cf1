using Rapporteur.Matching.Reuse;

namespace Rapporteur.Tests.Matching.Reuse;

public sealed class OriginsTests
{
    private const string Wire =
        "The ferry company of Sundholm stopped all sailings to the islands on Monday evening after inspectors found cracks in the hull of its largest ship. "
        + "Repairs in the yard at Tarn will take at least three weeks, the harbour master said.";

    [Theory]
    [InlineData(CopyDirection.FromRight, DirectionEvidence.Credit, "Coast Wire", "2025-04-02", "2025-04-03")]
    [InlineData(CopyDirection.FromLeft, DirectionEvidence.Time, null, "2025-04-02", "2025-04-03")]
    [InlineData(CopyDirection.FromRight, DirectionEvidence.Time, null, "2025-04-03T10:00:00Z", "2025-04-03T09:00:00Z")]
    [InlineData(CopyDirection.Unknown, DirectionEvidence.None, null, "2025-04-03", "2025-04-03T09:00:00Z")]
    [InlineData(CopyDirection.Unknown, DirectionEvidence.None, null, null, "2025-04-03")]
    public void A_credit_line_tells_the_direction_before_the_time_does(
        CopyDirection direction, DirectionEvidence evidence, string? credit, string? left, string? right)
    {
        SharedText alike = new([], 40, 0.9, 0.9, 40);
        Assert.Equal((direction, evidence), CopyDirections.Of(
            new Provenance("Tarn Courier", credit is null ? [] : [credit], PressTime.Parse(left)), new Provenance("Coast Wire", [], PressTime.Parse(right)), alike));
    }

    [Fact]
    public void A_text_that_is_nearly_all_inside_a_longer_one_was_there_first() =>
        Assert.Equal((CopyDirection.FromRight, DirectionEvidence.Containment), CopyDirections.Of(Unsigned, Unsigned, new SharedText([], 40, 0.2, 0.95, 40)));

    [Fact]
    public void Who_credit_the_same_agency_are_not_each_others_source() =>
        Assert.Equal((CopyDirection.CommonSource, DirectionEvidence.Credit), CopyDirections.Of(
            new Provenance("A", ["Coast Wire"], PressTime.Parse("2025-04-02")), new Provenance("B", ["COAST WIRE"], PressTime.Parse("2025-04-04")), new SharedText([], 40, 0.9, 0.9, 40)));

    [Fact]
    public void Copies_and_credits_are_one_origin_and_a_reporter_of_his_own_another()
    {
        Origins.Source[] reports =
        [
            Report("Coast Wire", Wire),
            Report("Tarn Courier", Wire.Replace("stopped all sailings", "cancelled every sailing", StringComparison.Ordinal)),
            Report("Island Post", "Ferries stand still, reports our agency, and nobody on the quay knows why.", "Coast Wire"),
            Report("Morning Ledger", "Inspectors told this newspaper that they had warned the owners of the ferry line about rust as early as last spring, and were not heard."),
        ];
        Assert.Equal([0, 0, 0, 3], Origins.Groups(reports));
        Assert.Equal(2, Origins.Count([.. reports.Reverse()]));
    }

    [Fact]
    public void Quoting_one_speech_does_not_make_two_reporters_one_origin()
    {
        const string Speech = "“Nobody will sail before the hull is sound, and I do not care what the owners say about the season or about the price of rooms on the islands.”";
        Assert.Equal(2, Origins.Count([Report("One", $"The harbour master was blunt. {Speech}"), Report("Two", $"Tempers rose in Tarn last night. {Speech}")]));
    }

    [Fact]
    public void Without_reports_there_is_no_origin() => Assert.Equal(0, Origins.Count([]));

    private static Provenance Unsigned => new(null, [], null);

    private static Origins.Source Report(string outlet, string text, params string[] credits) =>
        new(new Provenance(outlet, credits, null), Fingerprints.Of(TextWords.Of(text), ownOnly: true));
}
