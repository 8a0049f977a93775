#include "indexer/archive/clean/agencies.h"

#include "indexer/archive/clean/block.h"
#include "indexer/archive/clean/phrase_set.h"

#include <algorithm>
namespace nutgraf::archive {

namespace {

// Names with "|" between them.

constexpr std::string_view agency_names =
    "Reuters|Thomson Reuters|Reuters Staff|Thomson Reuters Foundation|AP|Associated Press|"
    "The Associated Press|AFP|Agence France-Presse|AFP-JIJI|AFP Relaxnews|dpa|dpa-AFX|"
    "dpa international|Bloomberg|Bloomberg News|Xinhua|Xinhua News Agency|新华社|UPI|"
    "United Press International|PTI|Press Trust of India|IANS|ANI|UNI|APP|PPI|Kyodo|Kyodo News|"
    "Jiji|Jiji Press|Yonhap|CNA|TASS|ITAR-TASS|Interfax|RIA|RIA Novosti|Sputnik|ТАСС|ИТАР-ТАСС|"
    "Интерфакс|РИА Новости|Ukrinform|UNIAN|BelTA|Anadolu|Anadolu Agency|AA|EFE|Europa Press|"
    "ANSA|Adnkronos|AGI|Lusa|Belga|ANP|APA|SDA|Keystone-SDA|ATS|SID|epd|KNA|PA|PA Media|"
    "Press Association|AAP|Australian Associated Press|NZPA|CP|The Canadian Press|"
    "Canadian Press|PAP|CTK|ČTK|TASR|SITA|MTI|Agerpres|BTA|Tanjug|Beta|HINA|FENA|STA|ANA-MPA|"
    "BNS|LETA|ELTA|TT|NTB|Ritzau|STT|NAN|MENA|WAM|SPA|KUNA|QNA|BNA|Petra|SANA|IRNA|ISNA|Tasnim|"
    "Bernama|Antara|VNA|TNA|BSS|UNB|SAPA|KCNA|Notimex|Prensa Latina|Télam|Agência Brasil|"
    "Estadão Conteúdo|RTTNews|MarketWatch|Dow Jones|Dow Jones Newswires|PR Newswire|PRNewswire|"
    "Business Wire|GlobeNewswire|awp|AWP|DPA|Armenpress|ARKA|CNS|RNS|IPS|RFE/RL";

constexpr std::string_view service_words = "wire|newswire|news|agency|press|bureau";

constexpr std::string_view cities =
    "Abidjan|Abu Dhabi|Accra|Addis Ababa|Algiers|Amman|Amsterdam|Ankara|Astana|Athens|Atlanta|"
    "Auckland|Baghdad|Baku|Bangkok|Barcelona|Beijing|Beirut|Belfast|Belgrade|Berlin|Bogota|"
    "Boston|Brasilia|Bratislava|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Canberra|"
    "Caracas|Chicago|Colombo|Copenhagen|Dakar|Dallas|Damascus|Delhi|Denver|Detroit|Dhaka|Doha|"
    "Dubai|Dublin|Edinburgh|Frankfurt|Geneva|Glasgow|Hanoi|Harare|Havana|Helsinki|Hong Kong|"
    "Houston|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Kampala|Karachi|Kathmandu|"
    "Khartoum|Kiev|Kyiv|Kinshasa|Kuala Lumpur|Kuwait City|Lagos|La Paz|Lima|Lisbon|London|"
    "Los Angeles|Luanda|Lusaka|Luxembourg|Madrid|Manila|Maputo|Melbourne|Mexico City|Miami|"
    "Milan|Minsk|Mogadishu|Montevideo|Montreal|Moscow|Mumbai|Munich|Nairobi|New Delhi|New York|"
    "Nicosia|Oslo|Ottawa|Paris|Philadelphia|Phnom Penh|Prague|Pretoria|Pyongyang|Quito|Rabat|"
    "Ramallah|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|San Francisco|Santiago|Sao Paulo|"
    "Sarajevo|Seattle|Seoul|Shanghai|Singapore|Skopje|Sofia|Stockholm|Strasbourg|Sydney|Taipei|"
    "Tallinn|Tashkent|Tbilisi|Tehran|Tel Aviv|Tirana|Tokyo|Toronto|Tripoli|Tunis|Ulaanbaatar|"
    "United Nations|Vatican City|Vienna|Vilnius|Warsaw|Washington|Wellington|Yangon|Yerevan|"
    "Zagreb|Zurich|Москва|Санкт-Петербург|Киев|Минск";

}  // namespace

bool is_agency(std::string_view name) {
    static const PhraseSet agencies(agency_names);
    static const std::vector<std::string_view> names = phrases_in(agency_names);
    // Short names are words too: an app, a spa.
    constexpr std::size_t short_name = 5;
    if (name.size() <= short_name) return std::ranges::find(names, name) != names.end();
    return agencies.has(folded_words(name));
}

bool is_called_a_service(std::string_view name) {
    static const PhraseSet words(service_words);
    const std::string folded = folded_words(name);
    const std::size_t space = folded.rfind(' ');
    return space != std::string::npos && words.has(folded.substr(space + 1));
}

bool is_dateline_city(std::string_view name) {
    static const PhraseSet known(cities);
    return known.has(folded_words(name));
}

}  // namespace nutgraf::archive
