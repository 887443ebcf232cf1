using Rapporteur.Positions.Deciding;
using Rapporteur.Positions.Keeping;
using Rapporteur.Querying;
using Rapporteur.Text.Actors;

namespace Rapporteur.Positions;

/// <summary>Keeps what is drawn from the stances of a record, and draws anew only what a change touches.</summary>
/// <remarks>
/// The book after any number of changes is the book that would be drawn from all reports at once, whatever their order: which matter a stance
/// is about depends on counts, who is who on the set of names, and the rest on the lines of one actor on one issue. One thread at a time.
/// </remarks>
/// <param name="named">The issues that people keep; empty when there is no file.</param>
public sealed class PositionKeeper(IReadOnlyList<Issue> named)
{
    private readonly KeptIssues _kept = new(named);
    private const double Suggested = 0.8;
    private const double Follows = 0.5;

    // No change rests on it.
    private const double InDoubt = 0.4;
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal) { "government", "cabinet", "administration", "ministry", "foreign ministry", "defence ministry", "presidency", "presidential office", "office", "president’s office", "prime minister’s office" };
    private static readonly string[] Leaders = ["president", "prime minister", "chancellor"];

    private readonly Dictionary<long, SortedDictionary<int, StanceReport>> _articles = [];
    private readonly Dictionary<(long Version, int Place), Entry> _entries = [];
    private readonly Dictionary<Naming, int> _namings = [];
    private readonly Dictionary<string, HashSet<Target>> _ofName = new(StringComparer.Ordinal);
    private readonly ArticleSpeakers _speakers = new();
    private readonly IssueChoice _choice = new();
    private readonly JudgedIssues _judged = new();
    private readonly Dictionary<(string Actor, string Issue), HashSet<Target>> _filed = [];
    private readonly Dictionary<(string Actor, string Issue), Drawn> _drawn = [];
    private readonly Dictionary<string, HashSet<string>> _actorsOn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Contradiction>> _denied = new(StringComparer.Ordinal);
    private ActorBook _actors = new([]);

    /// <summary>Takes changes in.</summary>
    /// <returns>The book as it is after them; it does not change with the next ones.</returns>
    public PositionBook Apply(IReadOnlyList<StanceChange> changes)
    {
        List<Target> gone = [], come = [];
        bool renamed = false;
        foreach (var article in changes.GroupBy(change => change.Version))
        {
            // What a statement is on is told by those around it as well: all of the article are looked at again.
            SortedDictionary<int, StanceReport> reports = _articles.TryGetValue(article.Key, out SortedDictionary<int, StanceReport>? known) ? known : _articles[article.Key] = [];
            foreach ((int place, _) in reports) renamed |= Remove((article.Key, place), gone);
            foreach (StanceChange change in article)
            {
                _judged.Take(change);
                if (change.Report is { } report) reports[change.Place] = report;
                else reports.Remove(change.Place);
            }

            foreach ((Entry entry, int place) in Entry.Of([.. reports.Values], _kept).Zip(reports.Keys)) renamed |= Add((article.Key, place), entry, come);
            if (reports.Count == 0) _articles.Remove(article.Key);
        }

        HashSet<(string Actor, string Issue)> dirty = [];
        foreach (Target target in gone) Unfile(target, dirty);
        (HashSet<Target> touched, HashSet<string> issues) = _choice.Apply(gone, come);
        if (renamed) touched.UnionWith(Renamed());
        touched.UnionWith(_speakers.CalledByOffice(renamed));
        foreach (Target target in touched) Refile(target, dirty);
        // An issue called otherwise, or told by other words, is drawn anew where it stands.
        foreach (string issue in issues.Where(_actorsOn.ContainsKey)) dirty.UnionWith(_actorsOn[issue].Select(actor => (actor, issue)));
        foreach ((string Actor, string Issue) course in dirty) Draw(course);
        foreach (string issue in dirty.Select(course => course.Issue).Distinct(StringComparer.Ordinal)) Deny(issue);
        return Book();
    }

    private bool Remove((long Version, int Place) at, List<Target> gone)
    {
        Entry before = _entries[at];
        _entries.Remove(at);
        gone.AddRange(before.Targets);
        _speakers.Forget(before.Report, before.Targets);
        return Forget(before);
    }

    private bool Add((long Version, int Place) at, Entry entry, List<Target> come)
    {
        _entries[at] = entry;
        come.AddRange(entry.Targets);
        _speakers.Learn(entry.Report, entry.Targets);
        return Learn(entry);
    }

    private PositionBook Book()
    {
        Drawn[] drawn = [.. _drawn.OrderBy(entry => entry.Key.Actor, StringComparer.Ordinal).ThenBy(entry => entry.Key.Issue, StringComparer.Ordinal).Select(entry => entry.Value)];
        SuggestedIssue[] suggested = [.. _choice.Issues.Values.OrderByDescending(issue => issue.Statements).ThenBy(issue => issue.Issue.Id, StringComparer.Ordinal)];
        return new PositionBook(suggested, InUse(suggested), drawn, [.. _denied.Values.SelectMany(found => found)], _judged.Statements);
    }

    // Those of people first; of the suggested ones those that still have a statement; then those that people put statements on.
    private Issue[] InUse(IEnumerable<SuggestedIssue> suggested)
    {
        HashSet<string> left = Left(), ids = [.. named.Select(issue => issue.Id)];
        return [.. named, .. suggested.Select(issue => issue.Issue).Where(issue => !left.Contains(issue.Id)).Concat(_judged.Names.Select(Known)).Where(issue => ids.Add(issue.Id))];
    }

    // The suggested issues from which people took the last statement.
    private HashSet<string> Left()
    {
        HashSet<string> left = new(StringComparer.Ordinal);
        if (_judged.IsEmpty) return left;
        foreach (Target target in _entries.Values.SelectMany(entry => entry.Targets).Where(target => target.Report.Issue is not null))
        {
            if (_choice.Of(target) is { } issue) left.Add(issue.Id);
        }

        foreach (Target target in _entries.Values.SelectMany(entry => entry.Targets).Where(target => target.Report.Issue is null))
        {
            if (_choice.Of(target) is { } issue) left.Remove(issue.Id);
        }

        return left;
    }

    // The issue of a name that people gave: kept, suggested, or theirs alone.
    private Issue Known(string name)
    {
        string id = Issue.IdOf(name);
        return named.FirstOrDefault(kept => kept.Id == id) ?? (_choice.Issues.TryGetValue(id, out SuggestedIssue? suggested) ? suggested.Issue : Issue.Named(name, [], []));
    }

    private bool Learn(Entry entry)
    {
        foreach (string name in entry.Names)
        {
            if (!_ofName.TryGetValue(name, out HashSet<Target>? same)) _ofName[name] = same = [];
            same.UnionWith(entry.Targets);
        }

        bool first = false;
        foreach (Naming naming in entry.Namings)
        {
            int known = _namings.GetValueOrDefault(naming);
            first |= known == 0;
            _namings[naming] = known + 1;
        }

        return first;
    }

    private bool Forget(Entry entry)
    {
        foreach (string name in entry.Names)
        {
            _ofName[name].ExceptWith(entry.Targets);
            if (_ofName[name].Count == 0) _ofName.Remove(name);
        }

        bool last = false;
        foreach (Naming naming in entry.Namings)
        {
            if (--_namings[naming] > 0) continue;
            _namings.Remove(naming);
            last = true;
        }

        return last;
    }

    // The targets of names that mean somebody else now, or somebody of another side.
    private IEnumerable<Target> Renamed()
    {
        ActorBook before = _actors;
        _actors = new ActorBook(_namings.Keys);
        return [.. _ofName.Where(entry =>
        {
            string was = before.OfGovernment(before.Canonical(entry.Key)), now = _actors.OfGovernment(_actors.Canonical(entry.Key));
            string? side = _actors.Side(now);
            return was != now || before.Side(was) != side || (side is not null && Leaders.Any(office => Leader(before, side, office) != Leader(_actors, side, office)));
        }).SelectMany(entry => entry.Value)];
    }

    // Who "our president" is, and of which side he is.
    private static (string? Name, string? Side) Leader(ActorBook actors, string side, string office) => actors.Holder(side, office) is { } name ? (name, actors.Side(name)) : default;

    private IEnumerable<(Issue Issue, double Confidence)> IssuesOf(Target target)
    {
        if (target.Report.Issue is { } judged) return judged.Length == 0 ? [] : [(Known(judged), 1)];
        if (target.Named.Count > 0) return target.Named.Select(assigned => (assigned.Issue, assigned.Confidence));
        if (_choice.Of(target) is not { } issue) return [];
        // A suggested issue by the name of a kept one is that one.
        return [(named.FirstOrDefault(kept => kept.Id == issue.Id) ?? issue, target.Stated.Doubtful ? InDoubt : target.Follows ? Follows : Suggested)];
    }

    // Whose stance it is: his who is spoken for, else the speaker's; and that of the state whose office he holds.
    private IEnumerable<(string Name, bool Side, bool Foreign)> ActorsOf(Target target)
    {
        string? speaker = Speaker(target);
        string? principal = target.Stated.HeldBy is { } holding ? _actors.Canonical(holding) : target.Report.Appearance.Attribution.OnBehalfOf is { } other && !BareBody(other) ? _actors.Canonical(other) : OurLeader(target, speaker);
        string? holder = principal ?? speaker;
        string? side = holder is null ? null : _actors.Side(holder) ?? (principal is null ? target.Stated.Side : null);
        bool foreign = (side is not null && Teller(target) is { } teller && teller != side) || (side is null && target.Stated.HeldBy is not null);
        HashSet<string> seen = new(StringComparer.Ordinal);
        // A spokesman stands for what he says himself, but not for what he tells of the other side; an agency only tells.
        if (speaker is not null && target.Stated.HeldBy is null && (principal is null || !foreign) && !OutletWords.Names(speaker) && ActorBook.IsSomebody(speaker) && seen.Add(Folding.Key(speaker))) yield return (speaker, false, foreign);
        if (principal is not null && seen.Add(Folding.Key(principal))) yield return (principal, false, foreign);
        if (side is not null && seen.Add(Folding.Key(side))) yield return (side, true, foreign);
    }

    // "The government", in its spokesman's mouth: his side, and nobody by that name.
    private static bool BareBody(string name) => Bodies.Contains(name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..].ToLowerInvariant() : name.ToLowerInvariant());

    private string? Speaker(Target target) => target.Report.Appearance.Speaker?.Name is { } name ? _actors.OfGovernment(_actors.Canonical(name, _speakers.In(target))) : null;

    // "Our president has said that …", and "the president" in his spokesman's mouth: what a spokesman tells so is his president's.
    private string? OurLeader(Target target, string? speaker)
    {
        string content = target.Report.Appearance.Content.TrimStart('“', '"');
        if (content.StartsWith("that ", StringComparison.Ordinal)) content = content[5..];
        if (speaker is null || !(content.StartsWith("our ", StringComparison.OrdinalIgnoreCase) || (content.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && _actors.SpeaksForOthers(speaker))) || _actors.Side(speaker) is not { } side) return null;
        string? office = Leaders.FirstOrDefault(leader => content.AsSpan(4).StartsWith(leader + " ", StringComparison.OrdinalIgnoreCase));
        return office is null ? null : _actors.Holder(side, office);
    }

    // The side of the one from whom the words come: who says that he agreed.
    private string? Teller(Target target)
    {
        if ((target.Stated.Teller ?? target.Report.Appearance.Attribution.Via) is { } via && _actors.Side(_actors.Canonical(via)) is { } witness) return witness;
        return Speaker(target) is { } speaker ? _actors.Side(speaker) ?? target.Stated.Side : null;
    }

    private void Unfile(Target target, HashSet<(string Actor, string Issue)> dirty)
    {
        foreach ((string Actor, string Issue) course in target.Filed)
        {
            _filed[course].Remove(target);
            dirty.Add(course);
        }

        target.Filed.Clear();
    }

    private void Refile(Target target, HashSet<(string Actor, string Issue)> dirty)
    {
        Unfile(target, dirty);
        foreach ((Issue issue, _) in IssuesOf(target))
        {
            foreach ((string name, _, _) in ActorsOf(target))
            {
                (string, string) course = (Folding.Key(name), issue.Id);
                if (!_filed.TryGetValue(course, out HashSet<Target>? targets)) _filed[course] = targets = [];
                targets.Add(target);
                target.Filed.Add(course);
                dirty.Add(course);
            }
        }
    }

    private void Draw((string Actor, string Issue) key)
    {
        HashSet<Target> targets = _filed[key];
        HashSet<string> actors = _actorsOn.TryGetValue(key.Issue, out HashSet<string>? known) ? known : _actorsOn[key.Issue] = new(StringComparer.Ordinal);
        if (targets.Count == 0)
        {
            _filed.Remove(key);
            _drawn.Remove(key);
            actors.Remove(key.Actor);
            if (actors.Count == 0) _actorsOn.Remove(key.Issue);
            return;
        }

        List<(string Name, bool Side)> names = [];
        List<Line> lines = [];
        Issue? issue = null;
        foreach (Target target in targets)
        {
            (string name, bool side, bool foreign) = ActorsOf(target).First(actor => Folding.Key(actor.Name) == key.Actor);
            (Issue about, double confidence) = IssuesOf(target).First(assigned => assigned.Issue.Id == key.Issue);
            names.Add((name, side));
            issue ??= about;
            lines.Add(new Line(new Evidence(target.Report.Appearance, target.Stated, target.Day), confidence, Teller(target), foreign));
        }

        string called = names.GroupBy(name => name.Name, StringComparer.Ordinal).OrderByDescending(name => name.Count()).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key;
        actors.Add(key.Actor);
        _drawn[key] = new Drawn(Course.Of(called, names.TrueForAll(name => name.Side), _actors.Side(called) is { } state && Folding.Key(state) != key.Actor ? state : null, issue!, lines));
    }

    private void Deny(string issue)
    {
        if (!_actorsOn.TryGetValue(issue, out HashSet<string>? actors))
        {
            _denied.Remove(issue);
            return;
        }

        Contradiction[] found = [.. ContradictionFinder.Denied([.. actors.Order(StringComparer.Ordinal).Select(actor => _drawn[(actor, issue)].Course)])];
        if (found.Length > 0) _denied[issue] = found;
        else _denied.Remove(issue);
    }

    /// <summary>One appearance that takes stances, or only tells who holds an office.</summary>
    private sealed record Entry(StanceReport Report, IReadOnlyList<Target> Targets, IReadOnlyList<string> Names, IReadOnlyList<Naming> Namings)
    {
        /// <summary>Those of one article, in text order.</summary>
        public static IEnumerable<Entry> Of(IReadOnlyList<StanceReport> article, KeptIssues kept) =>
            article.Zip(kept.Of([.. article.Select(report => report with { Stances = [.. report.Stances.Select(Target.Compared)] })]), (report, assigned) => Of(report, assigned, kept));

        private static Entry Of(StanceReport report, IReadOnlyList<IReadOnlyList<IssueAssignment>> assigned, KeptIssues kept)
        {
            AppearanceRow appearance = report.Appearance;
            DateOnly? day = appearance.Attribution.SaidOn ?? appearance.Article.Published?.Date;
            string source = SourceOffice.IsNamed(appearance.Source) ? appearance.Source : "";
            bool alone = report.Stances.All(stance => stance.Doubtful || stance.Words.All(word => word[0] == '^'));
            return new Entry(
                report,
                [.. EachOnce(Around([.. report.Stances.Select((stance, i) => Target.Of(report, stance, day, assigned[i], alone))], kept)), .. report.Stances.Select(stance => Target.ThreatOver(report, stance, day, kept.All)).OfType<Target>()],
                [.. new[] { appearance.Speaker?.Name, appearance.Attribution.OnBehalfOf, appearance.Attribution.Via }.Concat(report.Stances.SelectMany(stance => new[] { stance.HeldBy, stance.Teller })).OfType<string>().Distinct(StringComparer.Ordinal)],
                [.. report.Stances.Select(stance => stance.Side).DefaultIfEmpty().Select(side => new Naming(source, appearance.Speaker?.Name, appearance.Attribution.OnBehalfOf, side ?? InWords(source, appearance.Content), report.Stances.Count > 0 ? report.Stances[0].Dateline : null))
                    .Concat(report.Stances.Where(stance => stance.HeldBy is not null).Select(stance => new Naming("", stance.HeldBy, null, null))).Distinct()]);
        }

        // Where the words of no stance tell an issue that people keep, the words around tell it of the firmest.
        private static IReadOnlyList<Target> Around(Target[] targets, KeptIssues kept)
        {
            // Where the meaning is known, what stands around has been weighed already.
            if (kept.All.Count == 0 || (kept.IsLearnt && targets.Any(target => target.Report.Meaning is not null)) || targets.Any(target => target.Named.Count > 0)) return targets;
            int firmest = Array.FindIndex(targets, target => !target.Stated.Doubtful && target.Stated.Strength == targets.Max(other => other.Stated.Strength));
            if (firmest >= 0 && targets[firmest].Around(kept.All) is { } told) targets[firmest] = told;
            return targets;
        }

        // One report says one thing on an issue: the stance that is surest to be about it, then the firmest.
        private static IEnumerable<Target> EachOnce(IReadOnlyList<Target> targets)
        {
            if (targets.Count < 2) return targets;
            Dictionary<string, Target> surest = targets.SelectMany(target => target.Named.Select(one => (Target: target, One: one))).GroupBy(pair => pair.One.Issue.Id, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.OrderByDescending(pair => pair.One.Confidence).ThenByDescending(pair => pair.Target.Stated.Strength).First().Target, StringComparer.Ordinal);
            return targets.Select(target => target.Named.All(one => surest[one.Issue.Id] == target) ? target : target.On(issue => surest[issue.Id] == target));
        }

        // "The Zembian president said that Zembia …": the words themselves tell which name the adjective is of.
        private static string? InWords(string source, string content)
        {
            string[] adjectives = [.. SourceOffice.In(source).Select(office => office.State).Where(word => !word.Contains(' ', StringComparison.Ordinal))];
            return adjectives.Length == 0 ? null : content.Split([' ', ',', '.', '’', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault(word => char.IsUpper(word[0]) && adjectives.Any(adjective => adjective == word || StateWords.IsAdjectiveOf(adjective, word)) && StateWords.Known(word) is null);
        }
    }
}
