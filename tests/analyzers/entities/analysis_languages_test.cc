#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_languages_test {

using namespace nutgraf::tests;

TEST_CASE("German nouns have capitals and are nobody") {
    const Setting german{.lang = "de"};
    check_organisations(
        {
            {"Die Deutsche Telekom baut ihr Netz aus.", "Deutsche Telekom=deutsche-telekom"},
            {"Der Bundestag stimmte zu.", "Bundestag=de-bundestag"},
            {"Die Reisenden standen in der Halle und warteten auf den Zug.", ""},
        },
        german);
    check_persons(
        {
            {"Bundeskanzlerin Angela Merkel stimmte zu.", "Angela Merkel=angela-merkel"},
            {"Die Kinder essen im Garten einen Apfel.", ""},
        },
        german);
}

TEST_CASE("French bodies have an adjective in small letters") {
    const Setting french{.lang = "fr"};
    check_organisations(
        {
            {"Il a parlé devant notre Assemblée nationale.",
             "Assemblée nationale=fr-assemblee-nationale"},
            {"La Commission européenne regrette.", "Commission européenne=eu-commission"},
            {"La mairie a éteint les lumières.", ""},
        },
        french);
    check_persons({{"Le président Emmanuel Macron a parlé.", "Emmanuel Macron=emmanuel-macron"}},
                  french);
}

TEST_CASE("Russian names are found in their cases where we list them") {
    const Setting russian{.lang = "ru"};
    check_organisations(
        {
            {"Об этом заявили в Госдуме.", "Госдуме=ru-duma"},
            {"Об этом заявили на вокзале.", ""},
        },
        russian);
    check_persons({{"Президент Владимир Путин прилетел.", "Владимир Путин=vladimir-putin"}},
                  russian);
}

TEST_CASE("Chinese names are found without spaces") {
    const Setting chinese{.lang = "zh"};
    check_organisations({{"记者采访了华为公司。", "华为=huawei"}, {"今天下雨。", ""}}, chinese);
    check_persons({{"中国驻英国大使刘晓明说。", "刘晓明=liu-xiaoming"}}, chinese);
}

}  // namespace nutgraf::tests::in_analysis_languages_test
