using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Tests.Matching;

public sealed class EncounterMergerTests
{
    private static readonly EncounterReport[] Told =
    [
        Report("a", "2025-04-07", "2025-04-10", EncounterStatus.Planned),
        Report("b", "2025-04-11", "2025-04-10", EncounterStatus.Held),
        Report("c", "2025-04-12", null, EncounterStatus.Held, "Varden", "Thackenby"),
    ];

    [Fact]
    public void Planned_on_Monday_and_held_on_Thursday_is_one_encounter_whose_status_follows_the_latest_report()
    {
        Encounter one = Assert.Single(EncounterMerger.Merge(Told));
        Assert.Equal(EncounterStatus.Held, one.Status);
        Assert.Equal([EncounterStatus.Planned, EncounterStatus.Held, EncounterStatus.Held], one.History.Select(stage => stage.Status));
        Assert.Equal(["Ilsko Varden", "Oriel Thackenby"], one.Participants);
    }

    [Fact]
    public void The_order_of_arrival_plays_no_part() =>
        Assert.Equal(Shown(EncounterMerger.Merge(Told)), Shown(EncounterMerger.Merge(Told.Reverse())));

    [Fact]
    public void Another_day_is_another_encounter() =>
        Assert.Equal(2, EncounterMerger.Merge([Told[0], Report("d", "2025-04-20", "2025-04-19", EncounterStatus.Held)]).Count);

    [Fact]
    public void Without_a_day_between_two_dated_ones_it_stays_alone() =>
        Assert.Equal(3, EncounterMerger.Merge([Told[0], Report("d", "2025-04-13", "2025-04-12", EncounterStatus.Held), Told[2]]).Count);

    private static IEnumerable<string> Shown(IEnumerable<Encounter> encounters) =>
        encounters.Select(e => $"{e.Id} {e.Status} {string.Join(',', e.Reports.Select(report => report.Article.Id))}");

    private static EncounterReport Report(string article, string published, string? date, EncounterStatus status, string one = "Ilsko Varden", string other = "Oriel Thackenby") =>
        new(new ArticleRef(article, article, null, null, PressTime.Parse(published), null),
            new EncounterMention(new TextSpan(0, 1), new TextSpan(0, 2), EncounterType.Meeting, [one, other], date, null, status), "They met.");
}
