using Spectre.Console;

namespace Rapporteur.Cli;

/// <summary>Where the program talks: results on one stream, everything about the work on the other.</summary>
/// <param name="Out">Results: what a script would read.</param>
/// <param name="Error">Progress, warnings, errors.</param>
/// <param name="ErrorIsTerminal">True when a person watches <paramref name="Error"/>, so that progress may redraw itself.</param>
internal sealed record Terminal(IAnsiConsole Out, IAnsiConsole Error, bool ErrorIsTerminal)
{
    // A pipe has no width. 120 columns is what wide logs and pagers show without folding.
    private const int WidthWhenRedirected = 120;

    /// <summary>The streams of the running process.</summary>
    public static Terminal OfThisProcess() =>
        new(ConsoleOn(Console.Out, Console.IsOutputRedirected), ConsoleOn(Console.Error, Console.IsErrorRedirected), !Console.IsErrorRedirected);

    /// <summary>Plain text on two writers, for tests.</summary>
    public static Terminal On(TextWriter output, TextWriter error) => new(ConsoleOn(output, true), ConsoleOn(error, true), false);

    /// <summary>One line for a script: never wrapped, never coloured.</summary>
    public void Line(string line)
    {
        Out.Profile.Out.Writer.Write(line);
        Out.Profile.Out.Writer.Write('\n');
    }

    /// <summary>One line about the work.</summary>
    public void Say(string line)
    {
        Error.Profile.Out.Writer.Write(line);
        Error.Profile.Out.Writer.Write('\n');
    }

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) console.Profile.Width = WidthWhenRedirected;
        return console;
    }
}
