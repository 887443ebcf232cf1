namespace Rapporteur.Text;

/// <summary>What kind of thing a name names.</summary>
public enum EntityType
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>An organisation: party, ministry, company, alliance, outlet.</summary>
    Organisation,

    /// <summary>A place that does not act: river, region, street.</summary>
    Place,

    /// <summary>A place with a government that can act and speak: state, province, city.</summary>
    GeoPoliticalEntity,
}

/// <summary>One place in a text where somebody or something is named.</summary>
/// <param name="Span">The name without titles and without a genitive 's.</param>
/// <param name="Type">What it names.</param>
/// <param name="Actor">The fullest form of the name in this text ("Varden" → "Ilsko Varden"), or null when it is not known.</param>
public sealed record EntityMention(TextSpan Span, EntityType Type, string? Actor);
