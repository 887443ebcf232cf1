namespace Rapporteur.Text;

/// <summary>By what means, or on what kind of occasion, something was said.</summary>
public enum Channel
{
    /// <summary>The text does not tell.</summary>
    Untold,

    /// <summary>Asked by one outlet: "in an interview with the Herald".</summary>
    Interview,

    /// <summary>Before the press: a press or news conference, a briefing.</summary>
    PressConference,

    /// <summary>By telephone or video between two sides.</summary>
    Call,

    /// <summary>Face to face: a meeting, talks, a summit.</summary>
    Meeting,

    /// <summary>To an audience: a speech, an address, remarks, a sermon, a lecture.</summary>
    Speech,

    /// <summary>Before a parliament, a council or a court: a session, a debate, a hearing.</summary>
    Session,

    /// <summary>On a platform: a post, a tweet, a message on a channel.</summary>
    Post,

    /// <summary>To named readers: a letter, a note, an e-mail, a telegram.</summary>
    Letter,

    /// <summary>Handed out in writing: a statement, a communiqué, a press release, a declaration.</summary>
    Statement,

    /// <summary>Published at length: an article, a book, an essay, a report.</summary>
    Publication,

    /// <summary>On air: a programme, a broadcast, a podcast.</summary>
    Broadcast,
}
