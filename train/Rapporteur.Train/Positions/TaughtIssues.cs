using Rapporteur.Positions;
using Rapporteur.Positions.Deciding;
using Rapporteur.Text;
using Rapporteur.Text.Meanings;
using Rapporteur.Text.SpeechActs;
using Rapporteur.Text.Stances;
using Rapporteur.Train.Stances;

namespace Rapporteur.Train.Positions;

/// <summary>A statement of a dossier written for learning: how far each issue of the dossier fits it, and which it is on.</summary>
/// <param name="Dossier">Name of the dossier.</param>
/// <param name="Document">Name of the report, its dossier before it.</param>
/// <param name="Takes">Whether a stance is marked.</param>
/// <param name="Evidence">Features by issue.</param>
/// <param name="On">Whether it is on each, in the same order.</param>
/// <param name="Main">The one that it is on first of all; -1 for none.</param>
/// <param name="Read">Whether the rules read it to be on each.</param>
internal sealed record TaughtIssues(string Dossier, string Document, bool Takes, double[][] Evidence, bool[] On, int Main, bool[] Read)
{
    /// <summary>All that is marked.</summary>
    /// <param name="folder">Where the dossiers lie.</param>
    public static IReadOnlyList<TaughtIssues> Of(string folder)
    {
        TextAnalyser analyser = new(fast: true);
        string[][] marks = [.. File.ReadLines(Path.Combine(folder, "statements.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
        List<TaughtIssues> all = [];
        foreach (var dossier in marks.GroupBy(cells => cells[1].Split('/')[0]))
        {
            IReadOnlyList<Issue> issues = IssueBook.Parse(File.ReadAllText(Path.Combine(folder, dossier.Key, "issues.yaml"))).Issues;
            Dictionary<string, string> called = File.ReadLines(Path.Combine(folder, dossier.Key, "references.tsv")).Select(line => line.Split('\t')).Where(cells => cells[0] == "issue").ToDictionary(cells => cells[1], cells => cells[2], StringComparer.Ordinal);
            IssueEvidence evidence = new(issues);
            all.AddRange(dossier.GroupBy(cells => cells[1]).AsParallel().AsOrdered().SelectMany(document =>
            {
                AnnotatedText text = analyser.Attributed(File.ReadAllText(Path.Combine(folder, document.Key + ".txt")));
                string[][] rows = [.. document];
                text = text with { Attributions = SpeechActReader.Read(text, [.. rows.Select(cells => StanceReference.AttributionOf(text, cells))]) };
                ILookup<int, StanceMark> stances = StanceReader.Read(text).ToLookup(mark => mark.Attribution);
                Meaning[] meanings = Meaning.Of([.. text.Attributions.Select(Content)]);
                // As appearances have their contents.
                string Content(Attribution attribution) => string.Join(" … ", attribution.Content.Select(span => span.In(text.Text)));
                string heading = text.Text.Split('\n', 2)[0];
                return rows.Select((cells, i) =>
                {
                    string content = Content(text.Attributions[i]);
                    StanceMark[] read = [.. stances[i].OrderByDescending(mark => mark.Strength)];
                    IssueClues clues = IssueClues.Of(read.SelectMany(mark => mark.Words), content, read.SelectMany(mark => mark.Context), heading, meanings[i]);
                    IReadOnlyList<IssueAssignment> byRules = [.. read.SelectMany(mark => IssueAssignment.Of(new(mark.Stance, mark.Target.In(text.Text), mark.Clause, mark.Words, mark.Strength, null, null), issues)).DistinctBy(one => one.Issue.Id)];
                    string[] on = [.. cells[9].Split(',').Where(key => key != "-").Select(key => called[key])];
                    return new TaughtIssues(dossier.Key, cells[1], cells[5] != StanceReference.None, evidence.Of(clues, byRules), [.. issues.Select(issue => on.Contains(issue.Name))], on.Length == 0 ? -1 : issues.Select(issue => issue.Name).ToList().IndexOf(on[0]), [.. issues.Select(issue => byRules.Any(one => one.Issue == issue))]);
                }).ToArray();
            }));
        }

        return all;
    }
}
