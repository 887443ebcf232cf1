using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Rapporteur.Web.Marking;

/// <summary>HTML written straight into the page, by a method that encodes what it writes.</summary>
internal sealed class HtmlFragment(Action<TextWriter, HtmlEncoder> write) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => write(writer, encoder);
}
