#include "analyzers/entities/candidates.h"

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t longest_body = 14;

}  // namespace

/// "Jr", "III"
bool CandidateFinder::is_generational(std::string_view folded) {
    return folded == "jr" || folded == "sr" || folded == "ii" || folded == "iii";
}

void CandidateFinder::find() {
    draft_.candidates.clear();
    Runs runs(draft_);
    while (runs.next(piece_)) resolve(without_starter(piece_));
    draft_.candidate_of.assign(text_.size(), none);
    for (std::uint32_t c = 0; c < draft_.candidates.size(); ++c)
        for (std::uint32_t i = draft_.candidates[c].first; i <= draft_.candidates[c].last; ++i)
            draft_.candidate_of[i] = c;
}

/// Sentences begin with a capital: "Yesterday Theresa May", "Meanwhile Acme Inc".
CandidateFinder::Items CandidateFinder::without_starter(Items items) const {
    const Item& item = items.front();
    const Word& word = text_[item.first];
    if (item.kind != ItemKind::word || item.first != item.last || !word.is_initial) return items;
    // "Von der Leyen spoke."
    const bool is_english = text_.language().empty() || text_.language() == "en";
    if (is_english && word.grammar == Grammar::particle && items.size() > 1) return items;
    if (word.has(WordBit::starter)) return items.subspan(1);
    if (items.size() < 2 || word.has(WordBit::first_name)) return items;
    const Item& second = items[1];
    const bool is_ordinary = word.has(WordBit::common) || text_.is_seen_in_lower_case(word.key);
    const bool begins_name = second.kind == ItemKind::entity || is_first_name(second) ||
                             second.kind == ItemKind::place ||
                             text_[second.first].shape == Shape::capitals;
    return is_ordinary && begins_name ? items.subspan(1) : items;
}

bool CandidateFinder::is_first_name(const Item& item) const {
    return item.kind == ItemKind::word && text_[item.first].has(WordBit::first_name);
}

/// "Church of Saint Anne"
bool CandidateFinder::is_saint(const Item& item) const {
    const std::string_view word = text_.folded(item.last);
    return word == "saint" || word == "st" || word == "sainte" || word == "san" || word == "santa";
}

/// Whether a body may end in an item: "Police", or "Republican Party" of "Italian Republican
/// Party".
bool CandidateFinder::is_tail(const Item& item) const {
    const Word& word = text_[item.last];
    const bool is_head =
        word.is_capitalised() && (word.has(WordBit::org_suffix) || word.has(WordBit::org_head));
    if (item.kind == ItemKind::entity)
        return item.match->uses.has(Use::organisation) && (is_head || has_head_inside(item));
    if (item.kind != ItemKind::word) return false;
    // "Italian Socialist Party", where that of other countries is listed.
    if (item.match != nullptr && item.match->uses.has(Use::organisation_in_context)) return is_head;
    // A word with a small letter is only here when it is a suffix: "Holdings plc".
    return item.first == item.last && (is_head || word.has(WordBit::org_suffix));
}

/// "Conservative Party of Canada", which may be the end of "Progressive Conservative Party of
/// Canada".
bool CandidateFinder::has_head_inside(const Item& item) const {
    for (std::uint32_t i = item.first + 1; i < item.last; ++i)
        if (text_[i].is_capitalised() && text_[i].has(WordBit::org_head) &&
            text_[i + 1].grammar == Grammar::of)
            return true;
    return false;
}

/// Whether a listed name is whole although a country stands before it: "British Labour Party".
bool CandidateFinder::is_of_country(const Item& entity, const Item& place) const {
    if (entity.match == nullptr || place.match == nullptr) return false;
    for (const Sense& meant : place.match->senses) {
        if (meant.table != Table::place) continue;
        const CountryCode country = draft_.facts.country_of_place(meant.number);
        for (const Sense& named : entity.match->senses)
            if (named.table == Table::entity && draft_.facts.country_of(named.number) == country)
                return true;
    }
    return false;
}

/// One past the last item of a body that begins with the first: behind its last head or suffix, or
/// the complement of one. 0 when there is no body.
std::size_t CandidateFinder::end_of_body(Items items) const {
    std::size_t end = 0;
    bool has_connector = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        has_connector |= items[i].kind == ItemKind::connector;
        if (items[i].kind == ItemKind::connector) {
            // Runs only makes one behind a head, or before one.
            end = std::max(end, i + 2);
        } else if (end > i || (is_tail(items[i]) && i > 0)) {
            end = std::max(end, i + 1);
        }
        // "League of United Latin American Citizens"
        const bool continues_complement = end == i + 1 && i + 1 < items.size() && has_connector &&
                                          items[i + 1].kind != ItemKind::entity &&
                                          (!is_first_name(items[i + 1]) || is_saint(items[i]));
        if (continues_complement) ++end;
    }
    return std::min(end, items.size());
}

void CandidateFinder::resolve(Items items) {
    while (!items.empty()) {
        while (items.size() > 1 && is_of_country(items[1], items[0])) items = items.subspan(1);
        const std::size_t end = end_of_body(items);
        const bool is_listed = end == 1 && items.front().kind == ItemKind::entity;
        if (end == 0 || is_listed) return resolve_without_body(items);
        const std::uint32_t first = items.front().first;
        const std::uint32_t last = items[end - 1].last;
        Candidate& body = add(first, last, nullptr);
        for (std::size_t i = 0; i < end; ++i)
            if (items[i].kind == ItemKind::connector) body.clues.add(Clue::head_with_complement);
        if (items.front().kind != ItemKind::word) body.clues.add(Clue::begins_with_place);
        if (body.words() > longest_body) body.clues.add(Clue::too_long);
        items = items.subspan(end);
    }
}

void CandidateFinder::resolve_without_body(Items items) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < items.size();) {
        if (items[i].kind == ItemKind::entity) {
            resolve_words(items, begin, i);
            begin = i = resolve_entity(items, i);
        } else {
            ++i;
        }
    }
    resolve_words(items, begin, items.size());
}

/// Adds a listed name, or the longer one it is part of: "Jill Biden", "Donald Trump Jr".
/// Returns the item behind it.
std::size_t CandidateFinder::resolve_entity(Items items, std::size_t at) {
    const Item& item = items[at];
    std::uint32_t first = item.first;
    std::uint32_t last = item.last;
    std::size_t next = at + 1;
    const Match* match = item.match;
    const bool is_person = match->uses.has(Use::person);
    const bool may_have_first_name = is_person && first == last && at > 0;
    if (may_have_first_name && is_first_name(items[at - 1]) && !draft_.candidates.empty() &&
        draft_.candidates.back().last + 1 == first) {
        first = draft_.candidates.back().first;
        draft_.candidates.pop_back();
        match = nullptr;
    }
    if (is_person && next < items.size() && items[next].kind == ItemKind::word &&
        is_generational(text_.folded(items[next].first))) {
        last = items[next].last;
        match = nullptr;
        ++next;
    }
    add(first, last, match);
    return next;
}

/// Adds what the words and places between listed names may be.
void CandidateFinder::resolve_words(Items items, std::size_t begin, std::size_t end) {
    // "British John Smith", "Paris Hilton", "Dallas Cowboys"
    while (begin < end && items[begin].kind != ItemKind::word) {
        const bool is_last = begin + 1 == end;
        if (is_last) return;
        const bool names_body = !is_first_name(items[begin + 1]) &&
                                items[begin + 1].kind == ItemKind::word &&
                                items[begin].kind == ItemKind::place;
        if (names_body) break;
        ++begin;
    }
    if (begin == end) return;
    // "Michael Jordan", "Stuart Lyon Smith": places are surnames as well.
    const bool begins_person = is_first_name(items[begin]);
    std::size_t stop = begin + 1;
    while (stop < end && (items[stop].kind == ItemKind::word ||
                          (begins_person && items[stop].kind == ItemKind::place &&
                           items[stop].first == items[stop].last)))
        ++stop;
    // "Santiago de Chile"
    while (stop > begin && text_[items[stop - 1].last].grammar == Grammar::particle &&
           !text_[items[stop - 1].last].is_capitalised())
        --stop;
    if (stop == begin) return resolve_words(items, begin + 1, end);
    // "Midfielder John Smith": ordinary words stand before a first name.
    while (begin + 2 < stop && items[begin].kind == ItemKind::word &&
           text_[items[begin].first].has(WordBit::common) && !is_first_name(items[begin]) &&
           is_first_name(items[begin + 1]))
        ++begin;
    const bool is_single = begin + 1 == stop;
    const Match* const match = is_single ? items[begin].match : nullptr;
    Candidate& candidate = add(items[begin].first, items[stop - 1].last, match);
    if (items[begin].kind == ItemKind::place) candidate.clues.add(Clue::begins_with_place);
    if (stop < end) resolve_words(items, stop, end);
}

Candidate& CandidateFinder::add(std::uint32_t first, std::uint32_t last, const Match* match) {
    // "The National Cyber Security Centre": the article is no part of a name.
    if (first < last && text_[first].grammar == Grammar::definite) ++first;
    Candidate candidate;
    candidate.first = first;
    candidate.last = last;
    candidate.match = match;
    note_words(candidate);
    draft_.candidates.push_back(candidate);
    return draft_.candidates.back();
}

}  // namespace nutgraf::entities
