#include "indexer/archive/clean/script.h"

#include "analyzers/text/word_class.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

struct ScriptRange {
    char32_t first;
    char32_t last;
    Script script;
};

/// Blocks of Unicode in their order; what is between them is not told apart.
constexpr std::array script_ranges = {ScriptRange{0x0041, 0x024F, Script::latin},
                                      ScriptRange{0x0370, 0x03FF, Script::greek},
                                      ScriptRange{0x0400, 0x052F, Script::cyrillic},
                                      ScriptRange{0x0531, 0x058F, Script::armenian},
                                      ScriptRange{0x0590, 0x05FF, Script::hebrew},
                                      ScriptRange{0x0600, 0x077F, Script::arabic},
                                      ScriptRange{0x0900, 0x0DFF, Script::indic},
                                      ScriptRange{0x0E00, 0x0E7F, Script::thai},
                                      ScriptRange{0x10A0, 0x10FF, Script::georgian},
                                      ScriptRange{0x1E00, 0x1EFF, Script::latin},
                                      ScriptRange{0x1F00, 0x1FFF, Script::greek},
                                      ScriptRange{0x3040, 0x30FF, Script::east_asian},
                                      ScriptRange{0x3400, 0x9FFF, Script::east_asian},
                                      ScriptRange{0xAC00, 0xD7A3, Script::east_asian}};

Script script_of_letter(char32_t letter) {
    const auto* range = std::ranges::lower_bound(script_ranges, letter, {}, &ScriptRange::last);
    return range != script_ranges.end() && letter >= range->first ? range->script : Script::none;
}

bool is_a_letter(char32_t code_point) {
    const analyzers::WordClass c = analyzers::word_class(code_point);
    return analyzers::is_letter(c) || c == analyzers::WordClass::single;
}

}  // namespace

Script script_of(std::string_view text) {
    constexpr std::size_t looked_at = 4096;
    std::array<std::size_t, 1 + static_cast<std::size_t>(Script::east_asian)> letters{};
    for (std::size_t at = 0; at < std::min(text.size(), looked_at);) {
        const CodePoint code_point = code_point_at(text, at);
        at += code_point.size;
        if (is_a_letter(code_point.value))
            ++letters.at(static_cast<std::size_t>(script_of_letter(code_point.value)));
    }
    const auto* most = std::ranges::max_element(letters);
    return *most == 0 ? Script::none : static_cast<Script>(most - letters.begin());
}

}  // namespace nutgraf::archive
