using System.CommandLine;
using System.Text.Json;
using Rapporteur.Cli.Output;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>stories</c>: which articles tell of the same happening, and how many origins stand behind them.</summary>
internal static class StoriesCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<DateOnly?> since = CommonOptions.Day("--since", "With an article published on this day or later");
        Option<DateOnly?> until = CommonOptions.Day("--until", "Whose latest article was published on this day or earlier");
        Option<int> least = new("--articles") { Description = "With at least so many articles", HelpName = "N", DefaultValueFactory = _ => 2 };
        Option<int> limit = new("--limit") { Description = "At most so many", HelpName = "N", DefaultValueFactory = _ => 20 };
        foreach (Option<int> number in (Option<int>[])[least, limit])
        {
            number.Validators.Add(result =>
            {
                if (result.Tokens is [var word] && int.TryParse(word.Value, out int n) && n is < 1 or > 10_000) result.AddError($"{number.Name} takes a number from 1 to 10000.");
            });
        }

        Option<string> database = CommonOptions.Database();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line");
        Command command = new("stories",
            """
            Lists stories: the articles about the same happening, latest first. rapporteur show ID lists a story's articles.

            Example: rapporteur stories --since 2025-04-01 --articles 3
            """) { since, until, least, limit, database, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            ListPage<StorySummary> page = await record.StoriesAsync(
                new StoryQuery(parse.GetValue(since), parse.GetValue(until), parse.GetValue(least), parse.GetValue(limit)), cancel);
            foreach (StorySummary story in page.Items)
            {
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(StoryLine.Of(story), ExportJson.Line));
                else ReusePrinter.Write(terminal, story);
            }

            if (page.Items.Count == 0) terminal.Say("No story meets this. Try a wider range of days, or --articles 1.");
            else if (page.Total > page.Items.Count) terminal.Say($"{page.Items.Count} of {page.Total} shown; --limit shows more.");
            return ExitCode.Done;
        });
        return command;
    }
}
