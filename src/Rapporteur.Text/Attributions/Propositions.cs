using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions;

/// <summary>Tells the propositions apart that one cue governs.</summary>
/// <remarks>
/// A minister is quoted with three sentences; the next paper has the second alone, and the third is denied on the day after. To follow a statement over its reports, each is one.
/// Two places are cut: before "and that", where the content is a clause with "that"; and between sentences in quotation marks that can each stand alone.
/// </remarks>
internal sealed class Propositions
{
    // A sentence of fewer words ("That was said twice.", "Shoes.") says something with its neighbour only. Of 4, 6 and 8 the best on the dossier's statements found (77.5, 77.8, 78.0 with 75.2 uncut).
    private const int WordsThatStandAlone = 8;

    private static readonly Lazy<HashSet<string>> GoesOn = new(() => new(EmbeddedData.Lines("Languages/English/continuing-words.txt"), StringComparer.OrdinalIgnoreCase));

    private readonly Prose _prose;
    private readonly HashSet<int> _sentences; // first tokens

    private Propositions(Prose prose)
    {
        _prose = prose;
        _sentences = [.. prose.Source.Sentences.Select(sentence => sentence.FirstToken)];
    }

    /// <summary>The drafts, cut into one for each proposition; all of one cue have its source.</summary>
    public static List<Draft> Of(Prose prose, List<Draft> drafts) => new Propositions(prose).Cut(drafts);

    private List<Draft> Cut(List<Draft> drafts)
    {
        List<Draft> cut = new(drafts.Count);
        foreach (Draft draft in drafts)
        {
            if (IsDeed(draft)) continue;
            List<List<TextSpan>> propositions = Of(draft.Content);
            cut.Add(draft);
            if (propositions.Count == 1) continue;
            draft.Content.Clear();
            draft.Content.AddRange(propositions[0]);
            cut.AddRange(propositions.Skip(1).Select(content => draft.GoingOn(content, IsQuoted(content))));
            draft.HasQuotation = IsQuoted(draft.Content);
        }

        return cut;
    }

    // "Norland has | imposed a levy": with an auxiliary alone for a cue somebody does something and says nothing, though PolNeAR marks it where an intention shows.
    private bool IsDeed(Draft draft)
    {
        if (draft.Cue.IsEmpty || draft.HasQuotation) return false;
        for (int word = draft.Cue.First; word < draft.Cue.End; word++)
        {
            if (!CueFinder.IsAuxiliary(_prose.Words[word])) return false;
        }

        return true;
    }

    private bool IsQuoted(List<TextSpan> content) => content.Exists(span => Shapes.HasQuotation(_prose, _prose.WordAt(span.Start), _prose.WordAt(span.End)));

    private List<List<TextSpan>> Of(List<TextSpan> content)
    {
        List<List<TextSpan>> propositions = [];
        foreach (TextSpan span in content.OrderBy(span => span.Start))
        {
            foreach (TextSpan sentence in Sentences(span))
            {
                if (propositions.Count > 0 && !StandsApart(propositions[^1], sentence)) Append(_prose.Text, propositions[^1], sentence);
                else propositions.Add([sentence]);
            }
        }

        return [.. propositions.SelectMany(Clauses)];
    }

    // The sentences of a stretch in quotation marks; whatever else is one.
    private IEnumerable<TextSpan> Sentences(TextSpan span)
    {
        int first = _prose.WordAt(span.Start), end = _prose.WordAt(span.End);
        int start = span.Start;
        for (int word = first + 1; word < end; word++)
        {
            if (!Begins(word) || _prose.Words[word].Quotation < 0 || _prose.Words[word].Quotation != _prose.Words[first].Quotation) continue;
            yield return new TextSpan(start, _prose.Words[word - 1].Span.End);
            start = _prose.Words[word].Span.Start;
        }

        yield return new TextSpan(start, span.End);
    }

    private bool StandsApart(List<TextSpan> before, TextSpan sentence)
    {
        int first = _prose.WordAt(sentence.Start);
        return first < _prose.Words.Count && _prose.Words[first].Quotation >= 0 && Begins(first)
            && !GoesOn.Value.Contains(_prose.Words[first].Span.In(_prose.Text))
            && WordsIn(sentence) >= WordsThatStandAlone && before.Sum(WordsIn) >= WordsThatStandAlone;
    }

    // Whether a sentence begins with the word, whatever marks stand before it.
    private bool Begins(int word)
    {
        int token = _prose.Words[word].Token, before = word - 1;
        while (before >= 0 && _prose.Words[before].Kind == WordKind.QuotationMark && !_sentences.Contains(token)) token = _prose.Words[before--].Token;
        return _sentences.Contains(token);
    }

    private int WordsIn(TextSpan span)
    {
        int words = 0;
        for (int word = _prose.WordAt(span.Start); word < _prose.Words.Count && _prose.Words[word].Span.Start < span.End; word++)
        {
            if (_prose.Words[word].IsWordOrNumber && !_prose.Words[word].IsGenitive) words++;
        }

        return words;
    }

    private static void Append(string text, List<TextSpan> proposition, TextSpan sentence)
    {
        TextSpan last = proposition[^1];
        if (text.AsSpan(last.End, sentence.Start - last.End).IsWhiteSpace()) proposition[^1] = last.Union(sentence);
        else proposition.Add(sentence);
    }

    // "that the bridge is safe | and that it will open".
    private IEnumerable<List<TextSpan>> Clauses(List<TextSpan> proposition)
    {
        List<int> openings = Openings(_prose.WordAt(proposition[0].Start), _prose.WordAt(proposition[^1].End));
        List<List<TextSpan>> clauses = [[]];
        foreach (TextSpan span in proposition)
        {
            int start = span.Start;
            foreach (int opening in openings.Where(word => span.Contains(_prose.Words[word].Span.Start)))
            {
                // Before "and", and before a comma in front of that.
                int last = _prose.Words[opening - 2].Kind == WordKind.Comma ? opening - 3 : opening - 2;
                if (_prose.Words[last].Span.End > start) clauses[^1].Add(new TextSpan(start, _prose.Words[last].Span.End));
                clauses.Add([]);
                start = _prose.Words[opening].Span.Start;
            }

            clauses[^1].Add(new TextSpan(start, span.End));
        }

        return clauses.Where(clause => clause.Count > 0);
    }

    // The words "that" which begin one more clause of the cue, where the content begins with one. A "that" in between opens a clause of a clause, and nobody can tell which of the two goes on.
    private List<int> Openings(int first, int end)
    {
        List<int> openings = [];
        if (!IsThat(first)) return openings;
        for (int word = first + 3; word < end; word++)
        {
            if (!_prose.Words[word].Is("that") || _prose.UposOf(word) == "DET") continue;
            Word before = _prose.Words[word - 1];
            if (!IsThat(word) || before.Quotation >= 0 || !(before.Is("and") || before.Is("but"))) break;
            openings.Add(word);
        }

        return openings;
    }

    private bool IsThat(int word) => word < _prose.Words.Count && _prose.Words[word].Quotation < 0 && _prose.Words[word].Is("that") && _prose.UposOf(word) == "SCONJ";
}
