namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells who is behind a source: by name, by office, by pronoun.</summary>
/// <remarks>
/// A name stands for its fullest form in the text. "The president" is the last person who was given that office, with the same
/// adjective if there is one ("the Norland president"). "He" and "she" are the last speaker, or the last person named as a subject. A source
/// without a name keeps its words ("senior officials"), without the article.
/// </remarks>
internal sealed class SpeakerResolver
{
    private readonly Prose _prose;
    private readonly NameRoster _roster;
    private readonly OfficeBook _offices;

    public SpeakerResolver(Prose prose)
    {
        _prose = prose;
        _roster = NameRoster.Of(prose);
        _offices = OfficeBook.Of(prose, _roster);
    }

    /// <summary>The speaker who spoke last, for pronouns; the caller goes through the text in order.</summary>
    public string? Last { get; set; }

    /// <summary>The offices people hold in this text.</summary>
    public OfficeBook Offices => _offices;

    /// <summary>The canonical name behind some words, or null when they are empty or stand for nobody.</summary>
    public string? Resolve(WordRange range)
    {
        if (range.IsEmpty) return null;
        Word first = _prose.Words[range.First];
        int head = HeadOf(range);
        if (range.End - range.First == 1 || head == range.First)
        {
            if (first.Is(Traits.Relative)) return Antecedent(range.First);
            if (first.Is(Traits.First)) return null;
            if (first.Is(Traits.He | Traits.She)) return PersonBefore(range.First);
            if (first.Is(Traits.Pronoun)) return first.Is(Traits.They) || first.Is("it") ? Last : null;
        }

        if (NameAt(range.First, head) is { } name) return name.Full;
        if (_offices.HolderOf(_prose, range.First, head) is { } holder) return holder;
        return AsWritten(range.First, head);
    }

    /// <summary>The person whom a pronoun at a word most likely means.</summary>
    public string? PersonBefore(int word)
    {
        int sentence = StartOfSegment(word);
        int index = _roster.IndexAt(word) - 1;
        // Within the sentence the first person named is mostly its subject.
        for (int i = _roster.IndexAt(sentence); i <= index; i++)
        {
            if (_roster.Mentions[i].IsPerson && _prose.Words[_roster.Mentions[i].Words.First].Quotation < 0) return _roster.Mentions[i].Full;
        }

        if (Last is not null) return Last;
        for (int i = index; i >= 0 && i > index - 12; i--)
        {
            if (_roster.Mentions[i].IsPerson) return _roster.Mentions[i].Full;
        }

        return null;
    }

    /// <summary>The last word of the noun phrase proper: before its first comma, preposition, relative pronoun, dash or bracket.</summary>
    public int HeadOf(WordRange range)
    {
        int head = range.First;
        for (int i = range.First + 1; i < range.End; i++)
        {
            Word word = _prose.Words[i];
            if (word.Kind == WordKind.Stop && (_prose.Words[i - 1].Is(Traits.Title) || _prose.Words[i - 1].Span.Length == 1)) continue;
            if (!word.IsWordOrNumber || (word.Is(Traits.Preposition | Traits.Relative | Traits.Subordinator) && !word.Capital)) break;
            if (!word.IsGenitive) head = i;
        }

        return head;
    }

    private NameMention? NameAt(int first, int head)
    {
        for (int i = _roster.IndexAt(first - 5); i < _roster.Mentions.Count && _roster.Mentions[i].Words.First <= head; i++)
        {
            NameMention mention = _roster.Mentions[i];
            if (mention.Words.First <= head && head < mention.Words.End) return mention;
        }

        return null;
    }

    private string? Antecedent(int relative)
    {
        int at = relative - 1;
        while (at > 0 && !_prose.Words[at].IsWordOrNumber) at--;
        return NameAt(at, at) is { } name ? name.Full : null;
    }

    private string AsWritten(int first, int head)
    {
        while (first < head && _prose.Words[first].Is(Traits.Determiner) && _prose.Words[first].Entry!.Word is "the" or "a" or "an" or "some") first++;
        return _prose.SpanOf(first, head + 1).In(_prose.Text);
    }

    private int StartOfSegment(int word)
    {
        int low = 0, high = _prose.Segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_prose.Segments[middle].First <= word) low = middle;
            else high = middle - 1;
        }

        return _prose.Segments.Count > 0 ? _prose.Segments[low].First : 0;
    }
}
