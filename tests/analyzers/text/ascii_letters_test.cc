#include "analyzers/text/ascii_letters.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace nutgraf::tests::in_ascii_letters_test {

using analyzers::AsciiLetters;

namespace {

/// The same, one byte after the other.
bool is_letter_or_digit(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

void check(const std::string& bytes) {
    CAPTURE(bytes);
    std::size_t count = 0;
    while (count < bytes.size() && is_letter_or_digit(static_cast<unsigned char>(bytes[count])))
        ++count;
    const AsciiLetters letters(bytes.data());
    REQUIRE(letters.count() == count);
    std::string lower(AsciiLetters::width, '\0');
    letters.write_lower(lower.data());
    for (std::size_t i = 0; i < count; ++i) {
        const char c = bytes[i];
        REQUIRE(lower[i] == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c));
    }
}

}  // namespace

TEST_CASE("every byte at every place of eight is a letter, a digit or neither") {
    for (std::size_t place = 0; place < AsciiLetters::width; ++place) {
        for (int byte = 0; byte < 0x100; ++byte) {
            std::string bytes(AsciiLetters::width, 'Z');
            bytes[place] = static_cast<char>(byte);
            check(bytes);
        }
    }
}

TEST_CASE("what one byte is changes nothing for the next") {
    constexpr unsigned seed = 20261130;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 100'000; ++i) {
        std::string bytes(AsciiLetters::width, '\0');
        // Often a letter's neighbours: where a range begins or ends.
        for (char& byte : bytes)
            byte = random() % 2 == 0 ? "/09:@AZ[`az{"[random() % 12]
                                     : static_cast<char>(random() % 0x100);
        check(bytes);
    }
}

}  // namespace nutgraf::tests::in_ascii_letters_test
