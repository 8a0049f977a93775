#include "analyzers/entities/runs.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr std::size_t most_items = 16;
constexpr Uses listed(Use::organisation, Use::person, Use::place, Use::role, Use::role_plural);

bool is_person_word(const Word& word) {
    return word.has(WordBit::first_name) || word.has(WordBit::surname);
}

/// Whether a word may stand in the name of a ministry: "Trade", "Human".
bool is_subject(const Word& word) {
    return word.is_capitalised() && !word.has(WordBit::first_name) &&
           (word.has(WordBit::policy) || word.has(WordBit::common));
}

}  // namespace

bool Runs::next(Piece& piece) {
    piece.clear();
    Item item;
    while (at_ < text_.size() && piece.empty()) {
        at_ = text_.next(at_, Hints(Hint::piece, Hint::match));
        if (at_ == text_.size()) break;
        std::uint32_t last = at_;
        if (items_.is_title(at_, last)) {
            at_ = last + 1;
        } else if (items_.read(at_, item)) {
            piece.push_back(item);
            at_ = item.last + 1;
        } else {
            ++at_;
        }
    }
    while (!piece.empty() && at_ < text_.size() && piece.size() < most_items) {
        std::uint32_t last = at_;
        if (continues(piece, at_) && !items_.is_title(at_, last) && items_.read(at_, item)) {
            piece.push_back(item);
            at_ = item.last + 1;
        } else if (!add_complement(piece) && !add_conjunct(piece)) {
            break;
        }
    }
    return !piece.empty();
}

bool Runs::continues(const Piece& piece, std::uint32_t next) const {
    const Word& word = text_[next];
    const Item& last_item = piece.back();
    const Word& last = text_[last_item.last];
    if (word.is_initial) return false;
    if (last.is_possessive) {
        // "People's Liberation Army", but not "China's Huawei".
        const bool is_saint = text_.folded(piece.front().first) == "st" && piece.size() > 1;
        if (last_item.kind != ItemKind::word || !(last.has(WordBit::common) || is_saint))
            return false;
        constexpr std::uint32_t reach = 3;
        for (std::uint32_t i = next; i < text_.size() && i < next + reach; ++i) {
            if (!text_.is_joined(i) || !text_[i].is_capitalised()) return false;
            if (is_body_head(text_[i])) return true;
        }
        return false;
    }
    if (text_.is_joined(next)) return true;
    const bool is_between_capitals = last.is_capitalised() && word.is_capitalised();
    if (!is_between_capitals) return false;
    if (word.before.has_only(Marks(Mark::space, Mark::ampersand))) return true;
    if (word.before.has_only(Marks(Mark::space, Mark::stop)))
        return last.grammar == Grammar::abbreviation || word.has(WordBit::org_suffix);
    return word.has(WordBit::org_suffix) &&
           word.before.has_only(Marks(Mark::space, Mark::stop, Mark::comma));
}

/// "Union of Democrats", which may go on "for Europe"; "Foundation for Defense", "of Democracies".
bool Runs::has_one_complement(const Piece& piece, std::string_view next) const {
    const auto is_connector = [](const Item& item) { return item.kind == ItemKind::connector; };
    const auto first = std::ranges::find_if(piece, is_connector);
    if (first == piece.end() || std::ranges::count_if(piece, is_connector) != 1) return false;
    const bool is_of = text_[first->first].grammar == Grammar::of;
    return is_of == (next == "for") && !is_person_word(text_[piece.back().last]);
}

/// "the People's Party of Nenad Popović"
bool Runs::is_person_of_body(std::uint32_t at, const Item& item) const {
    const std::uint32_t next = item.last + 1;
    return item.kind == ItemKind::word && text_[at].has(WordBit::first_name) &&
           !text_[at].has(WordBit::place) && next < text_.size() && text_.is_joined(next) &&
           text_[next].is_capitalised() && !is_body_head(text_[next]);
}

bool Runs::add_complement(Piece& piece) {
    const Item& last = piece.back();
    const bool is_listed = last.kind == ItemKind::entity;
    const Word& preposition = text_[at_];
    const std::string_view folded = text_.folded(at_);
    if (last.kind != ItemKind::word && !is_listed) return false;
    const bool goes_on = (folded == "for" || folded == "of") && has_one_complement(piece, folded);
    if (!is_body_head(text_[last.last]) && !goes_on) return false;
    if (text_[last.last].is_possessive || !text_.is_joined(at_)) return false;
    if (preposition.is_capitalised() || (folded != "of" && folded != "for" && folded != "on"))
        return false;
    std::uint32_t next = at_ + 1;
    if (next < text_.size() && text_[next].grammar == Grammar::definite && text_.is_joined(next))
        ++next;
    if (next >= text_.size() || !text_.is_joined(next)) return false;
    Item complement;
    if (!text_[next].is_capitalised() || !items_.read(next, complement)) return false;
    const bool is_place = complement.kind == ItemKind::place;
    if (complement.kind == ItemKind::entity || is_person_of_body(next, complement)) return false;
    // "Royal Society of Literature"
    const bool is_subject_of_listed = folded == "of" && complement.kind == ItemKind::word &&
                                      is_subject(text_[next]) && !is_person_word(text_[next]);
    if (is_listed && !is_place && !is_subject_of_listed) return false;
    piece.push_back({at_, next - 1, ItemKind::connector, nullptr});
    piece.push_back(complement);
    at_ = complement.last + 1;
    return true;
}

/// "Tolley and Sons"
bool Runs::add_family(Piece& piece) {
    const std::uint32_t next = at_ + 1;
    if (text_.folded(at_) != "and" || next >= text_.size()) return false;
    if (!text_.is_joined(at_) || !text_.is_joined(next)) return false;
    const Word& word = text_[next];
    if (!word.is_capitalised() || !word.has(WordBit::org_suffix)) return false;
    if (draft_.matches.longest(next, listed) != nullptr) return false;
    piece.push_back({at_, at_, ItemKind::connector, nullptr});
    piece.push_back({next, next, ItemKind::word, nullptr});
    at_ = next + 1;
    return true;
}

bool Runs::add_conjunct(Piece& piece) {
    const Item& last = piece.back();
    if (last.kind != ItemKind::word || text_[last.last].is_possessive) return false;
    if (add_family(piece)) return true;
    const bool is_complement = std::ranges::any_of(
        piece, [](const Item& item) { return item.kind == ItemKind::connector; });
    if (is_complement ? is_person_word(text_[last.last]) : !is_subject(text_[last.last]))
        return false;
    const bool is_comma = is_complement && text_[at_].has(WordBit::policy) &&
                          text_[at_].before.has_only(Marks(Mark::space, Mark::comma));
    const std::uint32_t next = is_comma ? at_ : at_ + 1;
    if (!is_comma && (text_.folded(at_) != "and" || !text_.is_joined(at_))) return false;
    if (next >= text_.size() || (!is_comma && !text_.is_joined(next))) return false;
    // "Democracy and Socialism", but not "... and John Smith".
    const bool is_single =
        is_complement && items_.is_name_word(next) && !is_person_word(text_[next]) &&
        draft_.matches.longest(next, listed) == nullptr &&
        !(next + 1 < text_.size() && text_.is_joined(next + 1) && text_[next + 1].is_capitalised());
    if (!is_single && !is_subject(text_[next])) return false;
    bool has_head = is_complement;
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = next + 1; !has_head && i < text_.size() && i <= next + reach; ++i) {
        if (!text_.is_joined(i) || !text_[i].is_capitalised()) break;
        has_head = is_body_head(text_[i]);
    }
    if (!has_head) return false;
    if (!is_comma) piece.push_back({at_, at_, ItemKind::connector, nullptr});
    piece.push_back({next, next, ItemKind::word, nullptr});
    at_ = next + 1;
    return true;
}

}  // namespace nutgraf::entities
