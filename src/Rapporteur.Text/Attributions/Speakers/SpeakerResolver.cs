namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells who is behind a source: by name, by office, by pronoun.</summary>
/// <remarks>
/// A name stands for its fullest form in the text. "The president" is the last person who was given that office, with the same
/// adjective if there is one ("the Norland president"). "He" and "she" are the last speaker, or the last person named as a subject. A source
/// without a name keeps its words ("senior officials"), without the article.
/// </remarks>
internal sealed class SpeakerResolver
{
    // A pronoun's person stands in one of the last segments, or was the last to speak.
    private const int SegmentsLookedBack = 6;
    private const int NamesLookedBack = 40;

    // "of the Ministry of Foreign Affairs of Norland" has seven words behind its head; longer ones are clauses that lost their way.
    private const int LongestComplement = 8;

    private readonly Prose _prose;
    private readonly NameRoster _roster;
    private readonly OfficeBook _offices;

    public SpeakerResolver(Prose prose)
    {
        _prose = prose;
        _roster = NameRoster.Of(prose);
        _offices = OfficeBook.Of(prose, _roster);
    }

    private string? _last;
    private string? _lastPerson;
    private readonly List<(string Full, int At, int Until)> _people = [];

    /// <summary>Remembers who spoke last, for pronouns; the caller goes through the text in order.</summary>
    /// <param name="speaker">The speaker.</param>
    /// <param name="at">A word of the source.</param>
    /// <param name="lastWord">The last word of what was said.</param>
    public void Remember(string? speaker, int at, int lastWord)
    {
        if (speaker is null) return;
        _last = speaker;
        if (!_roster.IsPerson(speaker)) return;
        _lastPerson = speaker;
        _people.RemoveAll(p => p.Full == speaker);
        _people.Add((speaker, at, Math.Max(at, lastWord)));
    }

    /// <summary>The offices people hold in this text.</summary>
    public OfficeBook Offices => _offices;

    /// <summary>True when a full name is a human being's.</summary>
    public bool IsPerson(string full) => _roster.IsPerson(full);

    /// <summary>True when some words are a person's name, a pronoun for one, or an office.</summary>
    public bool StandsForPerson(WordRange range) =>
        NameOf(range) is { } name ? _roster.IsPerson(name) : _prose.Words[range.First].Is(Traits.He | Traits.She) || _prose.Words[HeadOf(range)].Is(Traits.Office | Traits.Spokesman);

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
            if (first.Is(Traits.Pronoun)) return first.Is(Traits.They) || first.Is("it") ? (_last == _lastPerson ? null : _last) : null;
        }

        if (NameAt(range.First, head) is { } name) return name.IsPerson ? name.Full : Leaders.StateOfCapital(name.Full) ?? name.Full;
        if (ApposedName(range, head) is { } apposed) return apposed;
        if (_offices.HolderOf(_prose, range.First, head) is { } holder) return holder;
        // "The official added": one person, already introduced.
        if (first.Is("the") && head == range.First + 1 && _lastPerson is not null && _prose.Words[head].Is(Traits.Person) && !_prose.Text.AsSpan(0, _prose.Words[head].Span.End).EndsWith("s", StringComparison.Ordinal)) return _lastPerson;
        // "She said in a statement that … 'The ships stay,' the statement read": hers.
        if (first.Is("the") && head == range.First + 1 && range.End == head + 1 && _last is not null && Papers.Contains(_prose.Words[head].Span.In(_prose.Text).ToLowerInvariant()) && NamedBefore(head, range.First)) return _last;
        // A headline leaves out whose: "Call Planned, Spokeswoman Says".
        if (head == range.First && range.End == range.First + 1 && first.Is(Traits.Spokesman) && _offices.OnlySpokesman is { } only) return only;
        if (first.Is(Traits.Possessive) && head == range.First + 1 && _prose.Words[head].Is(Traits.Spokesman) && _offices.OnlySpokesman is { } spokesman) return spokesman;
        int last = WithComplement(head, range.End);
        // "His spokesman" of one article is not that of another.
        if (head > range.First && OwnerOf(range.First) is { } owner) return $"{owner}’s {Uncapitalised(range.First + 1, last)}";
        return AsWritten(range.First, last);
    }

    // What somebody's words are written in.
    private static readonly HashSet<string> Papers = new(StringComparer.Ordinal) { "statement", "letter", "note", "message", "declaration", "communiqué", "post" };
    private const int WordsLookedBack = 60;

    private bool NamedBefore(int noun, int before)
    {
        for (int i = before - 1; i >= 0 && i > before - WordsLookedBack; i--)
        {
            if (_prose.Words[i].Span.In(_prose.Text).Equals(_prose.Words[noun].Span.In(_prose.Text), StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // The person meant by "his" or "her".
    private string? OwnerOf(int possessive) => _prose.Words[possessive].Entry?.Word switch
    {
        "his" => PersonBefore(possessive, 'm'),
        "her" => PersonBefore(possessive, 'f'),
        _ => null,
    };

    // "The foreign minister, Bram Osk," and "the minister of defence Bram Osk": the one person named who is not somebody's, nor behind a preposition.
    private string? ApposedName(WordRange range, int head)
    {
        for (int i = _roster.IndexAt(head + 1); i < _roster.Mentions.Count && _roster.Mentions[i].Words.End <= range.End; i++)
        {
            NameMention mention = _roster.Mentions[i];
            if (!mention.IsPerson || _prose.Words[mention.Words.End - 1].IsGenitive) continue;
            int before = mention.Words.First - 1;
            while (before > head && (_prose.Words[before].Is(Traits.Title) || _prose.Words[before].Kind == WordKind.Stop)) before--;
            bool apposed = _prose.Words[before].Kind == WordKind.Comma || !_prose.Words[before].Is(Traits.Preposition | Traits.Coordinator | Traits.Relative | Traits.Subordinator);
            return apposed && Between(head, before) ? mention.Full : null;
        }

        return null;

        // Only the rest of the noun phrase may stand between: no clause, no second comma.
        bool Between(int from, int to)
        {
            for (int i = from + 1; i < to; i++)
            {
                if (!_prose.Words[i].IsWordOrNumber || _prose.Words[i].Is(Traits.Relative | Traits.Subordinator)) return false;
            }

            return true;
        }
    }

    /// <summary>The full name at the head of some words, or null when they are no name.</summary>
    public string? NameOf(WordRange range) => NameAt(range.First, HeadOf(range))?.Full;

    /// <summary>The person whom a pronoun at a word most likely means: the last speaker or the last person named as a subject, whoever is nearer.</summary>
    public string? PersonBefore(int word) => PersonBefore(word, _prose.Words[word].Is(Traits.She) ? 'f' : 'm');

    private string? PersonBefore(int word, char gender)
    {
        int segment = _prose.SegmentAt(word);
        for (int s = segment; s >= 0 && s > segment - SegmentsLookedBack; s--)
        {
            int from = _prose.Segments[s].First;
            if (LastSpeaker(gender) is (var speaker, var at, _) && at >= from) return speaker;
            // "Hald was ready to pay, she added": whoever the words are about need not have said them, and whoever spoke just before is likelier to have.
            bool quoted = s == segment && IsQuoted(from, word) && LastSpeaker(gender) is (_, _, var until) && until >= _prose.Segments[Math.Max(0, s - 1)].First;
            if (!quoted && SubjectOf(from, word) is { } subject && _roster.Fits(subject, gender)) return subject;
            if (s == segment && (_prose.Words[from].Is(Traits.Opening | Traits.Subordinator)) && PersonAfter(word, _prose.Segments[s].End) is { } later && _roster.Fits(later, gender)) return later;
        }

        if (LastSpeaker(gender) is (var last, _, _)) return last;
        int index = _roster.IndexAt(word) - 1;
        for (int i = index; i >= 0 && i > index - NamesLookedBack; i--)
        {
            if (_roster.Mentions[i].IsPerson && _roster.Fits(_roster.Mentions[i].Full, gender)) return _roster.Mentions[i].Full;
        }

        return null;
    }

    /// <summary>The words attributed by the saying whose source is being resolved; empty between sayings.</summary>
    public IReadOnlyList<TextSpan> Content { private get; set; } = [];

    // The first name of a stretch belongs to what was said.
    private bool IsQuoted(int first, int end)
    {
        int index = _roster.IndexAt(first);
        if (index >= _roster.Mentions.Count || _roster.Mentions[index].Words.First >= end) return false;
        int start = _prose.Words[_roster.Mentions[index].Words.First].Span.Start;
        return Content.Any(span => span.Start <= start && start < span.End);
    }

    private (string Full, int At, int Until)? LastSpeaker(char gender)
    {
        for (int i = _people.Count - 1; i >= 0; i--)
        {
            if (_roster.Fits(_people[i].Full, gender)) return _people[i];
        }

        return null;
    }

    // "When he spoke on Monday, Arden promised": the name follows the pronoun.
    private string? PersonAfter(int word, int end)
    {
        int index = _roster.IndexAt(word);
        while (index < _roster.Mentions.Count && _roster.Mentions[index].Words.First < end)
        {
            NameMention mention = _roster.Mentions[index++];
            int before = mention.Words.First - 1;
            while (before > word && _prose.Words[before].Is(Traits.Title | Traits.Office)) before--;
            if (mention.IsPerson && _prose.Words[before].Kind == WordKind.Comma && _prose.Words[mention.Words.First].Quotation < 0) return mention.Full;
        }

        return null;
    }

    /// <summary>The last person named before a word who is none of the two given.</summary>
    public string? OtherPersonBefore(int word, string? one, string? two)
    {
        int index = _roster.IndexAt(word) - 1;
        for (int i = index; i >= 0 && i > index - NamesLookedBack; i--)
        {
            if (_roster.Mentions[i] is { IsPerson: true } mention && mention.Full != one && mention.Full != two) return mention.Full;
        }

        return null;
    }

    /// <summary>The last person named in a stretch of words outside quotation marks, or null.</summary>
    public string? LastPersonIn(int first, int end)
    {
        for (int i = _roster.IndexAt(end) - 1; i >= 0 && _roster.Mentions[i].Words.First >= first; i--)
        {
            if (_roster.Mentions[i].IsPerson && _prose.Words[_roster.Mentions[i].Words.First].Quotation < 0) return _roster.Mentions[i].Full;
        }

        return null;
    }

    /// <summary>Two persons joined by "and" in a stretch of words ("Arden and Norland's premier Hald"), or null.</summary>
    public (string One, string Other)? TwoPeopleJoined(int first, int end)
    {
        int last = _roster.IndexAt(end) - 1;
        if (last < 1 || _roster.Mentions[last - 1] is not { IsPerson: true } one || _roster.Mentions[last] is not { IsPerson: true } other) return null;
        // The state of the second may be named between them.
        if (one.Words.First < first || one.Full == other.Full || other.Words.End + 2 < end) return null;
        for (int i = one.Words.End; i < other.Words.First; i++)
        {
            if (_prose.Words[i].Is("and")) return (one.Full, other.Full);
            if (!_prose.Words[i].IsWordOrNumber) return null;
        }

        return null;
    }

    /// <summary>The first person named in a stretch of words outside quotation marks, or null.</summary>
    public string? FirstPersonIn(int first, int end)
    {
        for (int i = _roster.IndexAt(first); i < _roster.Mentions.Count && _roster.Mentions[i].Words.First < end; i++)
        {
            if (_roster.Mentions[i].IsPerson && _prose.Words[_roster.Mentions[i].Words.First].Quotation < 0) return _roster.Mentions[i].Full;
        }

        return null;
    }

    // The person whose name opens a segment, after titles and adjectives: most likely its subject.
    private string? SubjectOf(int first, int before)
    {
        int index = _roster.IndexAt(first);
        if (index >= _roster.Mentions.Count || _roster.Mentions[index] is not { IsPerson: true } mention || mention.Words.First >= before) return null;
        for (int i = first; i < mention.Words.First; i++)
        {
            Word word = _prose.Words[i];
            if (word.Quotation >= 0 || !(word.Is(Traits.Title | Traits.Office | Traits.Spokesman | Traits.Determiner | Traits.Adverb) || word.Kind is WordKind.Stop or WordKind.Comma || word.Entry is null)) return null;
        }

        return mention.Full;
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

    // "the mayor" of one town is not the mayor of another: what "of", "for", "at" and "from" add belongs to who a nameless source is.
    private int WithComplement(int head, int end)
    {
        int preposition = head + 1;
        if (preposition + 1 >= end || !(_prose.Words[preposition].Is("of") || _prose.Words[preposition].Is("for") || _prose.Words[preposition].Is("at") || _prose.Words[preposition].Is("from"))) return head;
        int last = preposition + 1;
        while (last + 1 < end && last - head < LongestComplement && _prose.Words[last + 1].IsWordOrNumber && !_prose.Words[last + 1].Is(Traits.Relative | Traits.Subordinator)) last++;
        return last;
    }

    // A headline writes "His Spokesman".
    private string Uncapitalised(int first, int last)
    {
        string written = AsWritten(first, last);
        return last == first && _prose.Words[first].Is(Traits.Spokesman | Traits.Person | Traits.Office) ? written.ToLowerInvariant() : written;
    }

    private string AsWritten(int first, int head)
    {
        while (first < head && _prose.Words[first].Is(Traits.Determiner) && _prose.Words[first].Entry!.Word is "the" or "a" or "an" or "some") first++;
        return _prose.SpanOf(first, head + 1).In(_prose.Text);
    }
}
