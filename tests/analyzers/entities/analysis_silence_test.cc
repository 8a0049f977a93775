#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_silence_test {

using namespace nutgraf::tests;

TEST_CASE("months and words that look like surnames are nobody") {
    check_silence({
        "The fair is open from May 2-3.",
        "It may be late in May or early in March.",
        "May 2019 was wet, and May be warned, so was June.",
        "Since May the price of rice has risen. Hunt for it early.",
        "March 19 is a Tuesday.",
    });
}

TEST_CASE("a capital that speaks for its country is no organisation") {
    check_silence({
        "Washington says it will help.",
        "Beijing urged calm, Moscow denied it and Brussels was silent.",
        "The Western view is that London will wait.",
    });
}

TEST_CASE("companies' names are words as well") {
    check_silence({
        "Apple harvest begins in Kent.",
        "Shell and bark were dry, and the orange is ripe.",
        "The target is next to the gap in the fence.",
        "Apple trees like a cold spring.",
        "The Post Office queue reached the church.",
    });
}

TEST_CASE("laws, prizes, programmes, streets and stadiums are no organisations") {
    check_silence({
        "Nobody was charged under the Official Secrets Act.",
        "It was heard on the Today programme.",
        "The Nobel Peace Prize went to a baker.",
        "The Data Protection Act and the Treaty of Lisbon apply.",
        "They met at Heathrow Airport, in Baker Street and at Wembley Stadium.",
        "Independence Day and the World Cup were rained off.",
    });
}

TEST_CASE("products are no organisations") {
    check_silence({
        "The iPhone and the Galaxy Tab cost more.",
        "Windows users wait.",
        "A Boeing 737 landed.",
    });
}

TEST_CASE("titles and descriptions that name nobody are nobody") {
    check_silence({
        "An Assistant Commissioner and a senior official spoke.",
        "US officials and European diplomats spoke.",
        "State support the company receives is at stake.",
        "The bank, the ministry and the party were not named.",
    });
}

TEST_CASE("places are no organisations") {
    check_silence({
        "It rained in Paris, Georgia, Jordan and New South Wales.",
        "The Lake District and the Black Sea are wet.",
        "United States and United Kingdom",
    });
}

TEST_CASE("what ambushes a recogniser in English is nobody") {
    check_silence({
        "The fair runs on May 2-3 in the old barn.",
        "The bridge may be closed, and May be damned.",
        "He studied the state support the company receives.",
        "April Fool's Day fell on a Monday.",
        "The Gap between rich and poor grew.",
        "Next week the target is orange.",
        "Hope was high, and Grace under fire was rare.",
        "Major roads and a Major in uniform were late.",
        "The Black Friday sale and Boxing Day were quiet.",
        "Shell shock is an old word; Oracle bones are older.",
        "The Queen's Speech was short.",
        "Chapter Three of the book is dull.",
        "The Great Fire of London was in 1666.",
        "Sun, Sea and Sand: the brochure promised it.",
        "Meta questions bore her, and Visa rules changed.",
        "Brussels sprouts are cheap. Turkey is dear at Christmas.",
        "The Third Way and the New Deal are history.",
        "Vitamin C and Hepatitis B were tested.",
        "The Ford across the stream flooded.",
        "Spring came, and Winter Olympics were over.",
        "The Treasury bond market was calm.",
        "Old English, Latin and Modern Greek are taught.",
        "The M25 and the A303 were shut.",
        "The Bank Holiday Monday train was late.",
        "Mercury rose to 30 degrees, and Mars was bright.",
        "The Council Tax bill and the Income Tax form came.",
        "Hunt for clues, Cook the rice, Price the goods.",
        "Tube strike: Central Line and Victoria Line shut.",
        "The First World War and the Cold War ended.",
        "Copy the Word document and the Excel sheet.",
    });
}

TEST_CASE("what ambushes a recogniser in other languages is nobody") {
    check_silence(
        {
            "Le Premier Mai est férié.",
            "La Bourse a monté et l'Orange est mûre.",
            "La Marne et la Seine ont débordé.",
            "Le Bac commence lundi, la Toussaint en novembre.",
            "La Loi Macron fut votée en été.",
        },
        {.lang = "fr"});
    check_silence(
        {
            "Die Bahn des Kometen ist lang.",
            "Die Post kommt um zehn, der Bund fürs Leben hält.",
            "Die Kinder, der Koch und der Richter essen Brot.",
            "Am Montag fiel in Hessen der erste Schnee.",
            "Das Grundgesetz gilt, der Tag der Arbeit auch.",
        },
        {.lang = "de"});
    check_silence(
        {
            "Мир дому твоему, труд и май.",
            "Вера, надежда и любовь живут долго.",
            "Восток и Запад, Новый год и Первое мая.",
            "Уголовный кодекс и День Победы.",
        },
        {.lang = "ru"});
    check_silence(
        {
            "五月二日天气很好。",
            "他喜欢吃苹果和小米。",
            "中国和美国的天气不同。",
            "春节和中秋节都很热闹。",
        },
        {.lang = "zh"});
}

TEST_CASE("an empty text and one without letters are silent") {
    check_silence({"", " \n\n ", "12 34, 56.", "!!! ???"});
}

}  // namespace nutgraf::tests::in_analysis_silence_test
