using Rapporteur.Recording;

namespace Rapporteur.Web.Correct;

/// <summary>A judgement with the words and names it is about, so that the log can be read.</summary>
/// <param name="Made">The judgement.</param>
/// <param name="Words">The appearances it is about, in the order of <see cref="Judgement.About"/>; null where one is gone, or it is about a name.</param>
/// <param name="Actors">The actors it is about, likewise.</param>
internal sealed record JudgedLine(Judgement Made, IReadOnlyList<AppearanceRow?> Words, IReadOnlyList<ActorRef?> Actors)
{
    /// <summary>Looks up what the judgements are about.</summary>
    public static async Task<IReadOnlyList<JudgedLine>> OfAsync(IRecordQueries record, IEnumerable<Judgement> judgements, CancellationToken cancel)
    {
        List<JudgedLine> lines = [];
        foreach (Judgement made in judgements)
        {
            if (made.Kind is JudgementKind.SameActor or JudgementKind.Rename)
            {
                lines.Add(new JudgedLine(made, [], [.. await Task.WhenAll(made.About.Select(async name => (await record.ActorAsync(name, cancel))?.Summary.Actor))]));
                continue;
            }

            string[] about = made.Kind == JudgementKind.Join ? [.. made.About] : [made.Appearance ?? made.About[0]];
            lines.Add(new JudgedLine(made, [.. await Task.WhenAll(about.Select(id => WordsAsync(record, id, cancel)))], []));
        }

        return lines;
    }

    // A statement is told by the first of its reports.
    private static async Task<AppearanceRow?> WordsAsync(IRecordQueries record, string id, CancellationToken cancel) =>
        await record.AppearanceAsync(id, cancel) ?? (await record.StatementAsync(id, cancel))?.Appearances.FirstOrDefault();
}
