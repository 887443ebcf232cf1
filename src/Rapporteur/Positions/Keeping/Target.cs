using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Stances;

namespace Rapporteur.Positions.Keeping;

/// <summary>One stance of one appearance on its way to its issues.</summary>
internal sealed class Target
{
    // Two of these make the pairs; what stands further from the head says where and when.
    private const int WordsLookedAt = 5;
    private const string War = "war";
    private const string End = "end";
    private const string Exchange = "exchange";

    // As sure as a matter told by its head alone.
    private const double Traded = 0.6;

    // What only the learnt decision reads is weaker: it tells too little to look for its matter elsewhere.
    private const double Put = 0.5;

    private Target(StanceReport report, StatedStance stated, DateOnly? day, IReadOnlyList<IssueAssignment> named)
    {
        (Report, Stated, Day, Named) = (report, stated, day, named);
        Text = stated.Target.ReplaceLineEndings(" ");
        Called = Text;
    }

    /// <summary>The appearance.</summary>
    public StanceReport Report { get; }

    /// <summary>The stance, with its words as they are compared here.</summary>
    public StatedStance Stated { get; }

    /// <summary>Said, else published.</summary>
    public DateOnly? Day { get; }

    /// <summary>The people's issues that it is about. Where there is one, nothing is suggested.</summary>
    public IReadOnlyList<IssueAssignment> Named { get; }

    /// <summary>The words it is towards, on one line.</summary>
    public string Text { get; }

    /// <summary>What its issue may be called by: its words, or "end of the war" however that is put.</summary>
    public string Called { get; private init; }

    /// <summary>What it could be an issue of, the likelier first: words, and pairs of words ("exchange prisoner").</summary>
    public IReadOnlyList<string> Keys { get; private init; } = [];

    /// <summary>The verb of a clause that has other words besides: what is to be done says less of the matter than to what.</summary>
    public string? Verb { get; private init; }

    /// <summary>True when the words it is towards name nothing ("it", "the report"): it only joins an issue that others make.</summary>
    public bool Follows { get; private init; }

    /// <summary>The key chosen; null when none is.</summary>
    public string? Key { get; set; }

    /// <summary>The courses it stands in.</summary>
    public List<(string Actor, string Issue)> Filed { get; } = [];

    /// <summary>One stance of a report.</summary>
    /// <param name="report">The appearance.</param>
    /// <param name="stated">The stance.</param>
    /// <param name="day">Said, else published.</param>
    /// <param name="assigned">The people's issues that it is about.</param>
    /// <param name="alone">True when no stance of the report is towards words that tell a matter: then what else it says does.</param>
    public static Target Of(StanceReport report, StatedStance stated, DateOnly? day, IReadOnlyList<IssueAssignment> assigned, bool alone)
    {
        StatedStance known = Compared(stated);
        string? ended = IllWords.Ended(known.Words);
        // Who demands the end of the war is against the war, where people keep it under that name.
        if (assigned.Count > 0) return new Target(report, ended is null || assigned.Any(one => one.Issue.Keys.Any(key => IllWords.Ended(key) is not null)) ? known : known with { Stance = SameMatter.Turned(known.Stance) }, day, assigned);
        string[] words = [.. known.Words.Where(word => word[0] != '^').Take(WordsLookedAt)];
        // What may be no stance makes no issue, and only joins one.
        bool follows = stated.Doubtful || (words.Length == 0 ? alone && !known.Target.Any(char.IsUpper) : ClaimNouns.Contains(words[0]));
        if (follows)
        {
            words = [.. stated.Doubtful ? words : [], .. ContentWords(report.Appearance.Content).Except(words)];
            known = known with { Words = [.. known.Words.Union(words)] };
        }

        return new Target(report, known, day, assigned) { Keys = ended is null ? [.. KeysOf(known.Target, words)] : [Pair(End, ended)], Called = ended is null ? known.Target.ReplaceLineEndings(" ") : EndOf(known.Target, ended), Follows = follows, Verb = stated.Clause && words.Length > 1 && !follows ? words[0] : null };
    }

    /// <summary>A stance with its words as they are compared: organisations by their letters, prisoners of war without the war.</summary>
    public static StatedStance Compared(StatedStance stated) =>
        stated with { Words = [.. Organisations.Shortened(stated.Target, stated.Words).Where(word => word != War || !PrisonersOfWar(stated.Target))] };

    /// <summary>The same stance on those of its issues only that are chosen.</summary>
    public Target On(Func<Issue, bool> chosen) => new(Report, Stated, Day, [.. Named.Where(one => chosen(one.Issue))]);

    /// <summary>A threat is also one over what it hangs on: "if the gates close, we shall extend the ban" threatens over the gates. Null where people keep no issue of that.</summary>
    public static Target? ThreatOver(StanceReport report, StatedStance stated, DateOnly? day, IReadOnlyList<Issue> named)
    {
        if (stated is not { Doubtful: false, Stance: Stance.Threatens, Condition: { Length: > 0 } condition } || named.Count == 0) return null;
        return IssueAssignment.FromWords(TargetWords.OfPhrase(condition), named) is { } told
            ? new Target(report, stated with { Target = condition, Clause = true, Words = [.. told.Key], Context = null }, day, [told.Issue])
            : null;
    }

    /// <summary>The same stance on what the rest of its words tell, or what is told around them, where those of no stance of the report tell an issue that people keep; null when nothing tells one.</summary>
    public Target? Around(IReadOnlyList<Issue> named)
    {
        if (Stated.Strength < Put && Stated.Words.Count == 0 && Report.Appearance.Attribution.Form != AttributionForm.Direct && !TakesUp(Stated)) return null;
        if ((IssueAssignment.FromWords(TargetWords.OfPhrase(WithoutCondition(Report.Appearance.Content, Stated.Condition)), named) ?? IssueAssignment.FromWords(Before(Report, Stated), named)) is not { } told) return null;
        // "Ten of ours for twelve of theirs", where an exchange is spoken of: the form tells it as well as the words around.
        IssueAssignment issue = IsTrade(Stated) && told.Issue.Issue.Keys.Any(key => key.Contains(Exchange)) ? told.Issue with { Confidence = Traded } : told.Issue;
        return new Target(Report, Stated with { Words = [.. Stated.Words.Union(told.Key)] }, Day, [issue]);
    }

    // What it hangs on is another matter.
    private static string WithoutCondition(string content, string? condition) =>
        condition is { Length: > 0 } && content.IndexOf(condition, StringComparison.Ordinal) is >= 0 and int at ? content.Remove(at, condition.Length) : content;

    private static bool IsTrade(StatedStance stated) =>
        stated is { Stance: Stance.Offers, Words.Count: 0, Condition: { } given } && given.StartsWith("for ", StringComparison.OrdinalIgnoreCase);

    // What was spoken of before short words in quotation marks, or before words that only take it up ("it", "the plan"). Who backs "the position" backs what it says, for or against: of what is only claimed, a denial alone tells by itself.
    private static IReadOnlyList<string> Before(StanceReport report, StatedStance stated)
    {
        if (stated.Context is null) return [];
        bool claim = stated.Words.Count > 0 && ClaimNouns.Contains(stated.Words[0]);
        if (stated.Stance == Stance.Denies) return stated.Strength >= Put && (stated.Words.Count == 0 || claim) ? stated.Context : [];
        bool quoted = report.Appearance.Attribution.Form == AttributionForm.Direct && stated.Strength >= Put;
        return quoted || TakesUp(stated) ? stated.Context : [];
    }

    // "it", "the decision": nothing but a word for what was named before.
    private static bool TakesUp(StatedStance stated) => stated.Words.Count switch
    {
        0 => Pronouns.Contains(stated.Target.Split(' ', 2)[0].ToLowerInvariant()),
        1 => !stated.Clause && TakingUp.Contains(stated.Words[0]) && !stated.Target.Contains(' ', StringComparison.Ordinal),
        _ => false,
    };

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal) { "it", "this", "that", "them", "these", "those", "such" };
    private static readonly HashSet<string> TakingUp = [.. new[] { "plan", "decision", "move", "step", "measure", "measures", "proposal", "proposals", "offer", "idea", "initiative", "gesture", "announcement", "demand", "demands", "request", "deal", "suggestion", "scheme", "action", "matter", "issue", "question" }.Select(Rapporteur.Text.Stances.TargetWords.Stem)];

    // The exchange of prisoners of war is no matter of the war.
    private static bool PrisonersOfWar(string text) => text.Contains("prisoner", StringComparison.OrdinalIgnoreCase) && text.Contains(" of war", StringComparison.OrdinalIgnoreCase);

    // "the NATO membership" is no matter of every membership: what carries an organisation's letters is named with them.
    private static IEnumerable<string> KeysOf(string text, string[] words)
    {
        string? letters = words.FirstOrDefault(word => Organisations.IsWritten(word, text));
        if (letters is not null && words.FirstOrDefault(word => word != letters) is { } about) return [Pair(about, letters)];
        return words.Concat(words.SelectMany((one, i) => words.Skip(i + 1).Select(other => Pair(one, other)))).Distinct(StringComparer.Ordinal);
    }

    private static string EndOf(string target, string ended) =>
        "end of the " + (target.Split([' ', ',', '“', '”', '’', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant()).FirstOrDefault(word => TargetWords.Stem(word) == ended) ?? ended);

    private static string Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one} {other}" : $"{other} {one}";

    private static IEnumerable<string> ContentWords(string content) =>
        Rapporteur.Text.Stances.TargetWords.OfPhrase(content).Where(word => word[0] != '^').Take(2 * WordsLookedAt);

    // "denied reports that …": what the report says is the matter.
    private static readonly HashSet<string> ClaimNouns = [.. Rapporteur.Text.Stances.ClaimWords.Nouns.Select(Rapporteur.Text.Stances.TargetWords.Stem)];
}
