#include "analyzers/entities/candidates.h"

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t longest_person = 5;
constexpr std::uint32_t longest_body = 14;

bool is_no_word(const Word& word) {
    return !word.has(WordBit::common) && !word.has(WordBit::starter) && !word.has(WordBit::policy);
}

bool is_generational(std::string_view folded) {
    return folded == "jr" || folded == "sr" || folded == "ii" || folded == "iii";
}

}  // namespace

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
                                          !is_first_name(items[i + 1]);
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

/// "The Post Office queue": ordinary words before another one may be just these words.
bool CandidateFinder::is_compound_of_words(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t next = last + 1;
    if (next >= text_.size() || !text_.is_joined(next) || first == 0) return false;
    if (text_[first - 1].grammar != Grammar::definite || text_[last].is_possessive) return false;
    for (std::uint32_t i = first; i <= last; ++i)
        if (!text_[i].has(WordBit::common) || text_[i].shape == Shape::capitals) return false;
    const Word& behind = text_[next];
    return behind.shape == Shape::lower && behind.grammar == Grammar::content &&
           behind.has(WordBit::common) && !behind.has(WordBit::say_verb) &&
           !behind.has(WordBit::role);
}

void CandidateFinder::note_words(Candidate& candidate) const {
    const Word& first = text_[candidate.first];
    candidate.clues.add(candidate.words() == 1 ? Clue::one_word : Clue::several_words);
    const bool is_telling = !first.is_initial || (candidate.words() > 1 && is_no_word(first));
    // All German nouns have a capital.
    const bool is_german = text_.language() == "de";
    candidate.clues.add(is_telling && !is_german ? Clue::inside_sentence : Clue::initial_position);
    if (first.regime != Regime::sentence) candidate.clues.add(Clue::weak_line);
    if (candidate.words() == 1 && first.shape == Shape::capitals &&
        first.regime == Regime::sentence)
        candidate.clues.add(Clue::acronym);
    const bool is_unlisted = candidate.match == nullptr && candidate.words() > 1;
    if (is_unlisted && is_compound_of_words(candidate.first, candidate.last))
        candidate.clues.add(Clue::other_head);
    if (candidate.match != nullptr) {
        const bool is_certain = draft_.matches.is_certain(*candidate.match);
        const bool is_name = candidate.match->uses.has_any(Uses(Use::organisation, Use::person));
        const bool is_context = candidate.match->uses.has_any(
            Uses(Use::organisation_in_context, Use::person_in_context));
        candidate.clues.add(is_certain               ? Clue::listed
                            : is_name && !is_context ? Clue::listed_as_word
                                                     : Clue::listed_in_context);
    }
    note_name_parts(candidate);
}

/// "Berlusconi": a word that is a surname and, as far as we know, nothing else.
bool CandidateFinder::is_plain_surname(const Candidate& candidate) const {
    const Word& word = text_[candidate.first];
    if (candidate.words() != 1 || word.regime != Regime::sentence) return false;
    if (word.shape == Shape::capitals || word.is_glued) return false;
    if (word.grammar != Grammar::content) return false;
    // "in Kent", "the Bishop of Norbury"
    if (candidate.first > 0 && text_.is_joined(candidate.first)) {
        const Grammar before = text_[candidate.first - 1].grammar;
        const bool is_of_title = before == Grammar::of && candidate.first > 1 &&
                                 text_[candidate.first - 2].is_capitalised();
        if (before == Grammar::in || before == Grammar::at || is_of_title) return false;
    }
    const bool is_else = word.has(WordBit::common) || word.has(WordBit::ambiguous_surname) ||
                         word.has(WordBit::ambiguous_org) || word.has(WordBit::month) ||
                         word.has(WordBit::place) || word.has(WordBit::demonym) ||
                         word.has(WordBit::org_head) ||
                         (word.has(WordBit::first_name) && !word.has(WordBit::surname));
    if (is_else) return false;
    if (candidate.match == nullptr) {
        if (word.has(WordBit::surname)) return true;
        const Match* const surname = draft_.matches.longest(candidate.first, Uses(Use::surname));
        return surname != nullptr && surname->last == candidate.last;
    }
    constexpr Uses of_others(Use::organisation, Use::organisation_in_context, Use::place,
                             Use::place_adjective, Use::party_adjective, Use::member);
    return !candidate.match->uses.has_any(of_others);
}

void CandidateFinder::note_name_parts(Candidate& candidate) const {
    std::uint32_t common = 0;
    std::uint32_t initials = 0;
    bool looks_like_person = candidate.words() >= 2 && candidate.words() <= longest_person;
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
        const Word& word = text_[i];
        const bool is_name = word.has(WordBit::first_name) || word.has(WordBit::surname);
        common += word.has(WordBit::common) && !is_name ? 1 : 0;
        initials += word.shape == Shape::initial && !word.is_glued ? 1 : 0;
        if (word.grammar == Grammar::particle && i > candidate.first)
            candidate.clues.add(Clue::particle);
        // "Baker Street", but "Nathan Lane".
        const bool is_surname =
            is_name && candidate.words() > 1 && text_[candidate.first].has(WordBit::first_name);
        if (word.has(WordBit::other_head) && i == candidate.last && !is_surname)
            candidate.clues.add(Clue::other_head);
        if (i > candidate.first && word.before.has(Mark::ampersand))
            candidate.clues.add(Clue::ampersand);
        if (i > candidate.first && word.has(WordBit::place) && !is_name)
            candidate.clues.add(Clue::has_place);
        const bool is_body_word = word.has(WordBit::org_head) || word.has(WordBit::org_suffix) ||
                                  word.has(WordBit::policy) || word.has(WordBit::descriptor);
        if ((is_body_word && !is_name) || word.shape == Shape::capitals) looks_like_person = false;
    }
    const Word& first = text_[candidate.first];
    const Word& last = text_[candidate.last];
    if (common > 0) candidate.clues.add(Clue::common_word);
    if (common == candidate.words()) candidate.clues.add(Clue::all_common);
    if (text_.language() == "de" && !first.has(WordBit::first_name)) looks_like_person = false;
    if (looks_like_person && common == 0) candidate.clues.add(Clue::looks_like_person);
    if (initials > 0 && candidate.words() > 1) candidate.clues.add(Clue::initials);
    if (first.has(WordBit::first_name) && candidate.words() > 1)
        candidate.clues.add(Clue::first_name);
    if (last.has(WordBit::surname)) candidate.clues.add(Clue::known_surname);
    if (candidate.words() > 1) {
        if (last.has(WordBit::org_suffix)) candidate.clues.add(Clue::org_suffix);
        if (last.has(WordBit::org_head)) candidate.clues.add(Clue::org_head);
    }
    if (candidate.words() > 1 && common == 0 && is_generational(text_.folded(candidate.last)))
        candidate.clues.add(Clue::initials);
    const bool is_word = last.has(WordBit::ambiguous_surname) || last.has(WordBit::common) ||
                         last.has(WordBit::ambiguous_org);
    if (candidate.words() == 1 && is_word && last.shape != Shape::capitals) {
        candidate.clues.add(Clue::ambiguous_word);
        if (!last.has(WordBit::month) && !last.is_initial && last.regime == Regime::sentence)
            candidate.clues.add(Clue::capital_of_word);
    }
    if (is_plain_surname(candidate)) candidate.clues.add(Clue::plain_surname);
    if (candidate.words() == 1 && last.shape == Shape::capitals &&
        last.has(WordBit::ambiguous_acronym))
        candidate.clues.add(Clue::ambiguous_word);
    if (candidate.words() == 1 && last.has(WordBit::month))
        candidate.clues.add(Clue::calendar_word);
    if (first.is_initial && text_.is_seen_in_lower_case(first.key))
        candidate.clues.add(Clue::seen_in_lower_case);
    if (candidate.match == nullptr && candidate.words() > longest_person &&
        !last.has(WordBit::org_head) && !last.has(WordBit::org_suffix))
        candidate.clues.add(Clue::too_long);
}

}  // namespace nutgraf::entities
