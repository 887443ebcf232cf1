namespace Rapporteur.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All that was asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Something asked for could not be done; each such thing is named on stderr.</summary>
    public const int NotAllDone = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Usage = 2;
}
