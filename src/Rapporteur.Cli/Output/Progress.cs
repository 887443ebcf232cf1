using System.Globalization;

namespace Rapporteur.Cli.Output;

/// <summary>Tells on stderr how far a longer work has come: from the second second on, on one line that redraws itself.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A person watches a line that moves; a log wants few lines.
    private readonly TimeSpan _interval;
    private readonly Terminal _terminal;
    private readonly string _done;
    private readonly int? _total;
    private readonly long _start;
    private readonly Lock _gate = new();
    private long _said;
    private int _steps;
    private bool _drawn;

    /// <param name="terminal">Where to tell.</param>
    /// <param name="done">Past participle of the work: "read".</param>
    /// <param name="total">How many steps there are, or null when that is not known beforehand.</param>
    public Progress(Terminal terminal, string done, int? total)
    {
        (_terminal, _done, _total) = (terminal, done, total);
        _interval = terminal.ErrorIsTerminal ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(5);
        _start = _said = TimeProvider.System.GetTimestamp();
    }

    /// <summary>One more is done. Safe from any thread.</summary>
    public void Step()
    {
        lock (_gate)
        {
            _steps++;
            TimeSpan running = TimeProvider.System.GetElapsedTime(_start);
            if (running < Patience || TimeProvider.System.GetElapsedTime(_said) < _interval) return;
            _said = TimeProvider.System.GetTimestamp();
            string of = _total is { } total ? $" of {total}" : "";
            string line = string.Create(CultureInfo.InvariantCulture, $"{_steps}{of} {_done}, {_steps / running.TotalSeconds:F0} a second");
            if (_terminal.ErrorIsTerminal) _terminal.Error.Profile.Out.Writer.Write($"\r\u001b[K{line}");
            else _terminal.Say(line);
            _drawn = _terminal.ErrorIsTerminal;
        }
    }

    /// <summary>Clears the line, so that what is said next does not stand behind it.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            if (_drawn) _terminal.Error.Profile.Out.Writer.Write("\r\u001b[K");
            _drawn = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
