#include "indexer/archive/clean/agencies.h"

#include "indexer/archive/clean/block.h"
#include "indexer/archive/clean/phrase_set.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array agency_names = {
    "Reuters"sv, "Thomson Reuters"sv, "Reuters Staff"sv, "Thomson Reuters Foundation"sv, "AP"sv,
    "Associated Press"sv, "The Associated Press"sv, "AFP"sv, "Agence France-Presse"sv,
    "AFP-JIJI"sv, "AFP Relaxnews"sv, "dpa"sv, "dpa-AFX"sv, "dpa international"sv, "Bloomberg"sv,
    "Bloomberg News"sv, "Xinhua"sv, "Xinhua News Agency"sv, "新华社"sv, "UPI"sv,
    "United Press International"sv, "PTI"sv, "Press Trust of India"sv, "IANS"sv, "ANI"sv, "UNI"sv,
    "APP"sv, "PPI"sv, "Kyodo"sv, "Kyodo News"sv, "Jiji"sv, "Jiji Press"sv, "Yonhap"sv, "CNA"sv,
    "TASS"sv, "ITAR-TASS"sv, "Interfax"sv, "RIA"sv, "RIA Novosti"sv, "Sputnik"sv, "ТАСС"sv,
    "ИТАР-ТАСС"sv, "Интерфакс"sv, "РИА Новости"sv, "Ukrinform"sv, "UNIAN"sv, "BelTA"sv,
    "Anadolu"sv, "Anadolu Agency"sv, "AA"sv, "EFE"sv, "Europa Press"sv, "ANSA"sv, "Adnkronos"sv,
    "AGI"sv, "Lusa"sv, "Belga"sv, "ANP"sv, "APA"sv, "SDA"sv, "Keystone-SDA"sv, "ATS"sv, "SID"sv,
    "epd"sv, "KNA"sv, "PA"sv, "PA Media"sv, "Press Association"sv, "AAP"sv,
    "Australian Associated Press"sv, "NZPA"sv, "CP"sv, "The Canadian Press"sv, "Canadian Press"sv,
    "PAP"sv, "CTK"sv, "ČTK"sv, "TASR"sv, "SITA"sv, "MTI"sv, "Agerpres"sv, "BTA"sv, "Tanjug"sv,
    "Beta"sv, "HINA"sv, "FENA"sv, "STA"sv, "ANA-MPA"sv, "BNS"sv, "LETA"sv, "ELTA"sv, "TT"sv,
    "NTB"sv, "Ritzau"sv, "STT"sv, "NAN"sv, "MENA"sv, "WAM"sv, "SPA"sv, "KUNA"sv, "QNA"sv, "BNA"sv,
    "Petra"sv, "SANA"sv, "IRNA"sv, "ISNA"sv, "Tasnim"sv, "Bernama"sv, "Antara"sv, "VNA"sv, "TNA"sv,
    "BSS"sv, "UNB"sv, "SAPA"sv, "KCNA"sv, "Notimex"sv, "Prensa Latina"sv, "Télam"sv,
    "Agência Brasil"sv, "Estadão Conteúdo"sv, "RTTNews"sv, "MarketWatch"sv, "Dow Jones"sv,
    "Dow Jones Newswires"sv, "PR Newswire"sv, "PRNewswire"sv, "Business Wire"sv,
    "GlobeNewswire"sv, "awp"sv, "AWP"sv, "DPA"sv, "Armenpress"sv, "ARKA"sv, "CNS"sv, "RNS"sv,
    "IPS"sv, "RFE/RL"sv,
};

constexpr std::array service_words = {"wire"sv, "newswire"sv, "news"sv, "agency"sv, "press"sv,
                                      "bureau"sv};

constexpr std::array cities = {
    "Abidjan"sv, "Abu Dhabi"sv, "Accra"sv, "Addis Ababa"sv, "Algiers"sv, "Amman"sv,
    "Amsterdam"sv, "Ankara"sv, "Astana"sv, "Athens"sv, "Atlanta"sv, "Auckland"sv, "Baghdad"sv,
    "Baku"sv, "Bangkok"sv, "Barcelona"sv, "Beijing"sv, "Beirut"sv, "Belfast"sv, "Belgrade"sv,
    "Berlin"sv, "Bogota"sv, "Boston"sv, "Brasilia"sv, "Bratislava"sv, "Brussels"sv,
    "Bucharest"sv, "Budapest"sv, "Buenos Aires"sv, "Cairo"sv, "Canberra"sv, "Caracas"sv,
    "Chicago"sv, "Colombo"sv, "Copenhagen"sv, "Dakar"sv, "Dallas"sv, "Damascus"sv, "Delhi"sv,
    "Denver"sv, "Detroit"sv, "Dhaka"sv, "Doha"sv, "Dubai"sv, "Dublin"sv, "Edinburgh"sv,
    "Frankfurt"sv, "Geneva"sv, "Glasgow"sv, "Hanoi"sv, "Harare"sv, "Havana"sv, "Helsinki"sv,
    "Hong Kong"sv, "Houston"sv, "Islamabad"sv, "Istanbul"sv, "Jakarta"sv, "Jerusalem"sv,
    "Johannesburg"sv, "Kabul"sv, "Kampala"sv, "Karachi"sv, "Kathmandu"sv, "Khartoum"sv,
    "Kiev"sv, "Kyiv"sv, "Kinshasa"sv, "Kuala Lumpur"sv, "Kuwait City"sv, "Lagos"sv, "La Paz"sv,
    "Lima"sv, "Lisbon"sv, "London"sv, "Los Angeles"sv, "Luanda"sv, "Lusaka"sv, "Luxembourg"sv,
    "Madrid"sv, "Manila"sv, "Maputo"sv, "Melbourne"sv, "Mexico City"sv, "Miami"sv, "Milan"sv,
    "Minsk"sv, "Mogadishu"sv, "Montevideo"sv, "Montreal"sv, "Moscow"sv, "Mumbai"sv, "Munich"sv,
    "Nairobi"sv, "New Delhi"sv, "New York"sv, "Nicosia"sv, "Oslo"sv, "Ottawa"sv, "Paris"sv,
    "Philadelphia"sv, "Phnom Penh"sv, "Prague"sv, "Pretoria"sv, "Pyongyang"sv, "Quito"sv,
    "Rabat"sv, "Ramallah"sv, "Reykjavik"sv, "Riga"sv, "Rio de Janeiro"sv, "Riyadh"sv, "Rome"sv,
    "San Francisco"sv, "Santiago"sv, "Sao Paulo"sv, "Sarajevo"sv, "Seattle"sv, "Seoul"sv,
    "Shanghai"sv, "Singapore"sv, "Skopje"sv, "Sofia"sv, "Stockholm"sv, "Strasbourg"sv,
    "Sydney"sv, "Taipei"sv, "Tallinn"sv, "Tashkent"sv, "Tbilisi"sv, "Tehran"sv, "Tel Aviv"sv,
    "Tirana"sv, "Tokyo"sv, "Toronto"sv, "Tripoli"sv, "Tunis"sv, "Ulaanbaatar"sv,
    "United Nations"sv, "Vatican City"sv, "Vienna"sv, "Vilnius"sv, "Warsaw"sv, "Washington"sv,
    "Wellington"sv, "Yangon"sv, "Yerevan"sv, "Zagreb"sv, "Zurich"sv, "Москва"sv,
    "Санкт-Петербург"sv, "Киев"sv, "Минск"sv,
};

}  // namespace

bool is_agency(std::string_view name) {
    static const PhraseSet agencies(agency_names);
    // Short names are words too: an app, a spa.
    constexpr std::size_t short_name = 5;
    if (name.size() <= short_name)
        return std::ranges::find(agency_names, name) != agency_names.end();
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
