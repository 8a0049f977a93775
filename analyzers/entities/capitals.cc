#include "analyzers/entities/capitals.h"

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

bool is_ascii(std::string_view name) {
    for (const char c : name)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

}  // namespace

bool has_capitals_of(std::string_view name, const Reading& text, std::uint32_t first,
                     std::uint32_t last) {
    NameWords words(name);
    for (std::uint32_t i = first; i <= last; ++i) {
        if (!words.next()) return true;  // Cut otherwise than the text: nothing to hold against it.
        if (words.is_capitalised() && !text[i].is_capitalised()) return false;
    }
    return true;
}

bool is_exactly(std::string_view acronym, const Reading& text, std::uint32_t first,
                std::uint32_t last) {
    const std::string_view written = text.written(first, last);
    if (written == acronym) return true;
    // The stop that ends an acronym may be the sentence's.
    return written.size() + 1 == acronym.size() && acronym.starts_with(written) &&
           acronym.ends_with('.');
}

bool demands_capitals(std::string_view name) {
    NameWords words(name);
    while (words.next())
        if (words.is_capitalised()) return true;
    return false;
}

bool is_of_other_script(std::string_view name) {
    if (is_ascii(name)) return false;
    constexpr char32_t after_latin = 0x370;
    return code_point_at(name, 0).value >= after_latin;
}

}  // namespace nutgraf::entities
