using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rapporteur.Positions;
using Rapporteur.Querying;

namespace Rapporteur.Cli.Mcp;

/// <summary>The record as a server of the Model Context Protocol.</summary>
internal static class RecordServer
{
    /// <summary>A server that answers over a transport until it is told to stop or its client goes.</summary>
    /// <param name="transport">How client and server talk.</param>
    /// <param name="record">What is asked.</param>
    /// <param name="issues">The people's issues, asked anew each time.</param>
    public static McpServer Create(ITransport transport, IRecordQueries record, Func<IReadOnlyList<Issue>> issues)
    {
        McpServerPrimitiveCollection<McpServerTool> all = [];
        foreach (object tools in new object[] { new RecordTools(record), new PositionTools(record, issues) })
        {
            foreach (MethodInfo method in tools.GetType().GetMethods().Where(m => m.IsDefined(typeof(McpServerToolAttribute)))) all.Add(McpServerTool.Create(method, tools));
        }

        return McpServer.Create(transport, Options(all));
    }

    private static McpServerOptions Options(McpServerPrimitiveCollection<McpServerTool> tools) => new()
    {
        ServerInfo = new Implementation { Name = "rapporteur", Title = "Rapporteur", Version = typeof(RecordServer).Assembly.GetName().Version?.ToString(3) ?? "0" },
        ServerInstructions = "A record of who said what, to whom, when and according to whom, made from news articles. Quote the words it gives and link the article they stand in; it does not say who is right.",
        ToolCollection = tools,
    };
}
