namespace Rapporteur.Storage.Tests;

/// <summary>A fresh path for a database in a folder that goes with the test run.</summary>
public static class TemporaryFile
{
    private static readonly Lazy<DirectoryInfo> Folder = new(() =>
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rapporteur-storage-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    });

    private static int s_count;

    public static string New() => Path.Combine(Folder.Value.FullName, $"{Interlocked.Increment(ref s_count)}.db");
}
