#include "analyzers/entities/definitions.h"

namespace nutgraf::entities {

namespace {

constexpr std::size_t longest_acronym = 10;

bool is_acronym(const Reading& text, const Candidate& candidate) {
    if (candidate.words() != 1) return false;
    const Shape shape = text[candidate.first].shape;
    const std::size_t size = text.written(candidate.first).size();
    const bool is_shaped = shape == Shape::capitals || shape == Shape::mixed;
    return is_shaped && size >= 2 && size <= longest_acronym;
}

/// Whether a candidate alone stands in brackets behind another.
bool is_in_brackets(const Reading& text, const Candidate& inner) {
    const std::uint32_t behind = inner.last + 1;
    return text[inner.first].before.has(Mark::opening) &&
           (behind >= text.size() || text[behind].before.has(Mark::closing));
}

/// Whether nothing but "or", "known as" or "also known as the", behind a comma, stands between a
/// name and an acronym.
bool is_introduced(const Reading& text, const Candidate& outer, const Candidate& inner) {
    constexpr std::uint32_t most_words = 4;
    std::uint32_t at = outer.last + 1;
    if (inner.first == at || inner.first > at + most_words) return false;
    if (!text[at].before.has(Mark::comma)) return false;
    const auto skip = [&](std::string_view word) {
        if (at < inner.first && text.folded(at) == word) ++at;
        return at == inner.first;
    };
    if (text.folded(at) == "or") {
        ++at;
    } else {
        skip("also");
        if (skip("known") || text.folded(at) != "as") return false;
        ++at;
    }
    return at == inner.first || skip("the");
}

bool is_body(const Draft& draft, const Candidate& candidate) {
    const Clues clues = candidate.clues;
    if (clues.has(Clue::org_head) || clues.has(Clue::org_suffix) ||
        clues.has(Clue::head_with_complement))
        return true;
    return candidate.match != nullptr && candidate.match->uses.has(Use::organisation) &&
           draft.matches.is_certain(*candidate.match);
}

}  // namespace

bool stands_for(const Reading& text, std::string_view acronym, std::uint32_t first,
                std::uint32_t last) {
    std::size_t at = 0;
    const auto letter = [&] {
        while (at < acronym.size() && acronym[at] == '.') ++at;
        return at < acronym.size() ? acronym[at] : '\0';
    };
    for (std::uint32_t i = first; i <= last; ++i) {
        const std::string_view word = text.folded(i);
        const char wanted = static_cast<char>(letter() | ' ');
        if (letter() != '\0' && !word.empty() && word.front() == wanted) {
            ++at;
            // "BaFin", "Europol": more than one letter of a word.
            std::size_t inside = 1;
            while (inside < word.size() && at < acronym.size() && acronym[at] >= 'a' &&
                   acronym[at] <= 'z' && word[inside] == acronym[at]) {
                ++at;
                ++inside;
            }
        } else if (text[i].is_capitalised()) {
            return false;
        }
    }
    return letter() == '\0';
}

void find_definitions(Draft& draft, std::vector<Definition>& definitions) {
    definitions.clear();
    const Reading& text = draft.text;
    for (std::uint32_t i = 0; i + 1 < draft.candidates.size(); ++i) {
        Candidate& outer = draft.candidates[i];
        Candidate& inner = draft.candidates[i + 1];
        if (outer.verdict != Verdict::open || inner.verdict != Verdict::open) continue;
        const bool is_bracketed = outer.last + 1 == inner.first && is_in_brackets(text, inner);
        if (!is_bracketed && !is_introduced(text, outer, inner)) continue;
        const bool is_reversed = is_acronym(text, outer) && inner.words() > 1;
        Candidate& acronym = is_reversed ? outer : inner;
        Candidate& long_form = is_reversed ? inner : outer;
        if (!is_acronym(text, acronym) || long_form.words() < 2) continue;
        if (stands_for(text, text.written(acronym.first), long_form.first, long_form.last)) {
            acronym.clues.add(Clue::defined);
            long_form.clues.add(Clue::defined);
        } else if (is_body(draft, long_form) && text[acronym.first].shape == Shape::capitals) {
            acronym.clues.add(Clue::in_brackets_after_organisation);
        } else {
            continue;
        }
        definitions.push_back({is_reversed ? i + 1 : i, is_reversed ? i : i + 1});
    }
}

}  // namespace nutgraf::entities
