#include "analyzers/entities/name_capitals.h"

#include "analyzers/text/word_class.h"
#include "base/utf8.h"

namespace nutgraf::entities {

namespace {

using analyzers::WordClass;

/// Walks a name word by word, with the borders the tokenizer has between letters.
class NameWords {
public:
    explicit NameWords(std::string_view name) : name_(name) {}

    /// Whether there is a further word; then `is_capitalised` tells how it begins.
    bool next() {
        bool is_inside = false;
        while (at_ < name_.size()) {
            const CodePoint c = code_point_at(name_, at_);
            const WordClass word_class = analyzers::word_class(c.value);
            const bool is_part = analyzers::is_alphanumeric(word_class);
            const bool is_single = word_class == WordClass::single;
            if (is_inside && !is_part && !joins(word_class)) break;
            if (is_inside && is_single) break;
            at_ += c.size;
            if (is_inside || !(is_part || is_single)) continue;
            is_inside = true;
            is_capitalised_ = word_class == WordClass::upper;
            if (is_single) break;
        }
        return is_inside;
    }

    bool is_capitalised() const { return is_capitalised_; }

private:
    static bool joins(WordClass c) {
        return c == WordClass::apostrophe || c == WordClass::full_stop ||
               c == WordClass::ampersand || c == WordClass::extend || c == WordClass::mid_letter ||
               c == WordClass::underscore;
    }

    std::string_view name_;
    std::size_t at_ = 0;
    bool is_capitalised_ = false;
};

}  // namespace

std::uint32_t capitals_of(std::string_view name) {
    constexpr unsigned bits = 32;
    NameWords words(name);
    std::uint32_t capitals = 0;
    for (unsigned word = 0; word < bits && words.next(); ++word)
        if (words.is_capitalised()) capitals |= std::uint32_t{1} << word;
    return capitals;
}

}  // namespace nutgraf::entities
