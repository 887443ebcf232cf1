namespace Rapporteur.Web.Shared;

/// <summary>The links between the pages of a list.</summary>
/// <param name="First">Address of the first page; null when this is it.</param>
/// <param name="Next">Address of the next page; null when this is the last.</param>
/// <param name="NextName">What the next page brings: "Older statements".</param>
internal sealed record Pager(string? First, string? Next, string NextName);
