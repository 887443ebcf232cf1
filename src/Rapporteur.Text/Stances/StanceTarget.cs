using Rapporteur.Text.Encounters;
using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Reads off the tree what a stance is towards: the span shown, and the stems compared.</summary>
internal static class StanceTarget
{
    private const int Most = 8;
    private const int MostTokens = 14;

    // Words that end the name of a stretch of land or water.
    private static readonly HashSet<string> PlaceWords = [.. EmbeddedData.Lines("Languages/English/territory-words.txt").Select(TargetWords.Stem)];

    // Words that end the name of a work or a document.
    private static readonly HashSet<string> MatterWords = [.. EmbeddedData.Lines("Languages/English/matter-words.txt").Select(TargetWords.Stem)];

    private static readonly HashSet<string> Makes = new(StringComparer.Ordinal) { "create", "prepare", "establish", "ensure", "provide", "improve", "secure", "guarantee", "build", "foster" };

    private static readonly HashSet<string> Circumstances = new(StringComparer.Ordinal) { "since", "during", "amid", "despite", "following", "ahead", "because", "after", "as" };

    /// <summary>The target headed by a token. No words: what it names ("see him", "this") is no matter by itself, and no issue is told by it.</summary>
    public static (TextSpan Span, IReadOnlyList<string> Words) Of(EncounterText tree, int head, Func<int, bool> inside)
    {
        List<int> tokens = [];
        Gather(tree, head, tokens, inside, depth: 0);
        tokens.Sort();
        List<string> words = [];
        bool tells = false;
        foreach (int i in tokens.OrderBy(i => i == head ? 0 : 1).ThenBy(i => i))
        {
            if (words.Count == Most) break;
            if (WordOf(tree, i) is not { } word || words.Contains(word)) continue;
            words.Add(word);
            if (NamedInFull(tree, i) is { } full) words.AddRange(full.Where(other => words.Count < Most && !words.Contains(other)));
            // "alive", "ready": how something is names no matter.
            tells |= word[0] != '^' && tree.Text.Tokens[i].Upos != "ADJ";
        }

        IReadOnlyList<Token> all = tree.Text.Tokens;
        return (new TextSpan(all[tokens[0]].Span.Start, all[tokens[^1]].Span.End), tells ? words : []);
    }

    /// <summary>The stem that a word counts by, with ^ before a state or person; null when it tells nothing.</summary>
    public static string? WordOf(EncounterText tree, int i)
    {
        Token token = tree.Text.Tokens[i];
        if (tree.StateOfAdjective(i) is { } state) return "^" + Key(state);
        if (tree.ActorAt(i) is { } actor)
        {
            bool matter = IsMatter(tree, i);
            if (!matter && tree.TypeOf(actor) == EntityType.Organisation && token.Upos != "PRON") return Key(tree.Written(i));
            if (!matter) return "^" + Key(actor);
        }

        if (token.Upos is not ("NOUN" or "VERB" or "PROPN" or "ADJ" or "NUM")) return null;
        string lemma = tree.Lemma(i);
        if (token.Upos == "VERB" ? IsMerelyDone(tree, i, lemma) : lemma == "condition" && AreCircumstances(tree, i)) return null;
        // "Return Lighthouse", as a headline has it: stems meet those of the words in small letters.
        if (token.Upos == "PROPN") return Key(lemma) is not { Length: > 1 } name ? null : TargetWords.Stem(IsMatter(tree, i) ? Key(tree.Written(i)) : name);
        return TargetWords.Tells(lemma) && lemma.Any(char.IsLetterOrDigit) ? TargetWords.Stem(lemma) : null;
    }

    // "Creating conditions for peace": how things are to be, and nothing that the other side has to meet first.
    private static bool AreCircumstances(EncounterText tree, int conditions) =>
        tree.Relation(conditions) is "obj" or "nsubj:pass" && tree.Text.Tokens[conditions].Head is >= 0 and int verb && Makes.Contains(tree.Lemma(verb));

    // "It was not planned" is about no plan, "calls it a mistake" about no call, "will speak about it on Friday" about no conversation.
    private static bool IsMerelyDone(EncounterText tree, int i, string lemma) => lemma switch
    {
        "plan" => true,
        "call" => tree.Children(i).Any(child => tree.Relation(child) == "xcomp" || (child > i && tree.Case(child) == "for")) || tree.Children(i).Count(child => tree.Relation(child) is "obj" or "iobj") > 1,
        "speak" => tree.Children(i).Any(child => child > i && tree.Case(child) is "about" or "on" or "of" or "for" or "out") && !tree.Children(i).Any(child => child > i && tree.Case(child) is "with" or "to" or "by"),
        _ => false,
    };

    // "The islands", where the text names one group of islands only: what else they are called.
    private static IEnumerable<string>? NamedInFull(EncounterText tree, int i)
    {
        if (tree.Text.Tokens[i].Upos is not ("NOUN" or "PROPN") || !tree.Children(i).Any(child => tree.Relation(child) == "det" && tree.Lemma(child) is "the" or "these" or "those" or "both") || tree.Children(i).Any(child => tree.Relation(child) is "compound" or "amod" or "nmod" or "flat")) return null;
        string stem = TargetWords.Stem(Key(tree.Written(i)));
        if (!PlaceWords.Contains(stem)) return null;
        string[] named = [.. tree.Text.Entities.Select(entity => entity.Actor).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(name => name.Contains(' ', StringComparison.Ordinal) && TargetWords.Stem(Key(name)) == stem).Take(2)];
        return named is [var one] ? one.ToLowerInvariant().Split(' ')[..^1].Where(word => word.Length > 3).Select(TargetWords.Stem) : null;
    }

    /// <summary>Whether the name at a token is of a thing that states are at odds over, land, water, a work or a document: nobody who acts.</summary>
    public static bool IsMatter(EncounterText tree, int i) => IsTerritory(tree, i) || (tree.ActorAt(i) is { } name && tree.Text.Tokens[i].Upos != "PRON" && name.Contains(' ', StringComparison.Ordinal) && MatterWords.Contains(TargetWords.Stem(Key(name))));

    // A place that is no state and no city is land or water that states are at odds over: "the Sable Islands" are a matter by themselves, "Norland" is whoever acts.
    private static bool IsTerritory(EncounterText tree, int i)
    {
        if (tree.ActorAt(i) is not { } name || tree.Text.Tokens[i].Upos == "PRON" || tree.TypeOf(name) is not (EntityType.Place or EntityType.GeoPoliticalEntity)) return false;
        return PlaceWords.Contains(TargetWords.Stem(Key(name))) || ((Gazetteer.English.OfPhrase(name) & (Known.Region | Known.State | Known.Capital | Known.City)) == Known.Region);
    }

    private static string Key(string name)
    {
        string last = name.ToLowerInvariant();
        int space = last.LastIndexOf(' ');
        return last[(space + 1)..].TrimEnd('.');
    }

    private static void Gather(EncounterText tree, int i, List<int> tokens, Func<int, bool> inside, int depth)
    {
        if (tokens.Count >= MostTokens || depth > 5 || tokens.Contains(i)) return;
        tokens.Add(i);
        bool verb = tree.IsVerb(i);
        foreach (int child in tree.Children(i))
        {
            if (!inside(child)) continue;
            string relation = tree.Relation(child);
            bool taken = relation switch
            {
                "compound" or "amod" or "nmod" or "nmod:poss" or "nummod" or "flat" => true,
                "obj" or "obl" or "xcomp" or "compound:prt" => verb,
                "nsubj" or "nsubj:pass" => verb && tree.Text.Tokens[child].Upos != "PRON",
                "case" => tree.Children(child).Count == 0 && tree.Text.Tokens[child].Upos != "PART" && tokens.Count > 1,
                "det" => tree.Lemma(child) is "no",
                // "the parts that concern the exchange", "rules governing the strait": what they are of.
                "acl" or "acl:relcl" => !verb && tree.Lemma(child) is "relate" or "concern" or "regard" or "govern" or "cover",
                _ => false,
            };
            // "withdraw on Monday": when is not what.
            if (taken && tree.Text.Times.Any(time => time.Span.Contains(tree.Text.Tokens[child].Span))) taken = false;
            // "spoken since the victory", "help amid the crisis": neither is in which circumstances.
            if (taken && relation is "obl" or "nmod" && Circumstances.Contains(tree.Case(child))) taken = false;
            if (taken) Gather(tree, child, tokens, inside, depth + 1);
        }
    }
}
