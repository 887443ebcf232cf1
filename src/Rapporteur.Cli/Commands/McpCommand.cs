using System.CommandLine;
using ModelContextProtocol.Server;
using Rapporteur.Cli.Mcp;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>mcp</c>: the record for assistants, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create(TimeProvider clock)
    {
        Option<string> database = CommonOptions.Database();
        Command command = new("mcp",
            """
            Answers an assistant's questions about the record over standard input and output, in the Model Context
            Protocol. The assistant starts this command itself; give it the full path of the dossier. It can only read.

            Tools: search_statements, get_statement, get_position, get_changes, search_encounters, get_encounter,
            get_article, search_actors.

            Example of an assistant's settings:
              {"mcpServers": {"talks": {"command": "rapporteur", "args": ["mcp", "--db", "/home/me/talks.db"]}}}
            """) { database };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            await using StdioServerTransport transport = new("rapporteur");
            await using McpServer server = RecordServer.Create(transport, record, () => IssueFile.Read(null, parse.GetValue(database)!).Issues);
            try
            {
                await server.RunAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                // Ctrl-C is an ordinary end.
            }

            return ExitCode.Done;
        });
        return command;
    }
}
