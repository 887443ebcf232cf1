namespace Rapporteur.Text.Stances;

/// <summary>Stances of words without a verb, as people are quoted: "No talks before the boats are gone", "A pier, yes, why not", "First the list, then the talks".</summary>
internal sealed partial class AttributedStances
{
    private const double Answered = 0.7;

    private void OfFragments()
    {
        foreach ((int from, int to) in SentencesOfContent())
        {
            int[] words = [.. Enumerable.Range(from, to - from).Where(i => _inside.Contains(i))];
            if (words.Length == 0) continue;
            int root = words.FirstOrDefault(i => (!_inside.Contains(_tree.Text.Tokens[i].Head) || _tree.Text.Tokens[i].Head < from || _tree.Text.Tokens[i].Head >= to) && _tree.Text.Tokens[i].Upos is not "PUNCT" and not "CCONJ", -1);
            if (root < 0) continue;
            if (Asks(words, to) || FirstThen(words) || Answer(words, root) || (!HasVerb(words, root) && (NoBefore(words, root) || NotOne(words) || Traded(words, root) || Rather(words, root)))) _used.UnionWith(words);
        }
    }

    // "A truce? Never." "Observers, yes, why not." "Yes to observers."
    private bool Answer(int[] words, int root)
    {
        int[] plain = Plain(words);
        int at = Array.FindIndex(plain, i => _tree.Lemma(i) is "yes" or "no" or "never" && _tree.Text.Tokens[i].Upos is "INTJ" or "ADV" or "DET" or "PART");
        if (at < 0 || plain.Length < 2) return false;
        int answer = plain[at];
        bool yes = _tree.Lemma(answer) == "yes";
        int target = -1;
        if (at == 0 && plain.Length > 2 && _tree.Lemma(plain[1]) == "to" && _tree.Text.Tokens[plain[1]].Head is var after && after > plain[1] && _inside.Contains(after)) target = after;
        // What is answered stands before it, set off by a comma.
        else if (at > 0 && !HasVerb(plain[..at], root) && _tree.Text.Tokens[answer - 1].Upos == "PUNCT" && (answer + 1 >= _tree.Text.Tokens.Count || _tree.Text.Tokens[answer + 1].Upos == "PUNCT" || !_inside.Contains(answer + 1)))
            target = plain[..at].LastOrDefault(i => _tree.Text.Tokens[i].Upos is "NOUN" or "PROPN" && !plain[..at].Contains(_tree.Text.Tokens[i].Head), -1);
        if (target < 0) return false;
        Construction ??= "answer";
        _condition = yes ? Terms(plain, at) : null;
        _used.Remove(target);
        Under(target, yes ? Stance.Accepts : Stance.Rejects, Answered, 1, ignoreNo: true);
        return true;
    }

    // "Observers, yes: without arms and on a ship": what follows the colon is what it hangs on.
    private (TextSpan Span, bool Unless)? Terms(int[] plain, int answer)
    {
        int from = Array.FindIndex(plain, answer + 1, i => i > 0 && (_tree.Written(i - 1) == ":" || _tree.Lemma(i) is "but" or "if" or "provided"));
        return from < 0 ? null : (Span(plain[from], plain[^1]), false);
    }

    // "Why not talk?" is for it, "Why should we wait?" against; "Talks now? Never." "What is the levy for?"
    private bool Asks(int[] words, int end)
    {
        int last = words[^1];
        int mark = Array.FindIndex(words, i => _tree.Written(i) == "?");
        if (mark < 0 && (last + 1 >= _tree.Text.Tokens.Count || _tree.Written(last + 1) != "?")) return false;
        int[] plain = Plain(mark < 0 ? words : words[..mark]);
        if (plain.Length < 2) return false;
        (Stance Stance, int From)? asked = null;
        if (_tree.Lemma(plain[0]) == "why" && _tree.Lemma(plain[1]) is "not" or "n't") asked = (Stance.Accepts, 2);
        else if (plain.Length > 3 && _tree.Lemma(plain[0]) == "why" && _tree.Lemma(plain[1]) is "should" or "would" && _tree.Written(plain[2]) is "we" or "i") asked = (Stance.Rejects, 3);
        else if (plain.Length > 3 && _tree.Lemma(plain[0]) == "what" && _tree.Lemma(plain[^1]) == "for") asked = (Stance.Rejects, plain.Length - 2);
        else if (!HasVerb(plain, plain[0]) && Next(last, end) is { } reply) asked = (reply, 0);
        if (asked is not { } taken) return false;
        int[] about = plain[taken.From..];
        int target = about.FirstOrDefault(i => _tree.Text.Tokens[i].Upos is "VERB" or "NOUN" or "PROPN" && !about.Contains(_tree.Text.Tokens[i].Head), -1);
        if (target < 0) return false;
        Construction ??= "question";
        _condition = null;
        Under(target, taken.Stance, Answered, 1, ignoreNo: true);
        return true;
    }

    // The short answer to a question of one's own.
    private Stance? Next(int last, int end)
    {
        if (end >= _tree.Text.Tokens.Count || !_inside.Contains(end)) return null;
        return _tree.Written(end) switch
        {
            "never" or "no" => Stance.Rejects,
            "yes" or "gladly" or "certainly" => Stance.Accepts,
            "perhaps" or "maybe" => Stance.LeavesOpen,
            _ => null,
        };
    }

    // "First the boats, then the talks": the one is asked for, the other hangs on it.
    private bool FirstThen(int[] words)
    {
        int[] plain = Plain(words);
        int then = Array.FindIndex(plain, i => _tree.Written(i) is "then" or "afterwards");
        if (then < 2 || plain.Length < then + 2 || _tree.Written(plain[0]) != "first") return false;
        int demanded = plain[1..then].FirstOrDefault(i => _tree.Text.Tokens[i].Upos is "NOUN" or "PROPN" or "VERB", -1);
        int follows = plain[(then + 1)..].LastOrDefault(i => _tree.Text.Tokens[i].Upos is "NOUN" or "PROPN" or "VERB", -1);
        if (demanded < 0 || follows < 0) return false;
        Construction ??= "first-then";
        _condition = null;
        Mark(demanded, Stance.Demands, SoftModal);
        _condition = (Span(plain[1], plain[then - 1]), false);
        Mark(follows, Stance.Accepts, SoftModal - 0.1);
        _condition = null;
        return true;
    }

    // "No talks before the boats are gone", "No talks without observers".
    private bool NoBefore(int[] words, int root)
    {
        if (AsLongNo(words)) return true;
        if (!Without(root)) return false;
        int on = Array.FindIndex(words, i => i > root && _tree.Lemma(i) is "before" or "without" or "until" or "till" or "unless");
        // "As long as they stay, no talks."
        if (on < 0) on = Array.FindIndex(words, i => i > root && i + 2 < words[^1] && _tree.Lemma(i) is "as" or "so" && _tree.Lemma(i + 1) == "long" && _tree.Lemma(i + 2) == "as");
        if (on < 0 || on == words.Length - 1) return false;
        // Up to where the words are broken off, by the cue or by other words of the reporter.
        int last = words[on];
        for (int i = last; _inside.Contains(i) && i < words[^1] + 1 && _tree.Written(i) is not ("”" or "\"" or "’"); i++) last = _tree.Text.Tokens[i].Upos == "PUNCT" ? last : i;
        Construction ??= "no-before";
        (TextSpan Span, bool Unless) condition = (Span(words[on], last), true);
        foreach (int head in new[] { root }.Concat(_tree.Children(root).Where(child => _tree.Relation(child) == "conj" && child < words[on])))
        {
            _condition = condition;
            Mark(head, Stance.Rejects, Refusal);
        }

        _condition = null;
        return true;
    }

    // "As long as the dam is closed, no treaty."
    private bool AsLongNo(int[] words)
    {
        if (words.Length < 6 || _tree.Written(words[0]) is not ("as" or "so") || _tree.Lemma(words[1]) != "long" || _tree.Lemma(words[2]) != "as") return false;
        int no = Array.FindLastIndex(words, i => _tree.Lemma(i) == "no" && _tree.Text.Tokens[i - 1].Upos == "PUNCT");
        int noun = no < 0 ? -1 : words[no..].FirstOrDefault(i => _tree.Text.Tokens[i].Upos == "NOUN", -1);
        if (noun < 0) return false;
        Construction ??= "no-before";
        _condition = (Span(words[0], words[no - 2]), true);
        Mark(noun, Stance.Rejects, Refusal);
        _condition = null;
        return true;
    }

    // "Not one metre of land", "Not a single boat".
    private bool NotOne(int[] words)
    {
        int[] plain = Plain(words);
        if (plain.Length < 3 || _tree.Written(plain[0]) != "not" || !(_tree.Written(plain[1]) is "one" or "another" || (_tree.Written(plain[1]) is "a" && _tree.Written(plain[2]) == "single"))) return false;
        int noun = plain.FirstOrDefault(i => _tree.Text.Tokens[i].Upos == "NOUN", -1);
        if (noun < 0) return false;
        Construction ??= "not-one";
        _condition = null;
        Under(noun, Stance.Rejects, Refusal, 1, ignoreNo: true);
        return true;
    }

    // "On ships, not on the islands": so, and not so.
    private bool Rather(int[] words, int root)
    {
        int not = Array.Find(words, i => i > root && _tree.Lemma(i) == "not" && _tree.Text.Tokens[i - 1].Upos == "PUNCT" && _tree.Case(_tree.Text.Tokens[i].Head) == _tree.Case(root));
        if (not == 0 || _tree.Case(root).Length == 0 || !_inside.Contains(_tree.Text.Tokens[not].Head)) return false;
        Construction ??= "rather";
        _condition = null;
        Mark(_tree.Text.Tokens[not].Head, Stance.Rejects, OfWhole);
        // They tell where and how; what is spoken of was named before.
        _marks[^1] = _marks[^1] with { Words = [] };
        return true;
    }

    // "All for all", "Ten of theirs for twelve of ours": given against what is given back.
    private bool Traded(int[] words, int root)
    {
        int given = _tree.Children(root).FirstOrDefault(child => child > root && _tree.Case(child) == "for" && _inside.Contains(child), -1);
        if (given < 0 || _tree.Text.Tokens[root].Upos is not ("NOUN" or "PRON" or "DET" or "NUM")) return false;
        bool alike = _tree.Lemma(root) == _tree.Lemma(given) || (Counted(root) && Counted(given));
        // "Four hours for three sentences": time is spent, not traded.
        if (!alike || IsTime(root) || IsTime(given)) return false;
        Construction ??= "traded";
        _condition = null;
        Mark(root, Stance.Offers, OfWhole);
        int last = words.LastOrDefault(i => i >= given && (i == given || _tree.Text.Tokens[i].Head == given), given);
        _marks[^1] = _marks[^1] with { Condition = Span(_tree.Children(given).First(child => _tree.Case(given) == _tree.Lemma(child)), last) };
        return true;
    }

    private int[] Plain(int[] words) => Array.FindAll(words, i => _tree.Text.Tokens[i].Upos != "PUNCT");

    // From the first word to the end of the last.
    private TextSpan Span(int first, int last) => new(_tree.Text.Tokens[first].Span.Start, _tree.Text.Tokens[last].Span.End);

    private bool IsTime(int i) => _tree.Text.Times.Any(time => time.Span.Contains(_tree.Text.Tokens[i].Span));

    private bool Counted(int i) => _tree.Text.Tokens[i].Upos == "NUM" || _tree.Children(i).Any(child => _tree.Relation(child) == "nummod");

    private bool HasVerb(int[] words, int root) => Array.Exists(words, i => _tree.Text.Tokens[i].Upos is "VERB" or "AUX" && _tree.Text.Tokens[i].Xpos is "VBZ" or "VBP" or "VBD" or "MD" && IsAbove(i, root));

    // Whether a verb is that of the fragment itself and not of a clause below it.
    private bool IsAbove(int verb, int root) => verb == root || _tree.Text.Tokens[verb].Head == root && _tree.Relation(verb) is "cop" or "aux" or "aux:pass";

    private IEnumerable<(int From, int To)> SentencesOfContent()
    {
        foreach (Sentence sentence in _tree.Text.Sentences)
        {
            int from = _content.Find(i => i >= sentence.FirstToken && i < sentence.EndToken);
            if (_content.Contains(from) && from >= sentence.FirstToken && from < sentence.EndToken)
                yield return (from, _content.FindLast(i => i >= sentence.FirstToken && i < sentence.EndToken) + 1);
        }
    }
}
