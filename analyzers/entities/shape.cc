#include "analyzers/entities/shape.h"

#include "analyzers/text/word_class.h"
#include "base/utf8.h"

namespace nutgraf::entities {

namespace {

using analyzers::WordClass;

/// What is counted of a word's letters.
struct Letters {
    std::uint32_t letters = 0;
    std::uint32_t capitals = 0;
    bool begins_with_capital = false;
    bool begins_with_digit = false;
};

/// False when there is more than ASCII in the word.
bool count_ascii(std::string_view word, Letters& counted) {
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
        const bool is_capital = c >= 'A' && c <= 'Z';
        counted.capitals += is_capital ? 1 : 0;
        counted.letters += is_capital || (c >= 'a' && c <= 'z') ? 1 : 0;
    }
    const char first = word.empty() ? '\0' : word.front();
    counted.begins_with_capital = first >= 'A' && first <= 'Z';
    counted.begins_with_digit = first >= '0' && first <= '9';
    return true;
}

Letters count_any(std::string_view word) {
    Letters counted;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = code_point_at(word, at);
        const WordClass word_class = analyzers::word_class(c.value);
        if (at == 0) {
            counted.begins_with_capital = word_class == WordClass::upper;
            counted.begins_with_digit = word_class == WordClass::digit;
        }
        counted.capitals += word_class == WordClass::upper ? 1 : 0;
        counted.letters += analyzers::is_letter(word_class) ? 1 : 0;
        at += c.size;
    }
    return counted;
}

Shape shape_of(const Letters& counted) {
    if (counted.begins_with_digit) return Shape::number;
    if (counted.capitals == 0) return Shape::lower;
    if (!counted.begins_with_capital) return Shape::inner_capital;
    if (counted.letters == 1) return Shape::initial;
    if (counted.capitals == counted.letters) return Shape::capitals;
    return counted.capitals == 1 ? Shape::title : Shape::mixed;
}

}  // namespace

Lettering lettering(std::string_view word) {
    Letters counted;
    if (!count_ascii(word, counted)) counted = count_any(word);
    return {shape_of(counted), counted.letters, counted.capitals};
}

}  // namespace nutgraf::entities
