using System.Diagnostics.CodeAnalysis;

namespace Rapporteur.Text.Attributions;

/// <summary>The names of channels in files, addresses and columns.</summary>
public static class ChannelNames
{
    /// <summary>"interview", "press_conference", …; null when the text does not tell.</summary>
    public static string? Of(Channel channel) => channel switch
    {
        Channel.Untold => null,
        Channel.PressConference => "press_conference",
        _ => channel.ToString().ToLowerInvariant(),
    };

    /// <summary>Reads a name as <see cref="Of"/> writes it; null is <see cref="Channel.Untold"/>.</summary>
    public static bool TryRead(string? name, out Channel channel)
    {
        channel = Channel.Untold;
        return name is null || Enum.TryParse(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out channel);
    }
}
