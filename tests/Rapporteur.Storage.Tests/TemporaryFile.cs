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

    /// <summary>Lets other users read a folder below, and reach it.</summary>
    public static void OpenToEverybody(string folder)
    {
        const UnixFileMode ReadAndEnter = (UnixFileMode)0b111_101_101;
        File.SetUnixFileMode(Folder.Value.FullName, ReadAndEnter);
        File.SetUnixFileMode(folder, ReadAndEnter);
        foreach (string file in Directory.EnumerateFiles(folder)) File.SetUnixFileMode(file, ReadAndEnter);
    }

    public static string New() => Path.Combine(Folder.Value.FullName, $"{Interlocked.Increment(ref s_count)}.db");
}
