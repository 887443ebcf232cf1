using System.CommandLine;
using Rapporteur.Positions;
using Rapporteur.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary>Where the people's issues are: <c>issues.yaml</c> beside the record, or where the user says.</summary>
internal static class IssueFile
{
    public static Option<string> Option() => new("--issues") { Description = "The file of issues (default: issues.yaml beside the record)", HelpName = "FILE" };

    public static string Path(string? asked, string database) =>
        asked ?? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(database))!, "issues.yaml");

    /// <summary>The file's issues. Without a file: none; a file that the user named must be there.</summary>
    public static IssueBook Read(string? asked, string database)
    {
        string path = Path(asked, database);
        if (!File.Exists(path)) return asked is null ? IssueBook.Parse("") : throw new UsersProblem($"There is no file {asked}. Leave --issues out to use the issues that the record suggests.");
        try
        {
            return IssueBook.Parse(File.ReadAllText(path));
        }
        catch (InvalidDataException problem)
        {
            throw new UsersProblem(problem.Message);
        }
    }

    /// <summary>Everything drawn from the record with these issues.</summary>
    public static Task<PositionBook> DrawAsync(IRecordQueries record, string? asked, string database, CancellationToken cancel) =>
        PositionBook.OfAsync(record, Read(asked, database).Issues, cancel);

    /// <summary>The same for a question about an issue, with the issues asked for; all of them when none is asked for.</summary>
    public static async Task<(PositionBook Book, IReadOnlyList<Issue> Asked)> DrawAsync(IRecordQueries record, string? file, string database, string? asked, CancellationToken cancel)
    {
        IReadOnlyList<Issue> named = Read(file, database).Issues;
        if (asked is null) return (await PositionBook.OfAsync(record, named, cancel), []);
        if (string.IsNullOrWhiteSpace(asked)) throw new UsersProblem("--issue was given without words. Name an issue, for example: --issue observers");
        (PositionBook book, IReadOnlyList<Issue> found) = await PositionBook.AskedAsync(record, named, asked, cancel);
        return found.Count > 0 ? (book, found) : throw new UsersProblem($"No issue is called \"{asked}\", and no stance is towards it. See the issues with: rapporteur issues suggest");
    }
}
