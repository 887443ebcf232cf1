namespace Rapporteur.Eval;

/// <summary>Measures one part of the analysis on a named corpus.</summary>
public interface IEvaluation
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>Measures and returns one line of the table per figure.</summary>
    IEnumerable<Score> Run(EvaluationContext context);
}

/// <summary>One measured figure.</summary>
/// <param name="Key">Stable key, the one the floors file uses: <c>times/timebank/value-f1</c>.</param>
/// <param name="Value">What was measured; percentages from 0 to 100.</param>
/// <param name="Target">What we aim at, or null.</param>
public readonly record struct Score(string Key, double Value, double? Target = null);

/// <summary>What an evaluation is given.</summary>
/// <param name="Corpora">Folder with one unpacked folder per corpus archive.</param>
/// <param name="Shared">Folder that holds <c>dossier</c>, <c>seeds</c> and <c>tools</c>.</param>
/// <param name="Trace">Where every wrong answer is written as a line of tab-separated cells; null when nobody asked.</param>
public sealed record EvaluationContext(string Corpora, string Shared, TextWriter? Trace = null);
