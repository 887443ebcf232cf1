using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Where the words around a given cue stand with regard to it.</summary>
internal sealed class ArgumentFeatures
{
    private readonly ReadText _text;
    private readonly int _cue, _cueFirst, _cueEnd, _first, _end;
    private readonly ulong _tag, _cluster;
    private readonly ulong[] _paths;
    private readonly int[] _quotedBetween, _commasBetween, _verbsBetween;
    private readonly byte[] _rule; // 1 in the source, 2 in the content of the rules' draft with this cue
    private readonly ulong _ruleName;
    private readonly bool _cueQuoted;

    /// <summary>Looks from a cue (tokens <paramref name="cueFirst"/> to before <paramref name="cueEnd"/>) at the words around it.</summary>
    public ArgumentFeatures(ReadText text, int cueFirst, int cueEnd)
    {
        _text = text;
        (_cueFirst, _cueEnd) = (cueFirst, cueEnd);
        _cue = HeadOf(text, cueFirst, cueEnd);
        (_first, _end) = text.Surroundings(_cue);
        _first = Math.Min(_first, cueFirst);
        _end = Math.Max(_end, cueEnd);
        (_tag, _cluster) = (text.Xpos[_cue], text.Forms[_cue].Class.Cluster);
        _cueQuoted = text.Quotation[_cue] >= 0;
        int n = _end - _first;
        (_paths, _quotedBetween, _commasBetween, _verbsBetween, _rule) = (new ulong[n], new int[n], new int[n], new int[n], new byte[n]);
        Count(-1);
        Count(1);
        ReadPaths();
        _ruleName = ReadRule();
    }

    /// <summary>The cue itself.</summary>
    public (int First, int End) Cue => (_cueFirst, _cueEnd);

    /// <summary>The tokens that are looked at.</summary>
    public (int First, int End) Range => (_first, _end);

    /// <summary>Fills in what the network is told of a token's place with regard to the cue, besides what it reads itself.</summary>
    public int Fill(int i, Span<ulong> buffer)
    {
        FeatureList f = new(buffer);
        ReadText text = _text;
        int at = i - _first;
        bool isCue = i >= _cueFirst && i < _cueEnd;
        int away = i < _cueFirst ? i - _cueFirst : i >= _cueEnd ? i - _cueEnd + 1 : 0;
        ulong side = isCue ? 0ul : i < _cue ? 1ul : 2ul;
        int sentences = Math.Clamp(text.Sentence[i] - text.Sentence[_cue], -2, 2) + 2;
        ulong quoted = text.Quotation[i] >= 0 ? 1u : 0;
        ulong place = side | ((ulong)sentences << 2) | (quoted << 5) | (_cueQuoted ? 64ul : 0), distance = (ulong)(Bucket(away) + 16), path = _paths[at];
        ulong quotes = (ulong)Math.Min(_quotedBetween[at], 3), commas = (ulong)Math.Min(_commasBetween[at], 3), verbs = (ulong)Math.Min(_verbsBetween[at], 3);
        f.Add(1, place);
        f.Add(2, place, _tag, verbs);
        f.Add(3, distance, (ulong)sentences, quoted);
        f.Add(4, distance, text.Upos[i]);
        f.Add(5, path);
        f.Add(6, path, side, text.Upos[i]);
        f.Add(7, path, _cluster);
        f.Add(8, path, quoted, (ulong)sentences);
        f.Add(9, quotes, place, commas);
        f.Add(10, verbs, place, commas);
        f.Add(11, place, _rule[at], _ruleName);
        f.Add(12, _rule[at], path);
        f.Add(13, _rule[at], at > 0 ? _rule[at - 1] : 9ul, at + 1 < _rule.Length ? _rule[at + 1] : 9ul);
        f.Add(14, place, text.RuleCue[i] >= 0 ? 1u : 0, _tag);
        f.Add(15, (ulong)(Math.Max(i > _first && text.Quotation[i - 1] != text.Quotation[i] ? 1 : 0, i > _first && text.Sentence[i - 1] != text.Sentence[i] ? 2 : 0)), place);
        return f.Count;
    }

    // The token of the cue that all others hang on; the last one, when the tree does not tell.
    internal static int HeadOf(ReadText text, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            int head = text.Head(i);
            if ((head < first || head >= end) && text.Tokens[i].Upos is "VERB" or "NOUN" or "ADJ") return i;
        }

        return end - 1;
    }

    private static int Bucket(int distance)
    {
        int far = Math.Abs(distance);
        int bucket = far < 5 ? far : far < 8 ? 5 : far < 13 ? 6 : far < 25 ? 7 : far < 50 ? 8 : 9;
        return distance < 0 ? -bucket : bucket;
    }

    // Quotation borders, commas and other verbs of speech between the cue and each token.
    private void Count(int step)
    {
        int quotes = 0, commas = 0, verbs = 0;
        for (int i = step < 0 ? _cueFirst - 1 : _cueEnd; i >= _first && i < _end; i += step)
        {
            int at = i - _first;
            (_quotedBetween[at], _commasBetween[at], _verbsBetween[at]) = (quotes, commas, verbs);
            int next = i + step;
            if (next >= _first && next < _end && _text.Quotation[next] != _text.Quotation[i]) quotes++;
            if (_text.Prose.Text[_text.Tokens[i].Span.Start] is ',' or ';' or ':' or '—' or '–') commas++;
            if (_text.RuleCue[i] >= 0 && (next < 0 || next >= _text.Tokens.Count || _text.RuleCue[next] != _text.RuleCue[i])) verbs++;
        }
    }

    // How each token hangs together with the cue: below it, and by which relations; above it; or beside it.
    private void ReadPaths()
    {
        Span<int> above = stackalloc int[6];
        int count = 0;
        for (int up = _cue; up >= 0 && count < above.Length; up = _text.Head(up)) above[count++] = up;
        for (int i = _first; i < _end; i++)
        {
            int at = i;
            ulong last = 0, before = 0;
            int steps = 0, meets = -1;
            while (at >= 0 && steps < 40)
            {
                meets = above[..count].IndexOf(at);
                if (meets >= 0) break;
                (before, last) = (last, _text.Relation[at]);
                at = _text.Head(at);
                steps++;
            }

            if (meets < 0)
            {
                _paths[i - _first] = 7;
                continue;
            }

            ulong climbed = 0;
            for (int k = 0; k < meets && k < 3; k++) climbed = FeatureHash.Of(3, climbed, _text.Relation[above[k]]);
            // The relation under the meeting point matters most; the one below it only for what hangs directly on the cue.
            _paths[i - _first] = FeatureHash.Of(4, climbed, last, meets == 0 && steps == 2 ? before : (ulong)Math.Min(steps, 2));
        }
    }

    private ulong ReadRule()
    {
        int found = -1;
        for (int i = _cueFirst; i < _cueEnd && found < 0; i++) found = _text.RuleCue[i];
        if (found < 0) return 0;
        Draft draft = _text.Drafts[found];
        if (!draft.Source.IsEmpty) Mark(_text.Prose.SpanOf(draft.Source.First, draft.Source.End), 1);
        foreach (TextSpan content in draft.Content) Mark(content, 2);
        return FeatureHash.Of(draft.Rule);
    }

    private void Mark(TextSpan span, byte role)
    {
        for (int t = Math.Max(_first, _text.TokenAt(span.Start)); t < _end && _text.Tokens[t].Span.Start < span.End; t++) _rule[t - _first] = role;
    }
}
