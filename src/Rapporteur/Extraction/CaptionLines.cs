using System.Text.RegularExpressions;

namespace Rapporteur.Extraction;

/// <summary>Knows the words under a picture by the photographer's or agency's credit at their end.</summary>
internal static partial class CaptionLines
{
    // Longest caption of the pasted pages: 230 characters; a longer line with a credit in it is a paragraph.
    private const int Longest = 420;

    public static bool Matches(string line) => line.Length <= Longest && (Credit().IsMatch(line) || Label().IsMatch(line));

    // "... June 28. REUTERS/Ann Lee/File Photo", "... (AP Photo/Ann Lee)", "... [Ann Lee/AFP]", "(Image: GETTY)", "Ann LEE / AFP", "/ Getty Images".
    [GeneratedRegex(@"(?:[\s.(\[–—|-]|^)(?:REUTERS|Reuters|AFP|AP|EPA|EPA-EFE|EFE|Getty(?: Images)?|TASS|Sputnik|Pool|AAP|PA|dpa|ANSA|Anadolu|Xinhua|Shutterstock|iStock|Bloomberg)\s?(?:Photo|Images?|Pool)?\s?/\s?[\p{Lu}][^.!?]{1,70}\)?\]?\s*$|[(\[|]\s*(?:(?:file )?(?:photo|image|picture|pic|foto|credit|archive|file)s?\b\s*(?:credit|by|:|/|courtesy)[^()\[\]]{0,80}|[^()\[\]]{0,60}/\s?(?:REUTERS|Reuters|AFP|AP|EPA|EFE|Getty(?: Images)?|TASS|Sputnik|Pool|AAP|Shutterstock|Anadolu|Xinhua)\b[^()\[\]]{0,40}|(?:REUTERS|Reuters|AFP|AP|EPA|EFE|AP Photo|Getty Images|TASS|Sputnik)\b[^()\[\]]{0,40})\s*[)\]|]\.?\s*$|^[\p{Lu}][\p{L} .'’-]{2,40}\s?/\s?(?:REUTERS|Reuters|AFP|AP|EPA|EFE|Getty Images|TASS|Sputnik|Pool|EPA-EFE)(?:\s.{0,30})?$|\bfile photo\.?\)?\s*$|[.!?”""](?:Reuters|REUTERS|AP|AFP|Getty(?: Images)?|Shutterstock)(?:/[^.]{1,40})?$|[.!?”""]\p{Lu}[\p{L} .’-]{2,40}/\s?(?:Reuters|REUTERS|AP|AFP|EPA|Getty(?: Images)?|Shutterstock)\s*$|(?:[.\d]\s+|^)\p{Lu}[\p{Lu} .&-]{2,30}/\s?\p{Lu}[\p{L} .'’-]{2,40}(?:/(?:File )?(?:Photo|Handout|Pool))*\.?\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^\W*(?:(?:file )?(?:photo|image|picture|foto|фото)s?|photo credit|image credit|picture credit|image source|credit|featured image|caption)\s*(?:credit|by|:|courtesy|/)\s*\S.{0,160}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Label();
}
