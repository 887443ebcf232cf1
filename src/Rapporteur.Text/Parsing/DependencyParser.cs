using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Parsing;

/// <summary>Finds the head of every word: a Universal Dependencies tree for each sentence.</summary>
/// <remarks>
/// Takes one trained step after another (see <see cref="ParserState"/>): <c>SHIFT</c>, <c>LEFT nsubj</c>, <c>RIGHT obj</c>.
/// Trees are projective and have one root.
/// </remarks>
internal sealed class DependencyParser
{
    private readonly SparseLinearModel _model;
    private readonly ParserSteps _steps;

    public DependencyParser(SparseLinearModel model)
    {
        _model = model;
        _steps = new ParserSteps(model.Labels);
    }

    /// <summary>Gives the tagged tokens of one sentence their heads and relations, in place.</summary>
    /// <param name="forms">The forms of the tokens.</param>
    /// <param name="tokens">The tokens of the sentence.</param>
    /// <param name="first">Index of the first of them in the text; heads count from the beginning of the text.</param>
    /// <param name="state">A state to work with; one may serve many sentences.</param>
    public void Parse(ReadOnlySpan<WordForm> forms, Span<Token> tokens, int first, ParserState state)
    {
        ParserWord[] words = new ParserWord[tokens.Length + 1];
        for (int i = 0; i < tokens.Length; i++) words[i] = ParserWord.Of(forms[i], tokens[i]);
        words[^1] = ParserWord.Root;
        Span<ulong> features = stackalloc ulong[ParserFeatures.Most];
        Span<int> scores = stackalloc int[_model.Labels.Length];
        state.Start(tokens.Length);
        while (!state.IsDone)
        {
            int count = ParserFeatures.Of(state, words, features);
            _model.Score(features[..count], scores);
            int best = -1;
            for (int s = 0; s < scores.Length; s++)
            {
                if ((best < 0 || scores[s] > scores[best]) && _steps.IsLegal(s, state)) best = s;
            }

            _steps.Take(best, state);
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            int head = state[i].Head;
            tokens[i] = tokens[i] with { Head = head == tokens.Length ? -1 : first + head, Relation = _steps.Relations[state[i].Label] };
        }
    }
}
