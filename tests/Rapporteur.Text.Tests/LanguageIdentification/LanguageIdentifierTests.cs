using Rapporteur.Text.LanguageIdentification;

namespace Rapporteur.Text.Tests.LanguageIdentification;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "The envoy left the harbour before noon. She said that the ferry would sail again when both sides had signed the paper.")]
    [InlineData("de", "Die Gesandte verließ den Hafen vor dem Mittag. Sie sagte, die Fähre fahre wieder, sobald beide Seiten unterschrieben hätten.")]
    [InlineData("fr", "L'envoyée a quitté le port avant midi. Elle a dit que le bac repartirait quand les deux parties auraient signé.")]
    [InlineData("es", "La enviada dejó el puerto antes del mediodía. Dijo que el transbordador volvería a navegar cuando las dos partes hubieran firmado.")]
    [InlineData("pt", "A enviada deixou o porto antes do meio-dia. Disse que a balsa voltaria a navegar quando os dois lados tivessem assinado o papel.")]
    [InlineData("it", "L'inviata ha lasciato il porto prima di mezzogiorno. Ha detto che il traghetto ripartirà quando le due parti avranno firmato.")]
    [InlineData("nl", "De gezante verliet de haven voor de middag. Ze zei dat de veerboot weer zou varen zodra beide partijen hadden getekend.")]
    [InlineData("sv", "Sändebudet lämnade hamnen före middag. Hon sade att färjan skulle gå igen när båda sidor hade skrivit under papperet.")]
    [InlineData("da", "Udsendingen forlod havnen før middag. Hun sagde, at færgen ville sejle igen, når begge sider havde skrevet under på papiret.")]
    [InlineData("no", "Utsendingen forlot havnen før middag. Hun sa at ferjen ville gå igjen når begge sider hadde skrevet under på papiret.")]
    [InlineData("fi", "Lähettiläs lähti satamasta ennen puoltapäivää. Hän sanoi, että lautta kulkisi taas, kun molemmat osapuolet olisivat allekirjoittaneet paperin.")]
    [InlineData("pl", "Wysłanniczka opuściła port przed południem. Powiedziała, że prom popłynie znowu, gdy obie strony podpiszą dokument.")]
    [InlineData("cs", "Vyslankyně opustila přístav před polednem. Řekla, že přívoz bude znovu jezdit, až obě strany podepíšou listinu.")]
    [InlineData("sk", "Vyslankyňa opustila prístav pred poludním. Povedala, že trajekt bude znova premávať, keď obe strany podpíšu listinu.")]
    [InlineData("hr", "Izaslanica je napustila luku prije podneva. Rekla je da će trajekt opet ploviti kad obje strane potpišu ispravu.")]
    [InlineData("ro", "Trimisa a părăsit portul înainte de amiază. A spus că feribotul va naviga din nou când ambele părți vor fi semnat hârtia.")]
    [InlineData("hu", "A követ dél előtt hagyta el a kikötőt. Azt mondta, hogy a komp újra közlekedni fog, ha mindkét fél aláírta a papírt.")]
    [InlineData("tr", "Temsilci öğleden önce limandan ayrıldı. İki taraf da belgeyi imzaladığında feribotun yeniden sefere çıkacağını söyledi.")]
    [InlineData("id", "Utusan itu meninggalkan pelabuhan sebelum tengah hari. Ia mengatakan bahwa feri akan berlayar lagi setelah kedua pihak menandatangani surat itu.")]
    [InlineData("vi", "Đặc phái viên rời cảng trước buổi trưa. Bà nói rằng phà sẽ chạy lại khi cả hai bên đã ký vào văn bản.")]
    [InlineData("ru", "Посланница покинула порт до полудня. Она сказала, что паром снова пойдёт, когда обе стороны подпишут бумагу.")]
    [InlineData("uk", "Посланниця залишила порт до полудня. Вона сказала, що пором знову піде, коли обидві сторони підпишуть папір.")]
    [InlineData("bg", "Пратеничката напусна пристанището преди обяд. Тя каза, че фериботът ще тръгне отново, когато двете страни подпишат документа.")]
    [InlineData("sr", "Изасланица је напустила луку пре поднева. Рекла је да ће трајект поново пловити када обе стране потпишу исправу.")]
    [InlineData("el", "Η απεσταλμένη έφυγε από το λιμάνι πριν από το μεσημέρι. Είπε ότι το πορθμείο θα ταξιδέψει ξανά όταν υπογράψουν και οι δύο πλευρές.")]
    [InlineData("ar", "غادرت المبعوثة الميناء قبل الظهر. وقالت إن العبارة ستبحر من جديد عندما يوقع الطرفان على الورقة.")]
    [InlineData("fa", "فرستاده پیش از ظهر بندر را ترک کرد. او گفت که کشتی دوباره حرکت خواهد کرد وقتی هر دو طرف کاغذ را امضا کنند.")]
    [InlineData("ur", "ایلچی دوپہر سے پہلے بندرگاہ سے روانہ ہو گئی۔ اس نے کہا کہ جب دونوں فریق کاغذ پر دستخط کر دیں گے تو کشتی دوبارہ چلے گی۔")]
    [InlineData("he", "השליחה עזבה את הנמל לפני הצהריים. היא אמרה שהמעבורת תפליג שוב כאשר שני הצדדים יחתמו על המסמך.")]
    [InlineData("hi", "दूत दोपहर से पहले बंदरगाह से चली गईं। उन्होंने कहा कि जब दोनों पक्ष कागज पर हस्ताक्षर कर देंगे तब नाव फिर चलेगी।")]
    [InlineData("bn", "দূত দুপুরের আগে বন্দর ছেড়ে গেছেন। তিনি বলেছেন দুই পক্ষ সই করলে ফেরি আবার চলবে।")]
    [InlineData("ja", "特使は正午前に港を離れた。双方が署名すれば、フェリーは再び運航すると述べた。")]
    [InlineData("zh", "特使中午前离开了港口。她说，双方签署文件以后，渡轮将重新开航。")]
    [InlineData("ko", "특사는 정오 전에 항구를 떠났다. 그는 양측이 서명하면 여객선이 다시 운항할 것이라고 말했다.")]
    [InlineData("th", "ทูตพิเศษออกจากท่าเรือก่อนเที่ยง เธอกล่าวว่าเรือข้ามฟากจะแล่นอีกครั้งเมื่อทั้งสองฝ่ายลงนาม")]
    public void A_paragraph_is_given_its_language(string language, string text) => Assert.Equal(language, LanguageIdentifier.Identify(text));

    [Theory]
    [InlineData("")]
    [InlineData("Varden")]
    [InlineData("12 345, 67 — 89!")]
    [InlineData("\ud83d\ude00\ud83d")]
    public void Too_little_is_given_none(string text) => Assert.Null(LanguageIdentifier.Identify(text));

    [Fact]
    public void The_thirty_most_read_languages_are_among_those_told_apart()
    {
        string[] read = ["ar", "bg", "bn", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sr", "sv", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh"];
        Assert.Empty(read.Except(LanguageIdentifier.Languages));
    }
}
