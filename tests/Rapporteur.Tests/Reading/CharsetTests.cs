using System.Text;
using Rapporteur.Reading.Charsets;

namespace Rapporteur.Tests.Reading;

public sealed class CharsetTests
{
    private const string Russian = "Президент Ильско Варден заявил, что маяк останется открытым. «Мы не уйдём», — сказал он журналистам.";

    // The older charsets have no quotation marks and dashes of their own.
    private const string PlainRussian = "Президент Ильско Варден заявил, что маяк останется открытым. Мы не уйдем, сказал он журналистам.";

    private const string German = "Die Fähre fährt über den Sund, sagte Bürgermeisterin Groß: „Wir hören nicht auf.“";

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_charset_that_the_header_names_is_used(string charset) => Assert.Equal(Russian, Decode(Bytes(Russian, charset), TextSource.Html, charset));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_believed_and_removed(string charset)
    {
        byte[] bytes = [.. Encoding.GetEncoding(charset).GetPreamble(), .. Bytes(German, charset)];

        Assert.Equal(German, Decode(bytes, TextSource.PlainText, declared: "windows-1252"));
    }

    [Theory]
    [InlineData("""<html><head><meta charset="windows-1251">""", "windows-1251")]
    [InlineData("""<html><head><META HTTP-EQUIV='Content-Type' content='text/html; charset=cp1251'>""", "windows-1251")]
    [InlineData("""<?xml version="1.0" encoding="windows-1251"?><html>""", "windows-1251")]
    public void A_charset_that_the_page_names_is_used(string head, string charset) =>
        Assert.Equal(head + Russian, Decode(Bytes(head + Russian, charset), TextSource.Html));

    [Fact]
    public void A_page_in_KOI8_R_is_read_by_its_meta_element()
    {
        const string Page = "<meta charset=koi8-r>" + PlainRussian;

        Assert.Equal(Page, Decode(Bytes(Page, "koi8-r"), TextSource.Html));
    }

    [Fact]
    public void A_page_in_ISO_8859_2_is_read_by_its_meta_element()
    {
        const string Czech = "<meta charset='iso-8859-2'>Přívoz znovu pluje, řekla starostka Šárka.";

        Assert.Equal(Czech, Decode(Bytes(Czech, "iso-8859-2"), TextSource.Html));
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("iso-8859-5")]
    [InlineData("cp866")]
    public void Russian_without_a_declaration_is_told_by_its_letters(string charset) =>
        Assert.Equal(PlainRussian, Decode(Bytes(PlainRussian, charset), TextSource.PlainText));

    [Fact]
    public void Russian_quotation_marks_and_dashes_survive_without_a_declaration() =>
        Assert.Equal(Russian, Decode(Bytes(Russian, "windows-1251"), TextSource.PlainText));

    [Fact]
    public void German_without_a_declaration_is_read_as_windows_1252() => Assert.Equal(German, Decode(Bytes(German, "windows-1252"), TextSource.PlainText));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_without_its_mark_is_told_by_its_zeros(string charset)
    {
        Assert.Equal(German, Decode(Bytes(German, charset), TextSource.PlainText));
        Assert.Equal(Russian, Decode(Bytes(Russian, charset), TextSource.PlainText));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1251")]
    [InlineData("us-ascii")]
    [InlineData("no-such-charset")]
    public void UTF_8_under_a_wrong_name_is_read_as_UTF_8(string wrong) => Assert.Equal(German, Decode(Bytes(German, "utf-8"), TextSource.Html, wrong));

    [Fact]
    public void Windows_1251_under_the_name_of_UTF_8_is_read_by_its_letters() => Assert.Equal(Russian, Decode(Bytes(Russian, "windows-1251"), TextSource.Html, "utf-8"));

    [Fact]
    public void ISO_8859_1_is_read_as_windows_1252_as_browsers_do() => Assert.Equal("“Yes”", Decode([0x93, (byte)'Y', (byte)'e', (byte)'s', 0x94], TextSource.Html, "ISO-8859-1"));

    [Fact]
    public void A_bad_byte_in_UTF_8_costs_nothing_else()
    {
        byte[] bytes = [.. "“Open,” "u8, 0x93, .. "caf"u8, 0xE9, 0x94, .. " said the mayor – twice."u8];

        Assert.Equal("“Open,” “café” said the mayor – twice.", Decode(bytes, TextSource.PlainText));
    }

    [Fact]
    public void UTF_8_cut_in_the_middle_of_a_letter_keeps_all_before_it() =>
        Assert.StartsWith("Die Fähre über den Gro", Decode([.. "Die Fähre über den Gro"u8, 0xC3], TextSource.PlainText), StringComparison.Ordinal);

    [Fact]
    public void A_page_that_calls_itself_UTF_16_in_ASCII_letters_is_not() =>
        Assert.Equal("<meta charset=utf-16>Yes", Decode("<meta charset=utf-16>Yes"u8.ToArray(), TextSource.Html));

    [Fact]
    public void A_stray_NUL_is_dropped_and_the_text_kept()
    {
        string text = string.Concat(Enumerable.Repeat("The ferry sails again. ", 20));

        Assert.Equal(text, Decode(Encoding.UTF8.GetBytes(text + "\0"), TextSource.PlainText));
    }

    [Fact]
    public void Any_bytes_at_all_are_either_decoded_or_refused()
    {
        Random chance = new(1);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[chance.Next(0, 300)];
            chance.NextBytes(bytes);
            Decoded decoded = TextDecoder.Decode(bytes, (TextSource)(i % 3), i % 7 == 0 ? "utf-16" : null);
            Assert.NotEqual(decoded.Text is null, decoded.Reason is null);
        }
    }

    private static byte[] Bytes(string text, string charset) => (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetBytes(text);

    private static string Decode(byte[] bytes, TextSource source, string? declared = null)
    {
        Decoded decoded = TextDecoder.Decode(bytes, source, declared);
        Assert.Null(decoded.Reason);
        return decoded.Text!;
    }
}
