using System.Text.RegularExpressions;

namespace Rapporteur.Architecture.Tests;

/// <summary>Each room touches only what its README says it may.</summary>
public sealed partial class RoomTests
{
    [Theory]
    [InlineData("Rapporteur.Text")]
    [InlineData("Rapporteur.Core", "Rapporteur.Text")]
    [InlineData("Rapporteur.Storage", "Rapporteur.Core", "Rapporteur.Text")]
    [InlineData("Rapporteur.Web", "Rapporteur.Core", "Rapporteur.Text")]
    [InlineData("rapporteur", "Rapporteur.Core", "Rapporteur.Text", "Rapporteur.Storage", "Rapporteur.Web")]
    public void A_room_sees_the_rooms_below_it_and_nothing_else(string room, params string[] below)
    {
        IEnumerable<string> ours = CompiledRoom.Read(room).Assemblies.Where(a => a.StartsWith("Rapporteur", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(ours.Except(below));
    }

    [Fact]
    public void The_analysis_of_text_stands_on_the_base_class_library_alone()
    {
        CompiledRoom text = CompiledRoom.Read("Rapporteur.Text");
        Assert.DoesNotContain(text.Assemblies, a => !a.StartsWith("System.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.FileInfo")]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.Console")]
    [InlineData("System.DateTimeOffset")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Random")]
    [InlineData("System.Diagnostics.Stopwatch")]
    [InlineData("System.Diagnostics.Process")]
    public void The_analysis_of_text_touches_no_file_clock_chance_or_machine(string type) =>
        Assert.DoesNotContain(type, CompiledRoom.Read("Rapporteur.Text").Types);

    [Theory]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTime.get_Today")]
    [InlineData("System.Environment.GetEnvironmentVariable")]
    [InlineData("System.Environment.get_TickCount")]
    [InlineData("System.Environment.get_TickCount64")]
    [InlineData("System.Environment.get_MachineName")]
    [InlineData("System.Environment.get_NewLine")]
    [InlineData("System.Globalization.CultureInfo.get_CurrentCulture")]
    public void The_analysis_of_text_never_asks_for_the_time_or_the_machine(string member) =>
        Assert.DoesNotContain(member, CompiledRoom.Read("Rapporteur.Text").Members);

    [Fact]
    public void The_analysis_of_text_touches_no_network() =>
        Assert.DoesNotContain(CompiledRoom.Read("Rapporteur.Text").Types, t => t.StartsWith("System.Net.", StringComparison.Ordinal));

    [Theory]
    [InlineData("Rapporteur.Core")]
    [InlineData("Rapporteur.Web")]
    [InlineData("rapporteur")]
    public void Only_storage_speaks_SQL(string room) =>
        Assert.DoesNotContain(CompiledRoom.Read(room).Assemblies, a => a is "Dapper" or "Microsoft.Data.Sqlite" or "System.Data.Common");

    [Fact]
    public void Only_reading_reaches_the_web()
    {
        string core = Path.Combine(Repository.Root, "src", "Rapporteur");
        IEnumerable<string> guilty =
            from file in Repository.SourcesBelow(core)
            where !file.StartsWith(Path.Combine(core, "Reading"), StringComparison.Ordinal)
            where NetworkType().IsMatch(File.ReadAllText(file))
            select file;
        Assert.Empty(guilty);
    }

    [Fact]
    public void Nothing_in_src_refers_to_training()
    {
        IEnumerable<string> guilty =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            where File.ReadLines(file).Any(line => line.Contains("Reference", StringComparison.Ordinal) && line.Contains("Rapporteur.Train", StringComparison.Ordinal))
            select file;
        Assert.Empty(guilty);
    }

    [GeneratedRegex(@"\b(HttpClient|HttpRequestMessage|SocketsHttpHandler|Socket|TcpClient|Dns|WebClient)\b")]
    private static partial Regex NetworkType();
}
