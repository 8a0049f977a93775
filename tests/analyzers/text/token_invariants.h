#pragma once

#include "analyzers/text/fold.h"
#include "analyzers/text/token.h"
#include "base/utf8.h"

#include <string>
#include <string_view>

namespace nutgraf::tests {

/// What a form of a word breaks of what every room relies on; empty when nothing.
inline std::string breach_in_form(std::string_view form) {
    constexpr std::size_t max_bytes = 64;
    if (form.empty()) return "is empty";
    if (form.size() > max_bytes) return "is longer than 64 bytes";
    if (!is_valid_utf8(form)) return "is not UTF-8";
    return {};
}

/// What the tokens of a text break of the tokenizer's promises, in words; empty when nothing.
inline std::string breach_in(std::string_view text, const analyzers::Tokens& tokens) {
    std::size_t at = 0;  // Walks the text once, from one border to the next.
    const auto ends_character = [&](std::size_t offset) {
        while (at < offset) at += code_point_at(text, at).size;
        return at == offset;
    };
    std::size_t previous_end = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto fault = [&](const std::string& what) {
            return "token " + std::to_string(i) + " at byte " + std::to_string(tokens[i].begin) +
                   " " + what;
        };
        const std::size_t begin = tokens[i].begin;
        const std::size_t end = tokens[i].end;
        if (begin < previous_end) return fault("overlaps the one before");
        if (begin >= end || end > text.size()) return fault("has no place in the text");
        const std::string_view between = text.substr(previous_end, begin - previous_end);
        const bool is_hyphen = between == "-" || between == "‐" || between == "‑";
        if (tokens[i].is_glued != (i > 0 && is_hyphen))
            return fault("is not glued as it should be");
        if (!ends_character(begin)) return fault("begins within a character");
        if (!ends_character(end)) return fault("ends within a character");
        for (const std::string_view form : {tokens.folded(i), tokens.caseless(i)})
            if (const std::string what = breach_in_form(form); !what.empty()) return fault(what);
        if (analyzers::fold(tokens.folded(i)).folded != tokens.folded(i))
            return fault("changes when its folded form is folded again");
        previous_end = end;
    }
    for (const analyzers::Compound& compound : analyzers::compounds(tokens))
        for (const std::string& form : {compound.folded, compound.caseless})
            if (const std::string what = breach_in_form(form); !what.empty())
                return "a compound " + what;
    return {};
}

}  // namespace nutgraf::tests
