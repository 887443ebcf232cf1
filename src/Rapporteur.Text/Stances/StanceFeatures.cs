using Rapporteur.Text.Encounters;
using Rapporteur.Text.Learning;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Text.Stances;

/// <summary>What the trained decision looks at in one attribution: the rules' reading, the cue, the content's main words with their modality, every word, and what the words mean.</summary>
internal sealed class StanceFeatures
{
    // Beyond this many words a cue is a clause, and its wording comes back nowhere.
    private const int LongestCue = 6;
    private static readonly Lazy<WordClasses> Clusters = new(() => new WordClasses(EmbeddedData.Model("words/words.bin")));

    private readonly StanceEvidence _found;
    private readonly StanceParts _parts;
    private readonly EncounterText _tree;
    private readonly StanceMark? _read;

    private StanceFeatures(StanceParts parts, IReadOnlyList<StanceMark> marks)
    {
        (_tree, _parts) = (parts.Tree, parts);
        _found = new StanceEvidence();
        _read = marks.OrderByDescending(mark => mark.Strength).FirstOrDefault();
        OfRules(marks);
        OfCue();
        OfSource();
        if (_parts.Content.Count > 0)
        {
            OfOpening();
            OfPredicate(StanceGroup.Main, _parts.Main);
            OfPredicate(StanceGroup.Inner, _parts.Inner);
            OfWords();
        }

        StanceClassFeatures.Add(_found, _parts, _read);
        Meaning(0, _parts.Cue);
        Meaning(1, _parts.Main < 0 ? [] : [_parts.Main]);
        Meaning(2, _parts.Content);
    }

    /// <summary>The evidence.</summary>
    /// <param name="parts">The attribution's words.</param>
    /// <param name="marks">What the rules read in it.</param>
    public static StanceEvidence Of(StanceParts parts, IReadOnlyList<StanceMark> marks) => new StanceFeatures(parts, marks)._found;

    private void OfRules(IReadOnlyList<StanceMark> marks)
    {
        Attribution attribution = _parts.Attribution;
        string stance = _read?.Stance.ToString() ?? "none";
        foreach (string name in (string[])
        [
            $"act={attribution.Act}", $"form={attribution.Form}", $"neg={attribution.Negated}", $"mod={attribution.Modality}", $"act={attribution.Act}-{attribution.Negated}",
            $"rules={stance}", $"rules={stance}-{attribution.Act}",
        ]) _found.Add(StanceGroup.Rules, name);
        foreach (Stance other in marks.Select(mark => mark.Stance).Distinct()) _found.Add(StanceGroup.Rules, $"have={other}");
        if (_read is null) return;
        _found.Add(StanceGroup.Rules, $"rules={stance}-{(int)Math.Round(_read.Strength * 5)}");
        _found.Add(StanceGroup.Rules, _read.Clause ? "clause" : "noun");
        _found.Add(StanceGroup.Rules, $"rules={stance}-{_read.Clause}");
        if (_read.Condition is not null) _found.Add(StanceGroup.Rules, "condition");
    }

    private void OfCue()
    {
        List<int> cue = _parts.Cue;
        if (cue.Count == 0)
        {
            Cue("none");
            return;
        }

        if (cue.Count <= LongestCue) Cue("all=" + string.Join(' ', cue.Select(_tree.Lemma)));
        if (cue.Exists(_parts.Negation)) Cue("neg");
        for (int k = 0; k < cue.Count; k++)
        {
            string sign = _parts.Sign(cue[k]), lemma = _tree.Lemma(cue[k]);
            Cue($"w={sign}{lemma}");
            if (k + 1 < cue.Count) Cue($"2={lemma} {_tree.Lemma(cue[k + 1])}");
            foreach (string role in Roles(cue[k])) Cue($"lex={sign}{role}");
            if (ActAt(cue[k]) is { } act) Cue($"act={act}");
            if (_parts.At(cue[k]).Upos is "VERB" or "NOUN" or "ADJ") Cue($"cl={sign}{Cluster(cue[k])}");
        }

        OfCueVerb(_parts.CueVerb);
        if (_parts.LastOfCue != _parts.CueVerb) OfCueVerb(_parts.LastOfCue);
        string verb = _tree.Lemma(_parts.CueVerb), last = _tree.Lemma(_parts.LastOfCue);
        Cue($"verb={_parts.Sign(_parts.CueVerb)}{verb}");
        Cue($"last={last}");
        Cue($"x={_parts.At(_parts.CueVerb).Xpos}");
        Cue($"aux={_parts.Auxiliaries(_parts.CueVerb)}");
        if (_parts.Content.Count == 0) return;
        string first = _tree.Lemma(_parts.Content[0]);
        Cue($"open={verb}>{first}");
        Cue($"lastopen={last}>{first}");
        foreach (string role in Roles(_parts.LastOfCue)) Cue($"lexopen={role}>{first}");
    }

    // "asked them to leave" against "asked about them": what of the content hangs on the cue.
    private void OfCueVerb(int verb)
    {
        string lemma = _tree.Lemma(verb);
        string relations = string.Join('+', _tree.Children(verb).Where(_parts.Inside).Select(_tree.Relation)
            .Where(relation => relation is "obj" or "xcomp" or "ccomp" or "obl" or "advcl" or "csubj" or "iobj" or "parataxis").Distinct().Order(StringComparer.Ordinal));
        bool infinitive = (_parts.Content.Count > 0 && _tree.Lemma(_parts.Content[0]) == "to")
            || _tree.Children(verb).Any(child => _parts.Inside(child) && (_tree.Lemma(child) == "to" || (_tree.Relation(child) == "xcomp" && _tree.Children(child).Any(below => _tree.Lemma(below) == "to"))));
        Cue($"rel={relations}");
        Cue($"vrel={lemma}>{relations}");
        Cue($"vx={lemma}-{_parts.At(verb).Xpos}");
        Cue($"vaux={lemma}-{_parts.Auxiliaries(verb)}");
        Cue($"vto={lemma}-{infinitive}");
        foreach (string role in Roles(verb)) Cue($"lexrel={_parts.Sign(verb)}{role}>{relations}");
    }

    private void OfSource()
    {
        List<int> source = _parts.Source;
        if (source.Count == 0)
        {
            _found.Add(StanceGroup.Source, "none");
            return;
        }

        int head = source.Find(i => !source.Contains(_parts.At(i).Head));
        if (!source.Contains(head)) head = source[0];
        _found.Add(StanceGroup.Source, $"head={_tree.Lemma(head)}");
        _found.Add(StanceGroup.Source, $"x={_parts.At(head).Xpos}");
        if (source.Exists(i => _parts.At(i).Xpos == "CD" || _tree.Lemma(i) is "percent" or "poll" or "survey" or "%")) _found.Add(StanceGroup.Source, "poll");
        if (_tree.ActorAt(head) is not null) _found.Add(StanceGroup.Source, "actor");
    }

    private void OfOpening()
    {
        List<int> content = _parts.Content;
        int first = 0;
        while (first + 1 < content.Count && _parts.At(content[first]).Upos == "PUNCT") first++;
        string opening = "";
        for (int k = 0; k < 3 && first + k < content.Count; k++)
        {
            opening += (k == 0 ? "" : " ") + _tree.Lemma(content[first + k]);
            _found.Add(StanceGroup.Opening, $"{k + 1}={opening}");
        }

        _found.Add(StanceGroup.Opening, $"x={_parts.At(content[first]).Xpos}");
        string shape = Shape(_parts.Main);
        _found.Add(StanceGroup.Shape, $"type={shape}");
        if (_parts.CueVerb >= 0)
        {
            _found.Add(StanceGroup.Shape, $"cue={_tree.Lemma(_parts.CueVerb)}-{shape}");
            foreach (string role in Roles(_parts.CueVerb)) _found.Add(StanceGroup.Shape, $"lex={_parts.Sign(_parts.CueVerb)}{role}-{shape}");
        }

        bool asks = content.Exists(i => _tree.Lemma(i) == "?");
        _found.Add(StanceGroup.Form, $"q={asks}");
        if (asks) _found.Add(StanceGroup.Form, $"q={_parts.At(content[first]).Xpos}");
        _found.Add(StanceGroup.Form, $"ex={content.Exists(i => _tree.Lemma(i) == "!")}");
        _found.Add(StanceGroup.Form, $"sent={Math.Min(content.Count(i => _tree.Lemma(i) is "." or "?" or "!"), 3)}");
        _found.Add(StanceGroup.Form, $"len={Math.Min(6, (int)Math.Log2(content.Count + 1))}");
    }

    private string Shape(int main)
    {
        if (_parts.At(main).Upos is "NOUN" or "PROPN" or "PRON" && !_tree.Children(main).Any(child => _tree.Relation(child) is "cop" or "nsubj")) return "noun";
        if (_tree.Children(main).Any(child => _tree.Relation(child) == "mark" && _tree.Lemma(child) == "to")) return "infinitive";
        if (_parts.At(main).Xpos == "VBG") return "ing";
        if (_tree.Children(main).Any(child => _tree.Relation(child).StartsWith("nsubj", StringComparison.Ordinal))) return "clause";
        return _parts.At(main).Xpos == "VB" ? "imperative" : "other";
    }

    private void OfPredicate(StanceGroup group, int i)
    {
        string subject = _parts.Subject(i), modal = _parts.Modal(i), sign = _parts.Sign(i), lemma = _tree.Lemma(i), auxiliaries = _parts.Auxiliaries(i);
        foreach (string name in (string[])
        [
            $"l={sign}{lemma}", $"x={sign}{_parts.At(i).Xpos}", $"mod={sign}{modal}", $"mods={sign}{modal}-{subject}", $"sub={subject}", $"aux={auxiliaries}", $"auxs={auxiliaries}-{subject}", $"cl={sign}{Cluster(i)}",
        ]) _found.Add(group, name);
        foreach (string role in Roles(i))
        {
            _found.Add(group, $"lex={sign}{role}-{subject}");
            _found.Add(group, $"lex={sign}{role}");
            if (modal.Length > 0) _found.Add(group, $"lexm={sign}{role}-{modal}");
        }

        foreach (int child in _tree.Children(i))
        {
            if (!_parts.Inside(child)) continue;
            string relation = _tree.Relation(child);
            if (relation is "xcomp" or "ccomp" or "obj" or "csubj" or "nsubj" or "nsubj:pass" or "obl" or "advmod" or "compound:prt")
            {
                _found.Add(group, $"{relation}={_tree.Lemma(child)}");
                _found.Add(group, $"{lemma}>{relation}={_tree.Lemma(child)}");
                _found.Add(group, $"has={relation}");
                if (relation is "obj" or "xcomp" or "ccomp") _found.Add(group, $"{sign}{relation}cl={Cluster(child)}");
                foreach (string role in Roles(child)) _found.Add(group, $"{sign}{relation}lex={role}");
            }

            if (relation is "advcl" or "obl") OfCondition(group, child, relation, modal, subject);
        }
    }

    // "if elected, he will" hangs on nobody's consent.
    private void OfCondition(StanceGroup group, int clause, string relation, string modal, string subject)
    {
        foreach (int mark in _tree.Children(clause))
        {
            if (mark > clause || _tree.Relation(mark) is not ("mark" or "case" or "advmod") || StanceLexicon.English.Condition(_tree.Lemma(mark)) is null) continue;
            string kind = relation == "advcl" ? "clause" : "phrase";
            bool elected = _tree.Children(clause).Append(clause).Any(i => _tree.Lemma(i) is "elect" or "president" or "win" or "nominee");
            _found.Add(group, $"cond={_tree.Lemma(mark)}-{kind}");
            _found.Add(group, $"cond={_tree.Lemma(mark)}-{kind}-{modal}");
            _found.Add(group, $"cond={kind}-{modal}-{subject}");
            _found.Add(group, $"cond-x={_parts.At(clause).Xpos}-{modal}");
            _found.Add(group, $"cond-{elected}");
        }
    }

    private void OfWords()
    {
        foreach (int i in _parts.Content)
        {
            Token token = _parts.At(i);
            if (token.Upos == "PUNCT") continue;
            string lemma = _tree.Lemma(i), sign = _parts.Sign(i);
            _found.Add(StanceGroup.Word, lemma);
            if (sign.Length > 0) _found.Add(StanceGroup.Word, sign + lemma);
            if (_parts.Inside(i + 1)) _found.Add(StanceGroup.Pair, $"{lemma} {_tree.Lemma(i + 1)}");
            if (token.Xpos == "MD")
            {
                _found.Add(StanceGroup.Word, $"md={sign}{lemma}");
                if (token.Head >= 0) _found.Add(StanceGroup.Word, $"md={_parts.Sign(token.Head)}{lemma}-{_parts.Subject(token.Head)}");
            }

            if (token.Upos is "SCONJ" or "ADP" or "ADV" && StanceLexicon.English.Condition(lemma) is { } unless) _found.Add(StanceGroup.Word, unless ? "=unless" : "=if");
            foreach (string role in Roles(i))
            {
                _found.Add(StanceGroup.Word, $"lex={sign}{role}");
                if (token.Upos == "VERB") _found.Add(StanceGroup.Word, $"lex={sign}{role}-{_parts.Subject(i)}-{_parts.Modal(i)}");
            }

            if (token.Upos is "VERB" or "ADJ" or "NOUN") _found.Add(StanceGroup.Cluster, $"{(token.Upos == "NOUN" ? "" : sign)}{Cluster(i)}");
        }
    }

    private IEnumerable<string> Roles(int i)
    {
        foreach (StanceLexicon.Entry entry in StanceLexicon.English.Of(_parts.At(i).Upos ?? "", _tree.Lemma(i)).Take(2)) yield return entry.Role is StanceRole.Own or StanceRole.Any ? entry.Stance.ToString() : entry.Role.ToString();
        if (ActLexicon.English.ContentOf(_tree.Lemma(i)) is { } act) yield return "act-" + act.Act;
    }

    private SpeechAct? ActAt(int i) => ActLexicon.English.CueAt(k => i + k < _tree.Text.Tokens.Count ? _tree.Lemma(i + k) : null)?.Act;

    private int Cluster(int i) => Clusters.Value[FeatureHash.Of(_tree.Written(i))].Cluster;

    private void Cue(string name) => _found.Add(StanceGroup.Cue, name);

    private void Meaning(int place, List<int> tokens)
    {
        Span<float> one = stackalloc float[WordVectors.Width];
        float[] sum = _found.Vectors[place];
        int count = 0;
        foreach (int i in tokens)
        {
            if (_parts.At(i).Upos is not ("VERB" or "NOUN" or "ADJ" or "ADV" or "AUX" or "PART" or "SCONJ")) continue;
            WordVectors.Trained.Fill(FeatureHash.Of(_tree.Written(i)), one);
            for (int k = 0; k < sum.Length; k++) sum[k] += one[k];
            count++;
        }

        for (int k = 0; count > 0 && k < sum.Length; k++) sum[k] /= count;
    }
}
