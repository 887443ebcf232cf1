namespace Rapporteur.Web;

/// <summary>How the server tells about its work, on standard error.</summary>
public enum LogForm
{
    /// <summary>What went wrong, for people.</summary>
    Text,

    /// <summary>What went wrong and every request answered, one JSON object a line.</summary>
    Json,
}
