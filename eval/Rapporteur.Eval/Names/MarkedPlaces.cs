using Rapporteur.Text;
using Rapporteur.Text.Coreference;
using Rapporteur.Text.Entities;

namespace Rapporteur.Eval.Names;

/// <summary>Places in corpus texts that were marked by reading: documents and UTF-16 offsets only, so that no text of a corpus is kept here.</summary>
internal static class MarkedPlaces
{
    /// <summary>The rows of a file beside this one, with the annotated text each refers to.</summary>
    public static IEnumerable<(AnnotatedText Text, int[] Offsets)> Read(string file, TextAnalyser analyser, string texts)
    {
        string? document = null;
        AnnotatedText? text = null;
        foreach (string line in File.ReadLines(Path.Combine("eval", "Rapporteur.Eval", "Names", file)).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] cells = line.Split('\t');
            if (cells[0] != document) text = analyser.Annotate(File.ReadAllText(Path.Combine(texts, cells[0] + ".txt")));
            document = cells[0];
            yield return (text!, [.. cells[1..].Select(int.Parse)]);
        }
    }
}

/// <summary>Roles in PolNeAR train: right when person, end of the role, and state or organisation are.</summary>
internal static class MarkedRoles
{
    public static double Right(TextAnalyser analyser, string texts)
    {
        int right = 0, all = 0;
        foreach ((AnnotatedText text, int[] at) in MarkedPlaces.Read("roles-marked.tsv", analyser, texts))
        {
            all++;
            TextSpan person = new(at[0], at[1]);
            if (text.Roles.Any(r => r.Person.Overlaps(person) && r.Role.End == at[2] && IsOwner(text, r.Of, at[3], at[4]))) right++;
        }

        return 100.0 * right / all;
    }

    private static bool IsOwner(AnnotatedText text, string? of, int start, int end)
    {
        if (start < 0 || of is null) return start < 0 && of is null;
        TextSpan owner = new(start, end);
        string written = owner.In(text.Text);
        return string.Equals(of, written, StringComparison.OrdinalIgnoreCase)
            || Gazetteer.English.StateOf.GetValueOrDefault(written.ToLowerInvariant()) == of
            || text.Entities.Any(e => e.Actor == of && e.Span.Overlaps(owner));
    }
}

/// <summary>Pronouns that are sources in PolNeAR dev: right when they lead to the actor of the name marked as theirs.</summary>
internal static class MarkedPronouns
{
    public static double Right(TextAnalyser analyser, string texts)
    {
        int right = 0, all = 0;
        foreach ((AnnotatedText text, int[] at) in MarkedPlaces.Read("pronouns-marked.tsv", analyser, texts))
        {
            all++;
            TextSpan name = new(at[2], at[3]);
            string? actor = text.Entities.FirstOrDefault(e => e.Span.Overlaps(name))?.Actor;
            if (actor is not null && CoreferenceResolver.ActorOf(text, new TextSpan(at[0], at[1])) == actor) right++;
        }

        return 100.0 * right / all;
    }
}
