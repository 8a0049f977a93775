#include "analyzers/entities/capitals.h"

#include "base/utf8.h"

namespace nutgraf::entities {

namespace {

bool is_ascii(std::string_view name) {
    for (const char c : name)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

}  // namespace

bool has_capitals_of(const Sense& name, const Reading& text, std::uint32_t first,
                     std::uint32_t last) {
    std::uint32_t demanded = name.capitals;
    for (std::uint32_t i = first; i <= last && demanded != 0; ++i, demanded >>= 1U)
        if ((demanded & 1U) != 0 && !text[i].is_capitalised()) return false;
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

bool is_of_other_script(std::string_view name) {
    if (is_ascii(name)) return false;
    constexpr char32_t after_latin = 0x370;
    return code_point_at(name, 0).value >= after_latin;
}

}  // namespace nutgraf::entities
