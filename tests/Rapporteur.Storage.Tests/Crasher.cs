using System.Diagnostics;

namespace Rapporteur.Storage.Tests;

/// <summary>Runs the helper program that records articles, as a process of its own.</summary>
public static class Crasher
{
    private const string Program = "Rapporteur.Storage.Crasher.dll";

    public static Process Start(string database, int first, int count, bool asNobody = false)
    {
        string folder = asNobody ? CopyForEverybody() : AppContext.BaseDirectory;
        List<string> command = ["dotnet", "exec", Path.Combine(folder, Program), database, $"{first}", $"{count}"];
        // Root may write everywhere, so file permissions are tried as somebody who is not root.
        if (asNobody && Environment.UserName == "root") command.InsertRange(0, ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]);
        ProcessStartInfo start = new(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Error)> RunAsync(string database, int first, int count, bool asNobody = false)
    {
        using Process process = Start(database, first, count, asNobody);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    private static string CopyForEverybody()
    {
        string folder = Directory.CreateDirectory(TemporaryFile.New() + ".program").FullName;
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => file.EndsWith(".dll") || file.EndsWith(".json")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        string native = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "runtimes"), "*e_sqlite3*", SearchOption.AllDirectories)
            .Single(file => file.Contains($"{Path.DirectorySeparatorChar}{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}{Path.DirectorySeparatorChar}") && !file.EndsWith(".a"));
        File.Copy(native, Path.Combine(folder, Path.GetFileName(native)));
        TemporaryFile.OpenToEverybody(folder);
        return folder;
    }
}
