#include "analyzers/text/word_class.h"

#include <unicode/uchar.h>

#include <array>

namespace nutgraf::analyzers {

namespace {

constexpr std::size_t table_size = 0x10000;  // The basic plane; beyond it ICU is asked each time.

WordClass letter_class(UChar32 c) {
    return u_isUUppercase(c) || u_istitle(c) ? WordClass::upper : WordClass::lower;
}

/// Scripts written without spaces have no Word_Break value; their letters are single words.
WordClass class_without_property(UChar32 c) {
    const auto categories = U_MASK(u_charType(c));
    constexpr auto words = U_GC_L_MASK | U_GC_N_MASK;
    return (categories & words) != 0 ? WordClass::single : WordClass::none;
}

WordClass class_from_properties(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    switch (code_point) {
        case U'.':
            return WordClass::full_stop;
        case U'&':
            return WordClass::ampersand;
        case U'-':
        case U'\u2010':
        case U'\u2011':
            return WordClass::hyphen;
        case U'\'':
        case U'’':
        case U'\uFF07':
            return WordClass::apostrophe;
        case U':':
        case U'\uFE13':
        case U'\uFE55':
        case U'\uFF1A':
        case U'\u202F':  // The narrow no-break space sets French punctuation apart from its word.
            return WordClass::none;
        case U'\u200B':
            return WordClass::extend;  // A zero-width space hides inside words.
        default:
            break;
    }
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
        case U_WB_ALETTER:
            return letter_class(c);
        case U_WB_HEBREW_LETTER:
            return WordClass::hebrew;
        case U_WB_NUMERIC:
            return WordClass::digit;
        case U_WB_KATAKANA:
            return WordClass::single;
        case U_WB_EXTEND:
        case U_WB_FORMAT:
        case U_WB_ZWJ:
            return WordClass::extend;
        case U_WB_MIDLETTER:
            return WordClass::mid_letter;
        case U_WB_MIDNUMLET:
            return WordClass::mid_either;
        case U_WB_MIDNUM:
            return WordClass::mid_number;
        case U_WB_DOUBLE_QUOTE:
            return WordClass::quote;
        case U_WB_EXTENDNUMLET:
            return WordClass::underscore;
        case U_WB_OTHER:
            return class_without_property(c);
        default:
            return WordClass::none;
    }
}

std::array<WordClass, table_size> made_table() {
    std::array<WordClass, table_size> table{};
    for (std::size_t c = 0; c < table_size; ++c)
        table[c] = class_from_properties(static_cast<char32_t>(c));
    return table;
}

}  // namespace

WordClass word_class(char32_t code_point) {
    static const std::array<WordClass, table_size> table = made_table();
    return code_point < table_size ? table[code_point] : class_from_properties(code_point);
}

}  // namespace nutgraf::analyzers
