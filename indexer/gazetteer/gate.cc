#include "indexer/gazetteer/gate.h"

#include "analyzers/entities/block_writer.h"
#include "analyzers/entities/compared_name.h"
#include "analyzers/text/tokenizer.h"
#include "base/utf8.h"

#include <algorithm>

namespace nutgraf::gazetteer {

namespace {

constexpr std::size_t max_name_words = 32;
constexpr std::size_t max_name_bytes = 300;
constexpr std::size_t min_letters = 4;
constexpr std::size_t min_acronym_letters = 2;
constexpr std::size_t min_free_acronym_letters = 4;

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80U;
}

/// Whether a text is in small Latin letters only, as an ordinary word is.
bool is_without_capital(std::string_view text) {
    return std::ranges::all_of(text, is_ascii) && std::ranges::none_of(text, is_capital);
}

/// "NUKIB", "AT&T", "5G".
bool is_in_capitals(std::string_view text) {
    return std::ranges::all_of(text, is_ascii) && std::ranges::none_of(text, is_small) &&
           std::ranges::any_of(text, is_capital);
}

}  // namespace

Passed Gate::passed(const ImportedName& name, entities::EntityKind kind) const {
    const auto written = entities::written_value(name.text);
    if (!written) return {Passage::refused, {}, "a name that no block can hold"};
    const analyzers::Tokens words = analyzers::tokenise(*written);
    if (words.empty()) return {Passage::refused, {}, "a name without a word"};
    if (words.size() > max_name_words || written->size() > max_name_bytes)
        return {Passage::refused, {}, "a name of more than 32 words or 300 bytes"};
    if (is_without_capital(*written))
        return {Passage::refused, {}, "a name without a capital letter"};
    Passed passed{Passage::name, *written, {}};
    const bool is_acronym =
        words.size() == 1 && (is_in_capitals(*written) || name.use == NameUse::acronym);
    const std::size_t letters = code_point_count(words.folded(0));
    if (is_acronym) {
        if (letters < min_acronym_letters) return {Passage::refused, {}, "a name of one letter"};
        const bool is_free = is_in_capitals(*written) && letters >= min_free_acronym_letters &&
                             !is_common(entities::compared_name(*written));
        passed.passage = is_free ? Passage::acronym : Passage::context;
    } else if (words.size() == 1) {
        if (kind == entities::EntityKind::person)
            return {Passage::refused, {}, "one word of a person's name"};
        if (letters < min_letters)
            return {Passage::refused, {}, "one word of fewer than four letters"};
        if (is_common(entities::compared_name(*written))) passed.passage = Passage::context;
    } else {
        bool are_common = true;
        for (std::size_t i = 0; i < words.size(); ++i)
            are_common = are_common && known_.is_word("common", std::string(words.folded(i)));
        if (are_common && kind == entities::EntityKind::organisation)
            passed.passage = Passage::context;
    }
    if (name.use == NameUse::weak) passed.passage = Passage::context;
    return passed;
}

Passed Gate::passed_as_shown(const ImportedName& name, entities::EntityKind kind) const {
    Passed answer = passed(name, kind);
    if (answer.passage != Passage::refused) return answer;
    const auto written = entities::written_value(name.text);
    if (!written || written->size() > max_name_bytes) return answer;
    const std::size_t words = analyzers::tokenise(*written).size();
    if (words == 0 || words > max_name_words) return answer;
    return {Passage::context, *written, {}};
}

bool Gate::may_stand_alone(std::string_view surname) const {
    const std::string folded = entities::compared_name(surname);
    return !known_.is_word("common", folded) || known_.is_word("ambiguous-surname", folded);
}

bool Gate::is_common(const std::string& folded) const {
    return known_.is_word("common", folded) || known_.is_word("ambiguous-org", folded) ||
           known_.is_word("ambiguous-acronym", folded) || known_.is_word("month", folded) ||
           known_.is_word("weekday", folded) || known_.is_word("first-name", folded) ||
           known_.is_word("surname", folded) || !known_.country_of(folded).empty();
}

}  // namespace nutgraf::gazetteer
