using System.Globalization;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Web.Shared;

/// <summary>What is asked for in an address: the same words for the pages and the API.</summary>
internal sealed class Filters
{
    /// <summary>At most so many lines on a page or in an answer.</summary>
    public const int MostLines = 200;

    /// <summary>The parameters that restrict statements, on the pages and in the API.</summary>
    public static readonly string[] OfStatements = ["about", "speaker", "addressee", "on_behalf_of", "outlet", "since", "until", "form", "act", "issue"];

    private readonly Dictionary<string, string> _asked = new(StringComparer.Ordinal);

    private Filters()
    {
    }

    /// <summary>Nothing is asked for.</summary>
    public static readonly Filters None = new();

    /// <summary>One thing is asked for.</summary>
    public static Filters Asking(string name, string value)
    {
        Filters filters = new();
        filters._asked[name] = value;
        return filters;
    }

    /// <summary>Which parameters could not be understood, and why, in a sentence.</summary>
    public Dictionary<string, string> Objections { get; } = new(StringComparer.Ordinal);

    /// <summary>First day asked for.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Last day asked for.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Form asked for.</summary>
    public AttributionForm? Form { get; private set; }

    /// <summary>Speech act asked for.</summary>
    public SpeechAct? Act { get; private set; }

    /// <summary>Lines on a page.</summary>
    public int Limit { get; private set; } = 50;

    /// <summary>A parameter as asked, or null.</summary>
    public string? this[string name] => _asked.GetValueOrDefault(name);

    /// <summary>True when something restricts the list.</summary>
    public bool Any => _asked.Keys.Any(name => name is not ("after" or "limit"));

    /// <summary>Reads the parameters of an address. What cannot be understood is objected to and does not restrict.</summary>
    public static Filters Of(IQueryCollection query, params ReadOnlySpan<string> names)
    {
        Filters filters = new();
        foreach (string name in (ReadOnlySpan<string>)[.. names, "after", "limit"])
        {
            if (query[name].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } value) filters._asked[name] = value.Trim();
        }

        filters.Since = filters.Day("since");
        filters.Until = filters.Day("until");
        if (filters is { Since: { } since, Until: { } until } && since > until)
            filters.Objections["until"] = "The last day is before the first.";
        filters.ReadForm();
        filters.ReadAct();
        filters.ReadLimit();
        return filters;
    }

    /// <summary>Objects to a parameter that is none of the words it may be.</summary>
    public void MustBeAmong(string name, IReadOnlyList<string> words)
    {
        if (this[name] is { } asked && !words.Contains(asked, StringComparer.Ordinal))
            Objections[name] = $"“{Display.Beginning(asked, 40)}” is none of {string.Join(", ", words)}.";
    }

    /// <summary>The statements asked for.</summary>
    /// <summary>The statements asked for. An issue that nobody knows is objected to.</summary>
    public async Task<StatementQuery> StatementsAsync(WholeRecord whole, CancellationToken cancel)
    {
        if (this["issue"] is not { } asked) return Statements();
        IReadOnlyList<Positions.Issue> issues = (await whole.PositionsAsync(cancel)).IssuesLike(asked);
        if (issues.Count > 0) return Statements() with { Among = await whole.OnIssueAsync(issues[0].Id, cancel) };
        Objections["issue"] = $"“{Display.Beginning(asked, 40)}” is no issue of this record. They are listed at /issues.";
        return Statements();
    }

    /// <summary>The statements asked for, but for the issue.</summary>
    public StatementQuery Statements() => new()
    {
        About = this["about"], Speaker = this["speaker"], Addressee = this["addressee"], OnBehalfOf = this["on_behalf_of"], Outlet = this["outlet"],
        Since = Since, Until = Until, Form = Form, Act = Act, Limit = Limit, After = this["after"],
    };

    /// <summary>The articles asked for.</summary>
    public ArticleQuery Articles() => new()
    {
        About = this["about"], Outlet = this["outlet"], Via = this["via"], Since = Since, Until = Until, Limit = Limit, After = this["after"],
    };

    /// <summary>The stories asked for.</summary>
    public StoryQuery Stories() => new(Since, Until, Limit: Limit, After: this["after"]);

    /// <summary>The actors asked for.</summary>
    public ActorQuery Actors() => new(this["name"], Limit, this["after"]);

    /// <summary>Asks for a page of a list; a cursor of another list is objected to, and the first page asked for instead.</summary>
    public async Task<ListPage<T>> AskAsync<T>(Func<Task<ListPage<T>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ArgumentException) when (_asked.Remove("after"))
        {
            Objections["after"] = "The place to go on from does not belong to this list. This is its beginning.";
            return await ask();
        }
    }

    /// <summary>The same list without one restriction, from its first page.</summary>
    public string Without(string path, string name) =>
        Links.With(path, _asked.Where(pair => pair.Key != name && pair.Key != "after").Select(pair => (pair.Key, (string?)pair.Value)));

    /// <summary>The same list with one more restriction, or others in the place of those of the same names, from its first page.</summary>
    public string Plus(string path, params (string Name, string? Value)[] more) =>
        Links.With(path, _asked.Where(pair => pair.Key != "after" && !more.Any(other => other.Name == pair.Key)).Select(pair => (pair.Key, (string?)pair.Value)).Concat(more));

    /// <summary>What restricts the list; neither how much of it is shown nor where that begins.</summary>
    public IEnumerable<(string Name, string? Value)> Parameters => _asked.Where(pair => pair.Key is not ("after" or "limit")).Select(pair => (pair.Key, (string?)pair.Value));

    /// <summary>What restricts the list as in an address, without the question mark; the place to go on from is no part of it.</summary>
    public string Asked => Links.With("", Parameters).TrimStart('?');

    /// <summary>The same list from a cursor; null for its first page.</summary>
    public string Page(string path, string? after) =>
        Links.With(path, _asked.Where(pair => pair.Key != "after").Select(pair => (pair.Key, (string?)pair.Value)).Append(("after", after)));

    private DateOnly? Day(string name)
    {
        if (this[name] is not { } asked) return null;
        if (DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        Objections[name] = $"“{Display.Beginning(asked, 40)}” is not a day. Write it as 2025-03-30.";
        return null;
    }

    private void ReadForm()
    {
        if (this["form"] is not { } asked) return;
        // TryParse would take numbers as well.
        if (char.IsLetter(asked[0]) && Enum.TryParse(asked, ignoreCase: true, out AttributionForm form) && Enum.IsDefined(form)) Form = form;
        else Objections["form"] = $"“{Display.Beginning(asked, 40)}” is not a form. There are direct, indirect and mixed.";
    }

    private void ReadAct()
    {
        if (this["act"] is not { } asked) return;
        if (SpeechActNames.TryRead(asked, out SpeechAct act)) Act = act;
        else Objections["act"] = $"“{Display.Beginning(asked, 40)}” is not a speech act. There are {string.Join(", ", Enum.GetValues<SpeechAct>().Select(SpeechActNames.Of))}.";
    }

    private void ReadLimit()
    {
        if (this["limit"] is not { } asked) return;
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit is > 0 and <= MostLines) Limit = limit;
        else Objections["limit"] = $"The limit is a number from 1 to {MostLines}.";
    }
}
