using Rapporteur.Text.Actors;
using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Reads the stances that attributed words take, by rules over the tree with <c>stances.tsv</c>.</summary>
/// <remarks>What the speaker says others want is not his stance: a predicate with another's subject is passed over, unless it judges ("must", "unacceptable").</remarks>
public static class StanceReader
{
    /// <summary>The stances in the text's attributions, by attribution and then in text order. Everything else must be found already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fast">Whether only the regression decides, and not the networks: for a tenth of the time (<c>docs/positions.md</c> has the figures of both).</param>
    public static IReadOnlyList<StanceMark> Read(AnnotatedText text, bool fast = false)
    {
        StanceJudges judges = fast ? StanceJudges.Fast : StanceJudges.All;
        if (text.Attributions.Count == 0) return [];
        EncounterText tree = new(text);
        List<StanceMark> marks = [];
        string? dateline = DatelinePlace.In(text.Text);
        (IReadOnlyList<string> Words, int Token)? before = null;
        for (int i = 0; i < text.Attributions.Count; i++)
        {
            List<int> content = StanceParts.Tokens(tree, text.Attributions[i].Content);
            StanceMark[] read = [.. Of(judges, tree, i, content, before).Select(mark => SaidBefore.In(tree, mark, marks) with { Dateline = dateline })];
            marks.AddRange(read);
            if (read.FirstOrDefault(mark => !mark.Doubtful && mark.Words.Any(word => word[0] != '^')) is { } told) before = (told.Words, content[^1]);
        }

        return marks;
    }

    private static IEnumerable<StanceMark> Of(StanceJudges judges, EncounterText tree, int index, List<int> content, (IReadOnlyList<string> Words, int Token)? before)
    {
        AttributedStances rules = new(tree, index);
        IReadOnlyList<StanceMark> marks = rules.Read();
        // Where a construction leaves nothing to weigh, nothing is weighed.
        IReadOnlyList<StanceMark> decided = (marks.Count > 0 && rules.IsPlain) || (marks.Count == 0 && rules.ToldOfOthers.Count > 0) ? marks : Beside(marks, StanceDecision.Decided(judges, rules, marks));
        if (decided.All(mark => mark.Doubtful) && rules.IsReadiness) decided = marks;
        decided = [.. decided, .. rules.ToldOfOthers];
        if (decided.Count == 0) return [];
        IReadOnlyList<string> context = StanceContext.Of(tree, tree.Text.Attributions[index], content, before);
        string? teller = TellerOf(tree.Text.Attributions, index);
        // What is decided to be conditional where a refusal was read withholds until then.
        return decided.Select(mark => mark with
        {
            Context = context,
            Teller = teller,
            Withholds = mark.Stance == Stance.Conditional && (mark.Withholds || marks.Any(read => read.Target == mark.Target && read.Stance == Stance.Rejects)),
        });
    }

    // "Orr agreed to a truce, according to Bray": what she agreed to is told in Bray's words.
    private static string? TellerOf(IReadOnlyList<Attribution> attributions, int index)
    {
        Attribution told = attributions[index];
        if (told.Speaker is null || told.Cue.Count == 0) return null;
        return attributions.FirstOrDefault(other => other != told && other.Speaker is { } speaker && speaker != told.Speaker && other.Content.Any(span => span.Contains(told.Cue[0])))?.Speaker;
    }

    // "would neither send nor receive negotiators": what is decided of the first is so of what stands beside it.
    private static IReadOnlyList<StanceMark> Beside(IReadOnlyList<StanceMark> read, IReadOnlyList<StanceMark> decided)
    {
        if (decided is not [var one] || read.FirstOrDefault(mark => mark.Target == one.Target) is not { } main || main.Stance == one.Stance) return decided;
        return [one, .. read.Where(mark => mark.Target != main.Target && mark.Stance == main.Stance && mark.Strength == main.Strength).Select(mark => mark with { Stance = one.Stance, Condition = one.Condition })];
    }
}
