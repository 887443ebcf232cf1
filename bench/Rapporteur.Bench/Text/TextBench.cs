using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Rapporteur.Text;

namespace Rapporteur.Bench.Text;

/// <summary>The analysis of words under BenchmarkDotNet: the reports of the sample dossiers, one after another.</summary>
[MemoryDiagnoser]
public class TextBench
{
    private readonly TextAnalyser _analyser = new();
    private string[] _texts = [];

    /// <summary>Runs the measurements and prints words per second beside BenchmarkDotNet's table.</summary>
    public static int Run()
    {
        IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(9));
        Summary summary = BenchmarkRunner.Run<TextBench>(config);
        TextBench bench = new();
        bench.Load();
        int words = bench._texts.Sum(t => bench._analyser.Annotate(t).Tokens.Count);
        foreach (BenchmarkReport report in summary.Reports)
        {
            if (report.ResultStatistics is { } found) Console.WriteLine($"{report.BenchmarkCase.Descriptor.WorkloadMethod.Name}: {words} words, {words / (found.Median / 1e9):F0} words a second (median), {words / (found.Min / 1e9):F0} (best)");
        }

        return 0;
    }

    /// <summary>Reads the texts.</summary>
    [GlobalSetup]
    public void Load() => _texts = [.. Directory.GetFiles("samples", "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>Everything: words, trees, names, times, attributions, encounters.</summary>
    [Benchmark]
    public int Annotate() => _texts.Sum(t => _analyser.Annotate(t).Attributions.Count);
}
