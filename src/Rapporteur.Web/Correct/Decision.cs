using Microsoft.AspNetCore.Mvc;
using Rapporteur.Recording;

namespace Rapporteur.Web.Correct;

/// <summary>What was sent by a form of the page on which people correct: the button pressed, and every field beside it.</summary>
public sealed record Decision
{
    /// <summary>Value of the button.</summary>
    [FromForm(Name = "decision")]
    public string? Pressed { get; init; }

    /// <summary>Identity of the appearance it is about.</summary>
    public string? Appearance { get; init; }

    /// <summary>Identity of its speaker.</summary>
    public string? Actor { get; init; }

    /// <summary>The speaker it is to have.</summary>
    public string? Speaker { get; init; }

    /// <summary>The name under which the speaker is to be shown.</summary>
    public string? Shown { get; init; }

    /// <summary>The day it is to have.</summary>
    public string? Day { get; init; }

    /// <summary>The issue it is to stand on.</summary>
    public string? Issue { get; init; }

    /// <summary>Address or identity of the statement it is to be joined with.</summary>
    public string? With { get; init; }

    /// <summary>The judgement asked for; null when the button is none of ours.</summary>
    public JudgementRequest? Request(string? author) => Pressed switch
    {
        "confirm" => new(JudgementKind.Confirmed, Appearance ?? "", null, author),
        "reject" => new(JudgementKind.NotAQuotation, Appearance ?? "", null, author),
        "split" => new(JudgementKind.Split, Appearance ?? "", null, author),
        "join" => new(JudgementKind.Join, Appearance ?? "", IdentityIn(With), author),
        "speaker" => new(JudgementKind.Speaker, Appearance ?? "", Speaker ?? "", author),
        "day" => new(JudgementKind.SaidOn, Appearance ?? "", Day ?? "", author),
        "rename" => new(JudgementKind.Rename, Actor ?? "", Shown ?? "", author),
        "issue" => new(JudgementKind.Issue, Appearance ?? "", Issue ?? "", author),
        _ => null,
    };

    // People copy an address sooner than twelve digits.
    private static string IdentityIn(string? with) => (with ?? "").Trim().TrimEnd('/').Split('/')[^1].Split('?', '#')[0];
}
