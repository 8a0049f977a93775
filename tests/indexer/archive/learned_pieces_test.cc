#include "indexer/archive/learned_pieces.h"

#include "base/utf8.h"
#include "tests/indexer/random_article.h"

#include <doctest/doctest.h>

#include <random>

namespace nutgraf::tests::in_learned_pieces_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

/// Ranges of a text as learning may give them.
std::vector<TextRange> random_ranges(std::string_view text, std::mt19937& random) {
    std::vector<TextRange> ranges;
    std::size_t at = 0;
    while (at < text.size() && random() % 4 != 0) {
        const std::size_t begin = at + utf8_prefix(text.substr(at), random() % 20).size();
        const std::size_t end = begin + utf8_prefix(text.substr(begin), random() % 30).size();
        if (begin < end) ranges.push_back({begin, end});
        at = end + (end == at ? 1 : 0);
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
    }
    return ranges;
}

}  // namespace

TEST_CASE(
    "learned lines stand where they stood in the raw text, around what was taken out before") {
    Article article;
    article.body = "One.\n\nThe Courier";
    article.removed = {{4, "\nPrint", PieceKind::furniture}};  // Raw: "One.\nPrint\n\nThe Courier".
    const Article put = article;
    take_out_learned(article, {{4, 17}});
    CHECK(article.body == "One.");
    CHECK(article.removed == std::vector<Piece>{{4, "\nPrint", PieceKind::furniture},
                                                {10, "\n\nThe Courier", PieceKind::learned}});
    CHECK(furniture_of(article) == "Print\nThe Courier\n");
    CHECK(raw_text_of(article) == raw_text_of(put));
    CHECK(with_learned_lines(article) == put);

    // A piece that stood between two bytes of a range stays a piece of its own.
    article = put;
    take_out_learned(article, {{3, 17}});
    CHECK(article.removed == std::vector<Piece>{{3, ".", PieceKind::learned},
                                                {4, "\nPrint", PieceKind::furniture},
                                                {10, "\n\nThe Courier", PieceKind::learned}});
    CHECK(with_learned_lines(article) == put);
}

TEST_CASE("what was learned goes back into any article, byte by byte") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Article put = with_learned_lines(random_article(seed));
        CHECK_FALSE(has_piece(put.removed, PieceKind::learned));
        Article article = put;
        take_out_learned(article, random_ranges(put.body, random));
        REQUIRE(fit(article.body, article.removed));
        CHECK(raw_text_of(article) == raw_text_of(put));
        REQUIRE(with_learned_lines(article) == put);
        CHECK(article_from_stored(to_json(article)) == article);
    }
}

TEST_CASE("a record that was exported is read as it was put in") {
    Article article;
    article.id = "1";
    article.body = "One.\n\nThe Courier";
    const Article put = article;
    take_out_learned(article, {{4, 17}});
    const Json record = to_json(article);
    CHECK(record.at("furniture") ==
          Json::array({{{"begin", 4}, {"text", "\n\nThe Courier"}, {"kind", "learned"}}}));
    const auto read = article_from_json(record);
    REQUIRE(read);
    CHECK(read->article == put);
}

}  // namespace nutgraf::tests::in_learned_pieces_test
