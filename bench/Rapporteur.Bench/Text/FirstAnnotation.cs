using System.Diagnostics;
using Rapporteur.Text;

namespace Rapporteur.Bench.Text;

/// <summary>How long a process takes from its start to its first annotated text: loading, compiling and all.</summary>
internal static class FirstAnnotation
{
    private const int Rounds = 15;

    /// <summary>Starts this program again and again; each copy annotates one short text and says when it was done.</summary>
    public static int Run()
    {
        List<(double Wall, double Cpu)> times = [];
        for (int i = 0; i < Rounds; i++)
        {
            ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(typeof(FirstAnnotation).Assembly.Location);
            start.ArgumentList.Add("first-once");
            using Process process = Process.Start(start)!;
            string[] cells = process.StandardOutput.ReadToEnd().Split(' ');
            process.WaitForExit();
            times.Add((double.Parse(cells[0]), double.Parse(cells[1])));
        }

        Console.WriteLine($"first annotation after process start, {Rounds} starts: wall median {Median(times.Select(t => t.Wall)):F0} ms, least {times.Min(t => t.Wall):F0} ms; CPU median {Median(times.Select(t => t.Cpu)):F0} ms, least {times.Min(t => t.Cpu):F0} ms");
        return 0;
    }

    /// <summary>What a copy does.</summary>
    public static int Once()
    {
        _ = new TextAnalyser().Annotate("The minister of Talmar said on Monday that the bridge is safe. \"We have tested it,\" she added. He denied the reports.", new DateOnly(2026, 3, 3));
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"{(TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalMilliseconds:F0} {process.TotalProcessorTime.TotalMilliseconds:F0}");
        return 0;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
