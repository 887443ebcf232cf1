using System.Globalization;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Stances;

namespace Rapporteur.Tests.Positions;

/// <summary>Reports as a record would give them.</summary>
internal static class Reports
{
    /// <summary>One stance of one appearance, each in an article of its own unless one is named.</summary>
    public static StanceReport Said(
        string id, string? day, Stance stance, string words, string speaker = "Ilsko Varden", string? side = null, string? onBehalfOf = null, string? via = null,
        string? source = null, string? condition = null, string? content = null, string? article = null, bool clause = false, double strength = 0.8) => new(
        new AppearanceRow
        {
            Id = id,
            StatementId = "s" + id,
            Article = new ArticleRef("article-" + (article ?? id), id, "https://ledger.example/" + id, "Lindhaven Ledger", day is null ? null : PressTime.Parse(day), null),
            Version = 1,
            Current = true,
            Speaker = new ActorRef(speaker, speaker),
            Attribution = new Attribution
            {
                Content = [new TextSpan(0, 1)], Form = AttributionForm.Indirect, OnBehalfOf = onBehalfOf, Via = via, Speaker = speaker,
                SaidOn = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture),
            },
            Content = content ?? words,
            Source = source ?? speaker,
            Cue = "said",
            CodePoints = new CodePointSpans([], [], []),
        },
        [new StatedStance(stance, words, clause, TargetWords.OfPhrase(words), strength, condition ?? (stance == Stance.Conditional ? "if the boats leave" : null), side)]);
}
