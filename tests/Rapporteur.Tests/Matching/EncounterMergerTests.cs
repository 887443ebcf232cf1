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

    [Fact]
    public void Who_spoke_with_whom_is_a_call_where_another_report_calls_it_one()
    {
        EncounterReport call = Spoken("b", "2025-04-11", EncounterType.Call, "telephoned");
        Assert.Equal(EncounterType.Call, Assert.Single(EncounterMerger.Merge([Spoken("a", "2025-04-07", EncounterType.Talks, "speak"), call, Spoken("c", "2025-04-12", EncounterType.Call, "call")])).Type);
        // Talks at a table are others.
        Assert.Equal(2, EncounterMerger.Merge([Spoken("a", "2025-04-07", EncounterType.Talks, "talks"), call]).Count);
    }

    [Fact]
    public void Who_told_reporters_something_on_two_days_far_apart_stood_before_them_twice() =>
        Assert.Equal(2, EncounterMerger.Merge([Press("a", told: false), Press("b", told: false), Press("c", told: false, "2025-04-11")]).Count);

    [Fact]
    public void An_encounter_without_a_day_stands_where_its_first_dated_report_does()
    {
        EncounterReport later = Report("a", "2025-05-01", "2025-05-01", EncounterStatus.Held);
        EncounterReport unpublished = Report("b", null, null, EncounterStatus.Proposed, "Dessa Pellow"), published = Report("c", "2025-06-01", null, EncounterStatus.Proposed, "Dessa Pellow");
        Assert.Equal(["2025-05-01", "2025-06-01"], EncounterMerger.Merge([unpublished, published, later]).Select(EncounterMerger.TimeOf));
    }

    [Fact]
    public void A_report_in_an_article_without_a_day_is_of_the_encounter_about_its_likely_day_and_the_history_does_not_tell_that_day()
    {
        EncounterReport spring = Report("a", "2025-04-07", null, EncounterStatus.Proposed), autumn = Report("b", "2025-10-02", null, EncounterStatus.Held);
        EncounterReport undated = Report("c", null, null, EncounterStatus.Denied) with { LikelyDay = new DateOnly(2025, 10, 3) };
        Encounter[] two = [.. EncounterMerger.Merge([undated, spring, autumn])];
        Assert.Equal(["a", "b c"], two.Select(one => string.Join(' ', one.Reports.Select(report => report.Article.Id))));
        Assert.Equal([new DateOnly(2025, 10, 2), null], two[1].History.Select(stage => stage.Published));
        Assert.Equal(EncounterStatus.Denied, two[1].Status);
    }

    [Fact]
    public void A_participant_has_the_name_that_most_reports_give_in_full() =>
        Assert.Equal("Oriel Thackenby", Assert.Single(EncounterMerger.Merge([.. Told, Report("d", "2025-04-12", "2025-04-10", EncounterStatus.Held, "Ilsko Varden", "Estmere Oriel Thackenby")])).Participants[^1]);

    [Fact]
    public void What_was_held_is_not_undone_by_a_later_wish() =>
        Assert.Equal(EncounterStatus.Held, Assert.Single(EncounterMerger.Merge([.. Told, Report("d", "2025-04-13", "2025-04-10", EncounterStatus.Proposed)])).Status);

    [Fact]
    public void What_one_article_heard_told_to_reporters_is_no_press_conference_and_what_two_heard_is()
    {
        Assert.Empty(EncounterMerger.Merge([Press("a", told: true)]));
        Assert.Single(EncounterMerger.Merge([Press("a", told: true), Press("b", told: true)]));
        Assert.Equal(2, Assert.Single(EncounterMerger.Merge([Press("a", told: true), Press("b", told: false)])).Reports.Count);
    }

    [Fact]
    public void Two_people_of_one_surname_are_two_participants_and_the_surname_alone_is_neither()
    {
        EncounterReport ana = Report("a", "2025-04-07", "2025-04-10", EncounterStatus.Held, "Ana Brod"), milo = Report("b", "2025-04-07", "2025-04-10", EncounterStatus.Held, "Milo Brod");
        Assert.Equal(2, EncounterMerger.Merge([ana, milo]).Count);
        Assert.Equal(3, EncounterMerger.Merge([ana, milo, Report("c", "2025-04-07", "2025-04-10", EncounterStatus.Held, "Brod")]).Count);
        Assert.Single(EncounterMerger.Merge([ana, Report("c", "2025-04-07", "2025-04-10", EncounterStatus.Held, "Brod")]));
    }

    [Fact]
    public void Spellings_of_one_name_from_another_alphabet_are_one_participant() =>
        Assert.Single(EncounterMerger.Merge([Report("a", "2025-04-07", "2025-04-10", EncounterStatus.Held, "Volodar Beskij"), Report("b", "2025-04-07", "2025-04-10", EncounterStatus.Held, "Wolodar Bieskyy")]));

    [Fact]
    public void What_each_side_said_about_it_stands_side_by_side()
    {
        Encounter one = Assert.Single(EncounterMerger.Merge(Told));
        ReadoutReader reader = new([one]);
        reader.Add(Said("s1", "a", "Ilsko Varden", null, "Oriel Thackenby", new TextSpan(10, 12)));
        reader.Add(Said("s2", "a", "Dessa Pellow", "Oriel Thackenby", null, new TextSpan(0, 2)));
        reader.Add(Said("s3", "a", "Orsim Belkany", null, null, new TextSpan(0, 2)));
        reader.Add(Said("s4", "a", "Orsim Belkany", null, null, new TextSpan(10, 12)));
        Assert.Equal(["Ilsko Varden: s1", "Oriel Thackenby: s2", "Orsim Belkany: s3"], reader.Of(one).Select(side => $"{side.Side}: {string.Join(',', side.Statements.Select(said => said.StatementId))}"));
    }

    [Fact]
    public void Who_reads_out_what_was_said_is_heard_whole_and_outlets_are_no_side()
    {
        Encounter one = Assert.Single(EncounterMerger.Merge(Told));
        ReadoutReader reader = new([one]);
        TextSpan elsewhere = new(10, 12);
        // In any order: what else the adviser says of the two, and neither what he says of other matters nor what another says.
        foreach (AppearanceRow said in new[]
        {
            Said("s1", "a", "Orsim Belkany", null, null, elsewhere) with { Content = "Varden agreed to observers." },
            Said("s2", "a", "Orsim Belkany", null, null, elsewhere) with { Content = "The harvest was good." },
            Said("s3", "a", "Orsim Belkany", null, null, new TextSpan(0, 2)),
            Said("s4", "a", "Tomel Grasht", null, null, elsewhere) with { Content = "Varden is well." },
            Said("s5", "a", "Norland media", null, null, new TextSpan(0, 2)),
        }) reader.Add(said);
        Readout readout = Assert.Single(reader.Of(one));
        Assert.Equal(["s1", "s3"], readout.Statements.Select(said => said.StatementId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_spokesman_says_of_the_other_is_his_own_sides_word()
    {
        Encounter one = Assert.Single(EncounterMerger.Merge(Told));
        ReadoutReader reader = new([one]);
        reader.Add(Said("s1", "a", "Dessa Pellow", "Oriel Thackenby", null, new TextSpan(0, 2)) with { Content = "She was firm." });
        reader.Add(Said("s2", "a", "Dessa Pellow", "Ilsko Varden", null, new TextSpan(0, 2)) with { Content = "Varden agreed to observers." });
        reader.Add(Said("s3", "a", "Dessa Pellow", null, null, new TextSpan(0, 2)) with { Content = "It was long." });
        Readout readout = Assert.Single(reader.Of(one));
        Assert.Equal("Oriel Thackenby", readout.Side);
        Assert.Equal(3, readout.Statements.Count);
    }

    [Fact]
    public void The_seat_of_power_speaks_for_the_state_that_takes_part()
    {
        EncounterReport report = Report("a", "2025-04-07", "2025-04-10", EncounterStatus.Held, "Norway", "Sweden");
        Encounter one = Assert.Single(EncounterMerger.Merge([report]));
        ReadoutReader reader = new([one]);
        reader.Add(Said("s1", "a", "Oslo", null, null, new TextSpan(0, 2)));
        Assert.Equal("Norway", Assert.Single(reader.Of(one)).Side);
    }

    private static AppearanceRow Said(string statement, string article, string speaker, string? principal, string? addressee, TextSpan content) => new()
    {
        Id = statement, StatementId = statement, Version = 1, Current = true, Content = "They met.", Source = speaker, Cue = "said",
        Article = new ArticleRef(article, article, null, null, null, null), CodePoints = new CodePointSpans([], [], [content]),
        Attribution = new Attribution { Content = [content], Form = AttributionForm.Indirect, Speaker = speaker, OnBehalfOf = principal, Addressee = addressee },
    };

    private static EncounterReport Spoken(string article, string published, EncounterType type, string word)
    {
        EncounterReport report = Report(article, published, "2025-04-10", EncounterStatus.Held);
        return report with { Mention = report.Mention with { Type = type, Span = new TextSpan(5, 5 + word.Length) }, Sentence = $"They {word}." };
    }

    private static EncounterReport Press(string article, bool told, string? published = null)
    {
        EncounterReport report = Report(article, published ?? "2025-04-07", published is null ? "2025-04-07" : null, EncounterStatus.Held, "Orsim Belkany", "reporters");
        return report with { Mention = report.Mention with { Type = EncounterType.PressConference, OnlyTold = told } };
    }

    private static IEnumerable<string> Shown(IEnumerable<Encounter> encounters) =>
        encounters.Select(e => $"{e.Id} {e.Status} {string.Join(',', e.Reports.Select(report => report.Article.Id))}");

    private static EncounterReport Report(string article, string? published, string? date, EncounterStatus status, string one = "Ilsko Varden", string other = "Oriel Thackenby") =>
        new(new ArticleRef(article, article, null, null, PressTime.Parse(published), null),
            new EncounterMention(new TextSpan(0, 1), new TextSpan(0, 2), EncounterType.Meeting, [one, other], date, null, status), "They met.");
}
