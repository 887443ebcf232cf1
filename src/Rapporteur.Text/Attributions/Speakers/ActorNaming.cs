using Rapporteur.Text.Actors;
using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Gives the actors of one article the names that they have in all articles: the registry's form, initials written out, a leader's lone surname made full.</summary>
internal sealed class ActorNaming(Prose prose)
{
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);
    private HashSet<string>? _states;

    /// <summary>The name shown for an actor found in this article; null for null.</summary>
    public string? Of(string? actor)
    {
        if (actor is null) return null;
        if (!_named.TryGetValue(actor, out string? name)) _named[actor] = name = Named(actor);
        return name;
    }

    private string Named(string actor)
    {
        if (Initials.WrittenOut(prose.Text, actor) is { } full) return ActorRegistry.English.Canonical(full);
        bool lone = actor.Length > 1 && char.IsUpper(actor[0]) && !actor.Contains(' ', StringComparison.Ordinal);
        if (lone && ActorRegistry.English.HolderNamed(actor, States().Contains, prose.Source.Published) is { } holder) return holder;
        return ActorRegistry.English.Canonical(actor);
    }

    // States that the article names, by name, adjective or seat of government.
    private HashSet<string> States()
    {
        if (_states is not null) return _states;
        _states = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < prose.Words.Count; i++)
        {
            if (!prose.Words[i].Capital) continue;
            Add(prose.Words[i].Span.In(prose.Text));
            if (i + 1 < prose.Words.Count && prose.Words[i + 1].Capital) Add(prose.SpanOf(i, i + 2).In(prose.Text));
        }

        return _states;
    }

    private void Add(string words)
    {
        if (Gazetteer.English.StateOf.TryGetValue(words.ToLowerInvariant(), out string? state)) _states!.Add(state);
    }
}
