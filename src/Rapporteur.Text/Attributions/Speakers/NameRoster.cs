using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>The names of a text, each with its fullest form.</summary>
/// <remarks>
/// Names come from <see cref="AnnotatedText.Entities"/> when that step has run; otherwise from capital letters: a run of capitalised words
/// that are no titles, function words, weekdays or demonyms before a title. A surname stands for the longest name in the text that ends
/// with it; when two people share it, for the one named last.
/// </remarks>
internal sealed class NameRoster
{
    private readonly Dictionary<string, List<(int At, string Full)>> _bySurname = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char> _genders = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _byInitials = new(StringComparer.Ordinal);

    private NameRoster(List<NameMention> mentions) => Mentions = mentions;

    /// <summary>All mentions, in text order, with their full names.</summary>
    public List<NameMention> Mentions { get; private set; }

    public static NameRoster Of(Prose prose)
    {
        List<NameMention> raw = prose.Source.Entities.Count > 0 ? FromEntities(prose) : FromCapitals(prose);
        Settle(prose, raw);
        NameRoster roster = new(raw);
        foreach (NameMention mention in raw)
        {
            int space = mention.Full.LastIndexOf(' ');
            if (space < 0 || !mention.IsPerson) continue;
            string surname = mention.Full[(space + 1)..];
            if (!roster._bySurname.TryGetValue(surname, out List<(int, string)>? full)) roster._bySurname[surname] = full = [];
            if (full.Count == 0 || full[^1].Item2 != mention.Full) full.Add((mention.Words.First, mention.Full));
            roster._people.Add(mention.Full);
        }

        foreach (NameMention mention in raw)
        {
            if (mention.IsPerson) roster._people.Add(mention.Full);
        }

        roster.LearnInitials(raw);
        roster.Mentions = raw.ConvertAll(m => m with { Full = roster.FullOf(m), IsPerson = m.IsPerson || roster._bySurname.ContainsKey(m.Name) });
        foreach (NameMention mention in roster.Mentions) roster.LearnGender(prose, mention);
        return roster;
    }

    /// <summary>False when "he" or "she" cannot mean this person: a title or the given name speaks against it.</summary>
    /// <param name="full">A full name.</param>
    /// <param name="gender">'m' or 'f', as the pronoun has it.</param>
    public bool Fits(string full, char gender) => !_genders.TryGetValue(full, out char known) || known == gender;

    // "Institute for the Study of Straits (ISS)": initials stand for the one body of the text that has them.
    private void LearnInitials(List<NameMention> mentions)
    {
        foreach (NameMention mention in mentions)
        {
            if (mention.IsPerson || !mention.Full.Contains(' ', StringComparison.Ordinal)) continue;
            string initials = string.Concat(mention.Full.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).Select(w => w[0]));
            if (initials.Length >= 3) _byInitials.TryAdd(initials, mention.Full);
        }
    }

    // A name is a person's throughout a text or nowhere in it: what most of its mentions say.
    private static void Settle(Prose prose, List<NameMention> mentions)
    {
        Dictionary<string, int> votes = new(StringComparer.Ordinal);
        string[] adjectives = Before(i => prose.Words[i].Is(Traits.Office)), attributes = Before(i => prose.Words[i] is { Kind: WordKind.Word, Capital: false } && prose.UposOf(i) == "NOUN");
        foreach (NameMention mention in mentions) votes[mention.Name] = votes.GetValueOrDefault(mention.Name) + (IsWhere(prose, mention) || IsLed(prose, mention) || HasAdjective(mention) ? -PlaceVotes : mention.IsPerson ? 1 : -1);
        for (int i = 0; i < mentions.Count; i++) mentions[i] = mentions[i] with { IsPerson = votes[mentions[i].Name] is var vote && (vote > 0 || (vote == 0 && mentions[i].IsPerson)) };

        // Words with a capital before such words.
        string[] Before(Func<int, bool> such) => [.. Enumerable.Range(0, Math.Max(0, prose.Words.Count - 1)).Where(i => prose.Words[i] is { Capital: true, Kind: WordKind.Word } && such(i + 1)).Select(i => prose.Words[i].Span.In(prose.Text)).Distinct(StringComparer.Ordinal)];

        // "The Norlandic president": what his office is called after is a state; so is what "Norlandic grain" is of, unless somebody has the name behind another.
        bool HasAdjective(NameMention mention) => mention.Words.End - mention.Words.First <= 2 && !mention.Name.Contains(' ', StringComparison.Ordinal)
            && (Array.Exists(adjectives, adjective => Actors.StateWords.IsAdjectiveOf(adjective, mention.Name))
                || (!mention.Full.Contains(' ', StringComparison.Ordinal) && Array.Exists(attributes, adjective => Actors.StateWords.IsAdjectiveOf(adjective, mention.Name))));
    }

    // "In Talmar" tells a place more surely than a capital letter tells a person.
    private const int PlaceVotes = 3;

    private static bool IsWhere(Prose prose, NameMention mention)
    {
        int before = mention.Words.First - 1, after = mention.Words.End;
        bool alone = mention.Words.End - mention.Words.First == 1 && before >= 0 && prose.Words[before].Quotation == prose.Words[mention.Words.First].Quotation;
        if (!alone || !(prose.Words[before].Is("in") || prose.Words[before].Is("near"))) return false;
        return after >= prose.Words.Count || !(prose.Words[after].IsGenitive || prose.Words[after].Is("and"));
    }

    // "Norland's president", "the foreign minister of Norland": whoever has one is a state or a body.
    private static bool IsLed(Prose prose, NameMention mention)
    {
        int before = mention.Words.First - 1, after = mention.Words.End;
        if (mention.Words.End - mention.Words.First > 1) return false;
        if (before > 0 && prose.Words[before].Is("of") && prose.Words[before - 1].Is(Traits.Office)) return true;
        if (!prose.Words[after - 1].IsGenitive && !(after < prose.Words.Count && prose.Words[after].IsGenitive)) return false;
        int at = prose.Words[after - 1].IsGenitive ? after : after + 1;
        while (at < prose.Words.Count && at < after + 3 && prose.Words[at] is { Kind: WordKind.Word } word && !word.Is(Traits.Office) && prose.UposOf(at) is "ADJ" or "NOUN" && !word.Is(Traits.Spokesman)) at++;
        return at < prose.Words.Count && prose.Words[at].Is(Traits.Office) && !prose.Words[at].Is(Traits.Spokesman);
    }

    // "Ms Arden" settles it; a given name only suggests it, so that it never overrules a title.
    private void LearnGender(Prose prose, NameMention mention)
    {
        if (!mention.IsPerson) return;
        int before = mention.Words.First - 1;
        if (before > 0 && prose.Words[before].Kind == WordKind.Stop) before--;
        if (before >= 0 && (prose.Words[before].Is("mr") || prose.Words[before].Is("sir") || prose.Words[before].Is("lord"))) _genders[mention.Full] = 'm';
        else if (before >= 0 && (prose.Words[before].Is("ms") || prose.Words[before].Is("mrs") || prose.Words[before].Is("miss") || prose.Words[before].Is("lady"))) _genders[mention.Full] = 'f';
        else if (mention.Full.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 && Gazetteer.English.Gender.TryGetValue(mention.Full[..space].ToLowerInvariant(), out char given) && (given is 'm' or 'f')) _genders.TryAdd(mention.Full, given);
    }

    /// <summary>True when a full name is a human being's.</summary>
    public bool IsPerson(string full) => _people.Contains(full);

    /// <summary>Index in <see cref="Mentions"/> of the first mention that begins at or after a word.</summary>
    public int IndexAt(int word)
    {
        int low = 0, high = Mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Mentions[middle].Words.First < word) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private string FullOf(NameMention mention)
    {
        if (!mention.IsPerson && _byInitials.TryGetValue(mention.Name, out string? body)) return body;
        if (!mention.IsPerson && mention.Name.Contains(' ', StringComparison.Ordinal)) return mention.Full;
        if (!_bySurname.TryGetValue(mention.Name, out List<(int At, string Full)>? full)) return mention.Full;
        // The nearest one before; when there is none before, the first one after.
        (int At, string Full) best = full[0];
        foreach ((int At, string Full) candidate in full)
        {
            if (candidate.At > mention.Words.First) break;
            best = candidate;
        }

        return best.Full;
    }

    private static List<NameMention> FromEntities(Prose prose)
    {
        List<NameMention> mentions = [];
        HashSet<string> inProse = [];
        foreach (EntityMention entity in prose.Source.Entities)
        {
            // A name made of characters that are no words for us, at the end of the text, stands behind the last word.
            int word = prose.WordAt(entity.Span.Start);
            if (word < prose.Words.Count && !prose.IsTitleCase(word)) inProse.Add(entity.Span.In(prose.Text));
        }

        foreach (EntityMention entity in prose.Source.Entities)
        {
            int first = prose.WordAt(entity.Span.Start), end = prose.WordAt(entity.Span.End);
            if (first >= end) continue;
            // "Arden Congratulates Bray": where every word has a capital, a long name is believed only when the text has it elsewhere.
            if (end - first > 2 && prose.IsTitleCase(first) && !inProse.Contains(entity.Span.In(prose.Text)))
            {
                for (int i = first; i < end; i++)
                {
                    string word = prose.Words[i].Span.In(prose.Text);
                    if (prose.Words[i].IsWordOrNumber) mentions.Add(new NameMention(new WordRange(i, i + 1), word, word, false));
                }

                continue;
            }

            // A surname alone behind a capitalised word: the given name was missed.
            bool given = entity.Type == EntityType.Person && end - first == 1 && first > 0 && prose.ParagraphAt(first) == prose.ParagraphAt(first - 1)
                && (mentions.Count == 0 || mentions[^1].Words.End < first) && IsNameWord(prose.Words[first - 1]) && prose.Words[first - 1].Entry is null
                && !prose.IsTitleCase(first) && prose.Words[first - 1].Quotation == prose.Words[first].Quotation && !Leaders.IsState(prose.Words[first - 1].Span.In(prose.Text));
            if (given) first--;
            string name = given ? prose.SpanOf(first, end).In(prose.Text) : entity.Span.In(prose.Text);
            mentions.Add(new NameMention(new WordRange(first, end), name, given ? name : entity.Actor ?? name, entity.Type == EntityType.Person));
        }

        return mentions;
    }

    private static List<NameMention> FromCapitals(Prose prose)
    {
        List<NameMention> mentions = [];
        List<Word> words = prose.Words;
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsNameWord(words[i])) continue;
            if (prose.IsTitleCase(i))
            {
                // In a headline every word is capitalised: only words known from elsewhere are names there, and those are resolved later.
                string word = words[i].Span.In(prose.Text);
                mentions.Add(new NameMention(new WordRange(i, i + 1), word, word, false));
                continue;
            }

            int end = i + 1;
            while (end < words.Count && end - i < 6 && Continues(prose, end)) end++;
            if (words[i].Is(Traits.Body)) end = Body(prose, i, end);
            string name = prose.SpanOf(i, end).In(prose.Text);
            bool titled = i > 0 && (words[i - 1].Is(Traits.Title) || (words[i - 1].Kind == WordKind.Stop && i > 1 && words[i - 2].Is(Traits.Title)));
            bool person = titled || (end - i is 2 or 3 && !words[i].Is(Traits.Body | Traits.Media) && !words[end - 1].Is(Traits.Body | Traits.Media | Traits.Spoken) && LooksPersonal(prose, i, end));
            mentions.Add(new NameMention(new WordRange(i, end), name, name, person));
            i = end - 1;
        }

        return mentions;
    }

    // "Institute for the Study of War": the name of a body runs over small words.
    private static int Body(Prose prose, int first, int end)
    {
        List<Word> words = prose.Words;
        int at = end;
        while (at < words.Count && at - first < 9)
        {
            if (words[at].Is("of") || words[at].Is("for") || words[at].Is("the") || words[at].Is("and")) { at++; continue; }
            if (!IsNameWord(words[at])) break;
            end = ++at;
        }

        return end;
    }

    private static bool Continues(Prose prose, int at)
    {
        Word word = prose.Words[at], before = prose.Words[at - 1];
        if (before.Quotation != word.Quotation || prose.ParagraphAt(at) != prose.ParagraphAt(at - 1)) return false;
        if (IsNameWord(word)) return before.IsWordOrNumber || before.Span.Length == 1;
        if (at + 1 >= prose.Words.Count || !IsNameWord(prose.Words[at + 1])) return false;
        // "de", "al-", "von" between two names; the dot of an initial.
        return (word.Kind == WordKind.Word && !word.Capital && word.Entry is null && word.Span.Length <= 3) || (word.Kind == WordKind.Stop && before.Span.Length == 1);
    }

    private static bool IsNameWord(Word word) =>
        word is { Kind: WordKind.Word, Capital: true }
        && !word.Is(Traits.Determiner | Traits.Pronoun | Traits.Possessive | Traits.Preposition | Traits.Subordinator | Traits.Coordinator | Traits.Auxiliary | Traits.Adverb | Traits.Weekday | Traits.Title | Traits.Negation)
        && !(word.Is(Traits.Month) && word.Span.Length > 3);

    // Two or three words without hints of an organisation: letters only, not all capitals.
    private static bool LooksPersonal(Prose prose, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> word = prose.Words[i].Span.Of(prose.Text);
            if (word.Length > 3 && char.IsUpper(word[1]) && char.IsUpper(word[2])) return false;
        }

        return true;
    }
}
