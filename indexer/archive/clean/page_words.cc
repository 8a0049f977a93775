#include "indexer/archive/clean/page_words.h"

namespace nutgraf::archive {

namespace {

// Phrases with "|" between them.

constexpr std::string_view button_phrases =
    "Print|Print this|Print this article|Print this page|Print article|Print page|"
    "Printer-friendly version|Hide Ad|Hide Ads|Ad|Advert|Advertisement|Advertisements|"
    "Advertisement Continue reading the main story|Sponsored|Promoted|Share|Share this|"
    "Share this article|Share this story|Share this page|Share article|Share story|"
    "Share on Facebook|Share on Twitter|Share on WhatsApp|Share on LinkedIn|Share via email|"
    "Share by email|Tweet|Tweet this|Email|E-mail|Email this|Email this article|"
    "Email this to a friend|Copy link|Save|Save article|Save for later|Bookmark|Comment|"
    "Comments|Leave a comment|Leave a reply|Post a comment|Add a comment|Add comment|"
    "View comments|Show comments|Read comments|No comments|Read more|Read more here|"
    "Read full story|Read the full story|Continue reading|Continue reading the main story|"
    "Keep reading|Story continues below|Story continues below advertisement|"
    "Story continues after advertisement|Article continues below|"
    "Article continues below advertisement|Article continues after ad|"
    "Article continues after advertisement|Show more|Load more|View more|See more|Back to top|"
    "Skip to content|Skip to main content|Skip to navigation|Skip ad|Skip advertisement|Close|"
    "Menu|Log in|Login|Sign in|Sign up|Subscribe|Subscribe now|Follow|Follow us|Show news feed|"
    "Hide news feed|Show latest headlines|Show caption|Hide caption|Toggle caption|"
    "Enlarge image|Enlarge this image|View image in fullscreen|View gallery|Play video|"
    "Watch video|Listen to this article|Loading|Loading comments|Facebook|Twitter|WhatsApp|"
    "LinkedIn|Telegram|Pinterest|Reddit|Facebook Twitter|RSS|Download PDF|Text size|Font size|"
    "Anzeige|Werbung|Drucken|Teilen|Artikel drucken|Artikel teilen|Artikel merken|Kommentare|"
    "Weiterlesen|Mehr anzeigen|Zur Startseite|Publicité|Partager|Partager cet article|Imprimer|"
    "Commenter|Commentaires|Lire la suite|Publicidad|Compartir|Imprimir|Comentarios|Leer más|"
    "Seguir leyendo|Pubblicità|Condividi|Stampa|Commenti|Publicidade|Compartilhar|Partilhar|"
    "Advertentie|Delen|Afdrukken|Реклама|Поделиться|Распечатать|Версия для печати|Комментарии|"
    "分享|打印|广告|评论";

constexpr std::string_view list_heading_phrases =
    "Latest News|Latest headlines|Latest stories|Most Read|Most popular|Most viewed|"
    "Most shared|Most commented|Related|Related articles|Related stories|Related news|"
    "Related content|Related topics|Related posts|Related links|Related coverage|Read also|"
    "Also read|Read next|More on this story|More on this topic|More stories|More news|"
    "More like this|You may also like|You might also like|Recommended|Recommended for you|"
    "Recommended stories|Trending|Trending now|Popular now|Editor's picks|Editors' picks|"
    "Top stories|Don't miss|What to read next|Up next|Around the web|From the web|"
    "Sponsored links|Sponsored content|See also|Mehr zum Thema|Lesen Sie auch|Meistgelesen|"
    "Das könnte Sie auch interessieren|À lire aussi|Lire aussi|Les plus lus|Sur le même sujet|"
    "Lea también|Te puede interesar|Lo más leído|Leggi anche|Leia também|Lees ook|"
    "Читайте также|Последние новости|Другие новости|По теме|相关新闻|推荐阅读|最新消息";

constexpr std::string_view pointer_phrases =
    "Tags|Filed under|"
    "Read more|Read also|Also read|Read next|See also|Related|Related "
    "story|Related article|"
    "More on this|Watch|Watch now|Listen|Lesen Sie auch|Mehr zum Thema|Lire aussi|À lire aussi|"
    "Lea también|Leggi anche|Leia também|Lees ook|Читайте также";

constexpr std::string_view prompt_phrases =
    "Sign up for our|Sign up to our|Sign up here|Sign up now|Subscribe to our|Subscribe today|"
    "Follow us on|Like us on|Find us on|Join us on|Click here to|Click here for|"
    "Download our app|Download the app|Get our app|Have your say|Join the conversation|"
    "Join the debate|Share this with|Share this article with|This article is more than|"
    "Get the latest news|Enter your email|Thank you for signing up|Support our journalism|"
    "Become a subscriber|To read the full story|Please log in|Please sign in|Please enable|"
    "Enable JavaScript|Your email address will not be published|We use cookies|"
    "This site uses cookies|This website uses cookies|By continuing to use this site|"
    "By signing up|We value your privacy|Newsletter sign up|Folgen Sie uns|Suivez-nous sur|"
    "Síguenos en|Подписывайтесь на";

constexpr std::string_view site_part_phrases =
    "Home|Homepage|Home page|News|All news|News feed|Newsfeed|Video|Videos|Photo|Photos|"
    "Pictures|Gallery|Galleries|Audio|Live|Live TV|TV|Radio|Breaking news|Latest|Topics|Tags|"
    "Category|Categories|Archive|Contact|Contact us|About|About us|Weather|Newsletter|"
    "Newsletters|Podcast|Podcasts|E-paper|Jobs|Shop|Search|More|Privacy policy|Terms of use|"
    "Terms and conditions|Cookie policy|Startseite|Nachrichten|Accueil|Actualités|Inicio|"
    "Noticias|Главная|Новости|首页|新闻";

constexpr std::string_view section_phrases =
    "World|World news|Politics|Business|Business news|Economy|Markets|Finance|Money|Sport|"
    "Sports|Football|Technology|Tech|Science|Health|Culture|Arts|Books|Entertainment|Lifestyle|"
    "Life|Travel|Food|Opinion|Comment and debate|Analysis|Editorial|Education|Environment|"
    "Climate|Crime|Society|Local|National|International|Europe|Asia|Africa|Middle East|"
    "Americas|UK|UK news|US|US news|Obituaries|Politik|Wirtschaft|Kultur|Wissenschaft|Meinung|"
    "Ausland|Inland|Politique|Économie|Monde|Société|Política|Economía|Mundo|Deportes|Cultura|"
    "Политика|Экономика|Общество|Спорт|Культура";

constexpr std::string_view language_phrases =
    "English|Deutsch|Français|Español|Italiano|Português|Nederlands|Polski|Čeština|Slovenčina|"
    "Magyar|Română|Svenska|Norsk|Dansk|Suomi|Eesti|Latviešu|Lietuvių|Türkçe|Shqip|Hrvatski|"
    "Srpski|Bosanski|Slovenščina|Български|Македонски|Српски|Русский|Українська|Беларуская|"
    "Қазақша|Ελληνικά|Հայերեն|ქართული|עברית|العربية|فارسی|اردو|हिन्दी|বাংলা|தமிழ்|ไทย|"
    "Tiếng Việt|Bahasa Indonesia|Bahasa "
    "Melayu|中文|简体中文|繁體中文|日本語|한국어|Azərbaycan|Català|Euskara|"
    "German|French|Spanish|Italian|Portuguese|Dutch|Polish|Czech|Slovak|Hungarian|Romanian|"
    "Swedish|Norwegian|Danish|Finnish|Estonian|Latvian|Lithuanian|Turkish|Albanian|Croatian|"
    "Serbian|Bosnian|Slovenian|Bulgarian|Macedonian|Russian|Ukrainian|Belarusian|Kazakh|Greek|"
    "Armenian|Georgian|Hebrew|Arabic|Persian|Farsi|Urdu|Hindi|Bengali|Tamil|Thai|Vietnamese|"
    "Indonesian|Malay|Chinese|Japanese|Korean|Azerbaijani|Catalan|Basque";

}  // namespace

const PhraseSet& buttons() {
    static const PhraseSet set(button_phrases);
    return set;
}

const PhraseSet& list_headings() {
    static const PhraseSet set(list_heading_phrases);
    return set;
}

const PhraseSet& pointers() {
    static const PhraseSet set(pointer_phrases);
    return set;
}

const PhraseSet& prompts() {
    static const PhraseSet set(prompt_phrases);
    return set;
}

const PhraseSet& site_parts() {
    static const PhraseSet set(site_part_phrases);
    return set;
}

const PhraseSet& sections() {
    static const PhraseSet set(section_phrases);
    return set;
}

const PhraseSet& languages() {
    static const PhraseSet set(language_phrases);
    return set;
}

}  // namespace nutgraf::archive
