#include "analyzers/entities/word_classes.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

constexpr std::array sexes = {
    FlagBit{"f", WordBit::female_name},
    FlagBit{"m", WordBit::male_name},
};

constexpr std::array sayings = {
    FlagBit{"tell", WordBit::tell_verb},
    FlagBit{"urge", WordBit::urge_verb},
    FlagBit{"quote", WordBit::quote_verb},
    FlagBit{"noun", WordBit::noun_too},
};

constexpr std::array modifiers = {
    FlagBit{"past", WordBit::past_modifier},
    FlagBit{"acting", WordBit::acting_modifier},
    FlagBit{"shadow", WordBit::shadow_modifier},
    FlagBit{"future", WordBit::future_modifier},
};

constexpr std::array rows = {
    WordClassRow{"honorific", WordBit::honorific, sexes, false},
    WordClassRow{"org-head", WordBit::org_head, {}, true},
    WordClassRow{"org-suffix", WordBit::org_suffix, {}, true},
    WordClassRow{"other-head", WordBit::other_head, {}, true},
    WordClassRow{"say-verb", WordBit::say_verb, sayings, true},
    WordClassRow{"quote-verb", WordBit::quote_verb, {}, true},
    WordClassRow{"first-name", WordBit::first_name, sexes, false},
    WordClassRow{"surname", WordBit::surname, {}, false},
    WordClassRow{"common", WordBit::common, {}, false},
    WordClassRow{"ambiguous-surname", WordBit::ambiguous_surname, {}, false},
    WordClassRow{"ambiguous-org", WordBit::ambiguous_org, {}, false},
    WordClassRow{"ambiguous-acronym", WordBit::ambiguous_acronym, {}, false},
    WordClassRow{"month", WordBit::month, {}, false},
    WordClassRow{"weekday", WordBit::weekday, {}, false},
    WordClassRow{"policy", WordBit::policy, {}, false},
    WordClassRow{"modifier", WordBit::modifier, modifiers, false},
    WordClassRow{"starter", WordBit::starter, {}, false},
};

}  // namespace

std::span<const WordClassRow> word_classes() {
    return rows;
}

const WordClassRow* word_class_named(std::string_view name) {
    const auto* row = std::ranges::find(rows, name, &WordClassRow::name);
    return row == rows.end() ? nullptr : row;
}

}  // namespace nutgraf::entities
