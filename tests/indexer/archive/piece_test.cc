#include "indexer/archive/piece.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_piece_test {

using namespace nutgraf::archive;

namespace {

Piece piece(std::size_t begin, std::string text) {
    return {begin, std::move(text), PieceKind::furniture};
}

}  // namespace

TEST_CASE("a text is put together again where its pieces stood") {
    struct Case {
        std::string rest;
        std::vector<Piece> pieces;
        std::string expected;
    };
    const Case cases[] = {
        {"abc", {}, "abc"},
        {"abc", {piece(0, "x")}, "xabc"},
        {"abc", {piece(3, "x")}, "abcx"},
        {"abc", {piece(1, "x"), piece(3, "y")}, "axbyc"},
        {"abc", {piece(0, "x"), piece(1, "y"), piece(2, "z")}, "xyzabc"},
        {"", {piece(0, "x"), piece(1, "y")}, "xy"},
        {"aé", {piece(3, "é")}, "aéé"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.expected);
        REQUIRE(fit(c.rest, c.pieces));
        const std::string whole = put_together(c.rest, c.pieces);
        CHECK(whole == c.expected);
        for (std::size_t i = 0; i < c.rest.size(); ++i)
            CHECK(whole[place_in_whole(c.pieces, i)] == c.rest[i]);
    }
}

TEST_CASE("pieces that overlap, lie beyond the text or cut a character do not fit") {
    const std::vector<std::vector<Piece>> wrong = {
        {piece(4, "x")},
        {piece(0, "")},
        {piece(2, "x")},
        {piece(1, "xx"), piece(2, "y")},
        {piece(3, "x"), piece(0, "y")},
        {piece(0, "xx"), piece(1, "y")},
        {piece(std::size_t{0} - 1, "x"), piece(0, "y")},
    };
    for (const auto& pieces : wrong) {
        CAPTURE(pieces.front().begin);
        CHECK_FALSE(fit("aé", pieces));
    }
}

TEST_CASE("every kind goes by a name of its own") {
    for (std::size_t i = 0; i < piece_kinds; ++i) {
        const auto kind = static_cast<PieceKind>(i);
        CHECK(piece_kind_named(name_of(kind)) == kind);
    }
    CHECK_FALSE(piece_kind_named("body"));
    CHECK_FALSE(piece_kind_named(""));
}

}  // namespace nutgraf::tests::in_piece_test
