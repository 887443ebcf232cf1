using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Rapporteur.Text;

namespace Rapporteur.Cli.Commands;

/// <summary>Options that mean the same in every command that has them.</summary>
internal static class CommonOptions
{
    /// <summary>The dossier's database file.</summary>
    public static Option<string> Database() => new("--db")
    {
        Description = "The dossier: one database file",
        HelpName = "FILE",
        DefaultValueFactory = _ => "rapporteur.db",
    };

    /// <summary>Machine-readable output.</summary>
    public static Option<bool> Json(string what) => new("--json") { Description = what };

    /// <summary>What weighs more when it is doubtful whether words are attributed.</summary>
    public static Option<string> Precision()
    {
        Option<string> precision = new("--precision")
        {
            Description = "high: what is found is right more often; recall: less is missed; balanced: both alike",
            DefaultValueFactory = _ => "balanced",
        };
        precision.AcceptOnlyFromAmong("high", "balanced", "recall");
        return precision;
    }

    /// <summary>What the user chose with <see cref="Precision"/>.</summary>
    public static AttributionBalance BalanceOf(string? precision) => precision switch
    {
        "high" => AttributionBalance.Precision,
        "recall" => AttributionBalance.Recall,
        _ => AttributionBalance.Balanced,
    };

    /// <summary>Whether speed counts for more than the last points of quality.</summary>
    public static Option<bool> Fast() => new("--fast") { Description = "Read stances by the regression alone, without the networks: a little faster, a little less often right" };

    /// <summary>A day of the calendar.</summary>
    public static Option<DateOnly?> Day(string name, string what) => new(name)
    {
        Description = what,
        HelpName = "yyyy-MM-dd",
        CustomParser = ParseDay,
    };

    /// <summary>A folder that results are written to.</summary>
    public static Option<string> OutputFolder() => new("--output", "-o") { Description = "Folder to write to; made when it is not there", HelpName = "DIR", Required = true };

    private static DateOnly? ParseDay(ArgumentResult argument)
    {
        string word = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        argument.AddError($"'{word}' is not a day. Write it as yyyy-MM-dd, for example 2025-06-01.");
        return null;
    }
}
