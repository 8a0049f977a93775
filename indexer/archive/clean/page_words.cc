#include "indexer/archive/clean/page_words.h"

#include <array>

namespace nutgraf::archive {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array button_phrases = {
    "Print"sv, "Print this"sv, "Print this article"sv, "Print this page"sv, "Print article"sv,
    "Print page"sv, "Printer-friendly version"sv, "Hide Ad"sv, "Hide Ads"sv, "Ad"sv, "Advert"sv,
    "Advertisement"sv, "Advertisements"sv, "Advertisement Continue reading the main story"sv,
    "Sponsored"sv, "Promoted"sv, "Share"sv, "Share this"sv, "Share this article"sv,
    "Share this story"sv, "Share this page"sv, "Share article"sv, "Share story"sv,
    "Share on Facebook"sv, "Share on Twitter"sv, "Share on WhatsApp"sv, "Share on LinkedIn"sv,
    "Share via email"sv, "Share by email"sv, "Tweet"sv, "Tweet this"sv, "Email"sv, "E-mail"sv,
    "Email this"sv, "Email this article"sv, "Email this to a friend"sv, "Copy link"sv,
    "Save"sv, "Save article"sv, "Save for later"sv, "Bookmark"sv, "Comment"sv, "Comments"sv,
    "Leave a comment"sv, "Leave a reply"sv, "Post a comment"sv, "Add a comment"sv, "Add comment"sv,
    "View comments"sv, "Show comments"sv, "Read comments"sv, "No comments"sv, "Read more"sv,
    "Read more here"sv, "Read full story"sv, "Read the full story"sv, "Continue reading"sv,
    "Continue reading the main story"sv, "Keep reading"sv, "Story continues below"sv,
    "Story continues below advertisement"sv, "Story continues after advertisement"sv,
    "Article continues below"sv, "Article continues below advertisement"sv,
    "Article continues after ad"sv, "Article continues after advertisement"sv, "Show more"sv,
    "Load more"sv, "View more"sv, "See more"sv, "Back to top"sv, "Skip to content"sv,
    "Skip to main content"sv, "Skip to navigation"sv, "Skip ad"sv, "Skip advertisement"sv,
    "Close"sv, "Menu"sv, "Log in"sv, "Login"sv, "Sign in"sv, "Sign up"sv, "Subscribe"sv,
    "Subscribe now"sv, "Follow"sv, "Follow us"sv, "Show news feed"sv, "Hide news feed"sv,
    "Show latest headlines"sv, "Show caption"sv, "Hide caption"sv, "Toggle caption"sv,
    "Enlarge image"sv, "Enlarge this image"sv, "View image in fullscreen"sv,
    "View gallery"sv, "Play video"sv, "Watch video"sv, "Listen to this article"sv, "Loading"sv,
    "Loading comments"sv, "Facebook"sv, "Twitter"sv, "WhatsApp"sv, "LinkedIn"sv, "Telegram"sv,
    "Pinterest"sv, "Reddit"sv, "Facebook Twitter"sv, "RSS"sv, "Download PDF"sv, "Text size"sv,
    "Font size"sv,
    // German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese.
    "Anzeige"sv, "Werbung"sv, "Drucken"sv, "Teilen"sv, "Artikel drucken"sv, "Artikel teilen"sv,
    "Artikel merken"sv, "Kommentare"sv, "Weiterlesen"sv, "Mehr anzeigen"sv, "Zur Startseite"sv,
    "Publicité"sv, "Partager"sv, "Partager cet article"sv, "Imprimer"sv, "Commenter"sv,
    "Commentaires"sv, "Lire la suite"sv, "Publicidad"sv, "Compartir"sv, "Imprimir"sv,
    "Comentarios"sv, "Leer más"sv, "Seguir leyendo"sv, "Pubblicità"sv, "Condividi"sv, "Stampa"sv,
    "Commenti"sv, "Publicidade"sv, "Compartilhar"sv, "Partilhar"sv, "Advertentie"sv, "Delen"sv,
    "Afdrukken"sv, "Реклама"sv, "Поделиться"sv, "Распечатать"sv, "Версия для печати"sv,
    "Комментарии"sv, "分享"sv, "打印"sv, "广告"sv, "评论"sv,
};

constexpr std::array list_heading_phrases = {
    "Latest News"sv, "Latest headlines"sv, "Latest stories"sv, "Most Read"sv, "Most popular"sv,
    "Most viewed"sv, "Most shared"sv, "Most commented"sv, "Related"sv, "Related articles"sv,
    "Related stories"sv, "Related news"sv, "Related content"sv, "Related topics"sv,
    "Related posts"sv, "Related links"sv, "Related coverage"sv, "Read also"sv, "Also read"sv,
    "Read next"sv, "More on this story"sv, "More on this topic"sv, "More stories"sv, "More news"sv,
    "More like this"sv, "You may also like"sv, "You might also like"sv, "Recommended"sv,
    "Recommended for you"sv, "Recommended stories"sv, "Trending"sv, "Trending now"sv,
    "Popular now"sv, "Editor's picks"sv, "Editors' picks"sv, "Top stories"sv, "Don't miss"sv,
    "What to read next"sv, "Up next"sv, "Around the web"sv, "From the web"sv, "Sponsored links"sv,
    "Sponsored content"sv, "See also"sv, "Mehr zum Thema"sv, "Lesen Sie auch"sv, "Meistgelesen"sv,
    "Das könnte Sie auch interessieren"sv, "À lire aussi"sv, "Lire aussi"sv, "Les plus lus"sv,
    "Sur le même sujet"sv, "Lea también"sv, "Te puede interesar"sv, "Lo más leído"sv,
    "Leggi anche"sv, "Leia também"sv, "Lees ook"sv, "Читайте также"sv, "Последние новости"sv,
    "Другие новости"sv, "По теме"sv, "相关新闻"sv, "推荐阅读"sv, "最新消息"sv,
};

constexpr std::array pointer_phrases = {
    "Read more"sv, "Read also"sv, "Also read"sv, "Read next"sv, "See also"sv, "Related"sv,
    "Related story"sv, "Related article"sv, "More on this"sv, "Watch"sv, "Watch now"sv, "Listen"sv,
    "Lesen Sie auch"sv, "Mehr zum Thema"sv, "Lire aussi"sv, "À lire aussi"sv, "Lea también"sv,
    "Leggi anche"sv, "Leia também"sv, "Lees ook"sv, "Читайте также"sv,
};

constexpr std::array prompt_phrases = {
    "Sign up for our"sv, "Sign up to our"sv, "Sign up here"sv, "Sign up now"sv,
    "Subscribe to our"sv, "Subscribe today"sv, "Follow us on"sv, "Like us on"sv, "Find us on"sv,
    "Join us on"sv, "Click here to"sv, "Click here for"sv, "Download our app"sv,
    "Download the app"sv, "Get our app"sv, "Have your say"sv, "Join the conversation"sv,
    "Join the debate"sv, "Share this with"sv, "Share this article with"sv,
    "This article is more than"sv, "Get the latest news"sv, "Enter your email"sv,
    "Thank you for signing up"sv, "Support our journalism"sv, "Become a subscriber"sv,
    "To read the full story"sv, "Please log in"sv, "Please sign in"sv, "Please enable"sv,
    "Enable JavaScript"sv, "Your email address will not be published"sv, "We use cookies"sv,
    "This site uses cookies"sv, "This website uses cookies"sv, "By continuing to use this site"sv,
    "By signing up"sv, "We value your privacy"sv, "Newsletter sign up"sv, "Folgen Sie uns"sv,
    "Suivez-nous sur"sv, "Síguenos en"sv, "Подписывайтесь на"sv,
};

constexpr std::array site_part_phrases = {
    "Home"sv, "Homepage"sv, "Home page"sv, "News"sv, "All news"sv, "News feed"sv, "Newsfeed"sv,
    "Video"sv, "Videos"sv, "Photo"sv, "Photos"sv, "Pictures"sv, "Gallery"sv, "Galleries"sv,
    "Audio"sv, "Live"sv, "Live TV"sv, "TV"sv, "Radio"sv, "Breaking news"sv, "Latest"sv, "Topics"sv,
    "Tags"sv, "Category"sv, "Categories"sv, "Archive"sv, "Contact"sv, "Contact us"sv, "About"sv,
    "About us"sv, "Weather"sv, "Newsletter"sv, "Newsletters"sv, "Podcast"sv, "Podcasts"sv,
    "E-paper"sv, "Jobs"sv, "Shop"sv, "Search"sv, "More"sv, "Privacy policy"sv, "Terms of use"sv,
    "Terms and conditions"sv, "Cookie policy"sv, "Startseite"sv, "Nachrichten"sv, "Accueil"sv,
    "Actualités"sv, "Inicio"sv, "Noticias"sv, "Главная"sv, "Новости"sv, "首页"sv, "新闻"sv,
};

constexpr std::array section_phrases = {
    "World"sv, "World news"sv, "Politics"sv, "Business"sv, "Business news"sv, "Economy"sv,
    "Markets"sv, "Finance"sv, "Money"sv, "Sport"sv, "Sports"sv, "Football"sv, "Technology"sv,
    "Tech"sv, "Science"sv, "Health"sv, "Culture"sv, "Arts"sv, "Books"sv, "Entertainment"sv,
    "Lifestyle"sv, "Life"sv, "Travel"sv, "Food"sv, "Opinion"sv, "Comment and debate"sv,
    "Analysis"sv, "Editorial"sv, "Education"sv, "Environment"sv, "Climate"sv, "Crime"sv,
    "Society"sv, "Local"sv, "National"sv, "International"sv, "Europe"sv, "Asia"sv, "Africa"sv,
    "Middle East"sv, "Americas"sv, "UK"sv, "UK news"sv, "US"sv, "US news"sv, "Obituaries"sv,
    "Politik"sv, "Wirtschaft"sv, "Kultur"sv, "Wissenschaft"sv, "Meinung"sv, "Ausland"sv,
    "Inland"sv, "Politique"sv, "Économie"sv, "Monde"sv, "Société"sv, "Política"sv, "Economía"sv,
    "Mundo"sv, "Deportes"sv, "Cultura"sv, "Политика"sv, "Экономика"sv, "Общество"sv, "Спорт"sv,
    "Культура"sv,
};

constexpr std::array language_phrases = {
    "English"sv, "Deutsch"sv, "Français"sv, "Español"sv, "Italiano"sv, "Português"sv,
    "Nederlands"sv, "Polski"sv, "Čeština"sv, "Slovenčina"sv, "Magyar"sv, "Română"sv, "Svenska"sv,
    "Norsk"sv, "Dansk"sv, "Suomi"sv, "Eesti"sv, "Latviešu"sv, "Lietuvių"sv, "Türkçe"sv, "Shqip"sv,
    "Hrvatski"sv, "Srpski"sv, "Bosanski"sv, "Slovenščina"sv, "Български"sv, "Македонски"sv,
    "Српски"sv, "Русский"sv, "Українська"sv, "Беларуская"sv, "Қазақша"sv, "Ελληνικά"sv,
    "Հայերեն"sv, "ქართული"sv, "עברית"sv, "العربية"sv, "فارسی"sv, "اردو"sv, "हिन्दी"sv, "বাংলা"sv,
    "தமிழ்"sv, "ไทย"sv, "Tiếng Việt"sv, "Bahasa Indonesia"sv, "Bahasa Melayu"sv, "中文"sv,
    "简体中文"sv, "繁體中文"sv, "日本語"sv, "한국어"sv, "Azərbaycan"sv, "Català"sv, "Euskara"sv,
    "German"sv, "French"sv, "Spanish"sv, "Italian"sv, "Portuguese"sv, "Dutch"sv, "Polish"sv,
    "Czech"sv, "Slovak"sv, "Hungarian"sv, "Romanian"sv, "Swedish"sv, "Norwegian"sv, "Danish"sv,
    "Finnish"sv, "Estonian"sv, "Latvian"sv, "Lithuanian"sv, "Turkish"sv, "Albanian"sv,
    "Croatian"sv, "Serbian"sv, "Bosnian"sv, "Slovenian"sv, "Bulgarian"sv, "Macedonian"sv,
    "Russian"sv, "Ukrainian"sv, "Belarusian"sv, "Kazakh"sv, "Greek"sv, "Armenian"sv, "Georgian"sv,
    "Hebrew"sv, "Arabic"sv, "Persian"sv, "Farsi"sv, "Urdu"sv, "Hindi"sv, "Bengali"sv, "Tamil"sv,
    "Thai"sv, "Vietnamese"sv, "Indonesian"sv, "Malay"sv, "Chinese"sv, "Japanese"sv, "Korean"sv,
    "Azerbaijani"sv, "Catalan"sv, "Basque"sv,
};

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
