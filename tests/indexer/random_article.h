#pragma once

#include "analyzers/text/normalise.h"
#include "base/utf8.h"
#include "indexer/archive/article.h"
#include "tests/analyzers/text/random_text.h"

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// Pieces that fit a text, of odd texts. None is learned: what is put into an index has no such
/// ones.
inline std::vector<archive::Piece> random_pieces(std::string_view rest, std::mt19937& random) {
    std::vector<archive::Piece> pieces;
    std::size_t used = 0;
    std::size_t taken = 0;
    for (auto count = random() % 3; count > 0; --count) {
        used += utf8_prefix(rest.substr(used), random() % (rest.size() - used + 1)).size();
        const std::string text =
            "x" + analyzers::normalised_text(random_text(static_cast<unsigned>(random()))).text;
        const auto kind = static_cast<archive::PieceKind>(
            random() % static_cast<std::size_t>(archive::PieceKind::learned));
        pieces.push_back({used + taken, text, kind});
        taken += text.size();
    }
    return pieces;
}

/// An article with some of the fields filled by odd texts; the same for a seed.
inline archive::Article random_article(unsigned seed) {
    std::mt19937 random(seed);
    const auto is_given = [&] { return random() % 2 == 0; };
    const auto text = [&] {
        return analyzers::normalised_text(random_text(static_cast<unsigned>(random()))).text;
    };
    archive::Article article;
    article.id = "article " + std::to_string(seed);
    for (const auto member :
         {&archive::Article::url, &archive::Article::title, &archive::Article::standfirst,
          &archive::Article::body, &archive::Article::updated, &archive::Article::source,
          &archive::Article::section, &archive::Article::wire, &archive::Article::place})
        if (is_given()) article.*member = text();
    if (is_given()) article.removed = random_pieces(article.body, random);
    if (is_given()) article.lang = is_given() ? "en" : "zh";
    for (auto names = random() % 4; names > 0; --names) article.byline.push_back(text());
    if (is_given()) {
        const auto first = std::chrono::sys_days(std::chrono::year(1000) / 1 / 1) +
                           std::chrono::days(random() % 3'000'000);
        article.published = archive::Published{{first, first + std::chrono::days(random() % 366)}};
    }
    if (is_given()) article.extra[text()] = text();
    if (is_given())
        article.extra["kept"] = {nullptr,
                                 true,
                                 -1,
                                 1e300,
                                 18446744073709551615U,
                                 Json::object(),
                                 {{"nested", Json::array({text(), Json::array()})}}};
    return article;
}

}  // namespace nutgraf::tests
