#include "tests/support/plain_text.h"

#include "analyzers/text/stem.h"
#include "analyzers/text/tokenizer.h"
#include "analyzers/text/units.h"
#include "base/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>

namespace nutgraf::tests {

using query::Link;
using query::PhraseWord;
using query::Query;

namespace {

std::string stem_of(const std::string& language, std::string_view caseless) {
    if (!analyzers::is_stemmed(language)) return {};
    static std::map<std::string, std::unique_ptr<analyzers::Stemmer>> stemmers;
    auto& stemmer = stemmers[language];
    if (!stemmer) stemmer = std::make_unique<analyzers::Stemmer>(language);
    return std::string(stemmer->stem(caseless));
}

/// How many words further the one is; 0 where they share a word.
std::size_t apart(const Stretch& a, const Stretch& b) {
    if (a.last < b.first) return b.first - a.last;
    return b.last < a.first ? a.first - b.last : 0;
}

/// For each word the number of its unit.
using UnitNumbers = std::vector<std::size_t>;

UnitNumbers numbers_of(const std::vector<std::uint32_t>& begins, std::size_t words) {
    UnitNumbers numbers(words);
    for (std::size_t word = 0; word < words; ++word)
        for (const std::uint32_t begin : begins)
            if (begin <= word) ++numbers[word];
    return numbers;
}

/// The units that links of each kind keep to; null where they keep to none.
struct LinkUnits {
    const UnitNumbers& sentences;
    const UnitNumbers& paragraphs;

    const UnitNumbers* of(const Link& link) const {
        if (link.kind == Link::Kind::sentence) return &sentences;
        return link.kind == Link::Kind::paragraph ? &paragraphs : nullptr;
    }
};

bool is_whole(const Stretch& place, const UnitNumbers* units) {
    return units == nullptr || (*units)[place.first] == (*units)[place.last];
}

/// Whether an operand stands at each word that somebody says.
bool is_of_speech(const Query& operand) {
    if (const auto* said = std::get_if<query::Said>(&operand.node)) return said->words.empty();
    const auto* any = std::get_if<query::Or>(&operand.node);
    return any != nullptr && is_of_speech(any->parts.front());
}

bool is_linked(const Stretch& left, const Stretch& right, const Link& link,
               const LinkUnits& all_units) {
    const std::size_t distance = apart(left, right);
    if (link.may_share && distance == 0)
        return is_whole(left, all_units.of(link)) && is_whole(right, all_units.of(link));
    if (const UnitNumbers* units = all_units.of(link))
        return is_whole(left, units) && is_whole(right, units) &&
               (*units)[left.first] == (*units)[right.first] && (distance > 0 || link.is_excluded);
    if (link.kind == Link::Kind::adjacent)
        return left.last < right.first && distance <= link.distance;
    return distance <= link.distance && (distance > 0 || link.is_excluded);
}

/// A way through the places of a chain's operands, from one on; `at` is the place of the one before
/// that is wanted.
bool goes_on(const std::vector<std::vector<Stretch>>& places, const std::vector<Link>& links,
             std::size_t next, const Stretch& at, const LinkUnits& units) {
    // What must not be near stands between this operand and the next that is wanted.
    for (; next < places.size() && links[next - 1].is_excluded; ++next) {
        if (!is_whole(at, units.of(links[next - 1]))) return false;
        for (const Stretch& excluded : places[next])
            if (is_linked(at, excluded, links[next - 1], units)) return false;
    }
    if (next == places.size()) return true;
    return std::ranges::any_of(places[next], [&](const Stretch& place) {
        return is_linked(at, place, links[next - 1], units) &&
               goes_on(places, links, next + 1, place, units);
    });
}

/// Whether every word from one on can be given a place near all that are chosen.
bool can_choose(const std::vector<std::pair<std::string, std::vector<Stretch>>>& words,
                std::size_t next, std::size_t distance, std::vector<Stretch>& chosen) {
    if (next == words.size()) return true;
    for (const Stretch& place : words[next].second) {
        bool fits = true;
        for (std::size_t i = 0; i < chosen.size(); ++i)
            fits = fits && apart(chosen[i], place) <= distance &&
                   (words[i].first != words[next].first || chosen[i] != place);
        if (!fits) continue;
        chosen.push_back(place);
        if (can_choose(words, next + 1, distance, chosen)) return true;
        chosen.pop_back();
    }
    return false;
}

/// Whether one word becomes the other by so many changes of a letter, tried out one by one.
bool becomes(std::u32string_view a, std::u32string_view b, std::size_t edits) {
    if (a.empty() || b.empty()) return std::max(a.size(), b.size()) <= edits;
    if (a.front() == b.front() && becomes(a.substr(1), b.substr(1), edits)) return true;
    if (edits == 0) return false;
    if (becomes(a.substr(1), b, edits - 1) || becomes(a, b.substr(1), edits - 1) ||
        becomes(a.substr(1), b.substr(1), edits - 1))
        return true;
    return a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0] &&
           becomes(a.substr(2), b.substr(2), edits - 1);
}

std::u32string letters_in(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint letter = code_point_at(text, at);
        letters += letter.value;
        at += letter.size;
    }
    return letters;
}

}  // namespace

PlainText::PlainText(std::string_view text, const std::string& language,
                     std::vector<PlainMention> mentions, std::vector<PlainMention> speech)
    : text_(text), language_(language), mentions_(std::move(mentions)), speech_(std::move(speech)) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    size_ = tokens.size();
    const analyzers::TextUnits units = analyzers::units_of(text, tokens);
    sentence_of_ = numbers_of(units.sentences, size_);
    paragraph_of_ = numbers_of(units.paragraphs, size_);
    for (std::size_t i = 0; i < size_; ++i) {
        forms_.push_back({i, std::string(tokens.folded(i)),
                          text_.substr(tokens[i].begin, tokens[i].end - tokens[i].begin),
                          stem_of(language, tokens.caseless(i))});
        if (tokens[i].is_glued) continue;
        // Two to four parts with hyphens between are one word too, unless that is too long.
        std::string folded(tokens.folded(i));
        std::string caseless(tokens.caseless(i));
        std::size_t parts = 1;
        for (; i + parts < size_ && tokens[i + parts].is_glued; ++parts) {
            folded += tokens.folded(i + parts);
            caseless += tokens.caseless(i + parts);
        }
        if (parts >= 2 && parts <= 4 && folded.size() <= 64 && caseless.size() <= 64)
            forms_.push_back({i, folded, "", stem_of(language, caseless)});
    }
}

bool PlainText::has_word(const query::WordForms& wanted) const {
    return !places_of_word(wanted).empty();
}

bool PlainText::has_phrase(const std::vector<PhraseWord>& wanted) const {
    for (std::size_t begin = 0; begin < size_; ++begin)
        if (!phrases_at(begin, wanted).empty()) return true;
    return false;
}

bool PlainText::has_entity(const query::Entity& wanted) const {
    return has_phrase({{{}, false, wanted}});
}

bool PlainText::has_said(const query::Said& wanted) const {
    return !places_of_said(wanted).empty();
}

/// The words that are theirs, or the places of the phrase with none that is not.
PlainText::Places PlainText::places_of_said(const query::Said& wanted) const {
    std::vector<bool> is_theirs(size_, false);
    for (const PlainMention& quote : speech_)
        for (const std::string& term : quote.terms) {
            if (std::ranges::find(wanted.speaker.terms, term) == wanted.speaker.terms.end())
                continue;
            for (std::size_t i = quote.place.first; i <= quote.place.last; ++i)
                is_theirs.at(i) = true;
        }
    Places places;
    for (std::size_t begin = 0; begin < size_; ++begin) {
        if (wanted.words.empty()) {
            if (is_theirs[begin]) places.push_back({begin, begin});
            continue;
        }
        for (const Stretch& place : phrases_at(begin, wanted.words)) {
            bool is_inside = true;
            for (std::size_t i = place.first; i <= place.last; ++i)
                is_inside = is_inside && is_theirs[i];
            if (is_inside) places.push_back(place);
        }
    }
    return places;
}

bool PlainText::has_within(const query::Within& wanted) const {
    std::vector<std::pair<std::string, std::vector<Stretch>>> words;
    for (const PhraseWord& word : wanted.words) {
        const std::string name = word.forms.folded + (word.is_prefix ? "*" : "") +
                                 (word.is_exact ? "=" + word.forms.spelling : "") +
                                 (word.entity ? "an entity: " + word.entity->text : "");
        words.emplace_back(name, Places{});
        for (std::size_t begin = 0; begin < size_; ++begin)
            for (const Stretch& place : ends_of(begin, word)) words.back().second.push_back(place);
    }
    std::vector<Stretch> chosen;
    return can_choose(words, 0, wanted.distance, chosen);
}

bool PlainText::has_near(const query::Proximity& wanted,
                         const std::function<bool(const query::Scope&)>& is_here) const {
    std::vector<Places> places;
    for (const Query& operand : wanted.operands) places.push_back(places_of(operand, is_here));
    std::vector<Link> links = wanted.links;
    std::size_t before = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        links[i].may_share =
            is_of_speech(wanted.operands[before]) || is_of_speech(wanted.operands[i + 1]);
        if (!links[i].is_excluded) before = i + 1;
    }
    return std::ranges::any_of(places.front(), [&](const Stretch& place) {
        return goes_on(places, links, 1, place, {sentence_of_, paragraph_of_});
    });
}

bool PlainText::has_similar(const query::Similar& wanted) const {
    return !places_of_similar(wanted).empty();
}

PlainText::Places PlainText::places_of_similar(const query::Similar& wanted) const {
    const std::u32string letters = letters_in(wanted.forms.folded);
    Places places;
    for (const Form& form : forms_) {
        const std::u32string other = letters_in(form.folded);
        if (other.front() == letters.front() && becomes(letters, other, wanted.edits))
            places.push_back({form.position, form.position});
    }
    return places;
}

std::size_t PlainText::times(const Query& operand,
                             const std::function<bool(const query::Scope&)>& is_here) const {
    const Places places = places_of(operand, is_here);
    // The most places that do not overlap among those that end before each word.
    std::vector<std::size_t> most(size_ + 1, 0);
    for (std::size_t end = 1; end <= size_; ++end) {
        most[end] = most[end - 1];
        for (const Stretch& place : places)
            if (place.last + 1 == end) most[end] = std::max(most[end], most[place.first] + 1);
    }
    return most[size_];
}

PlainText PlainText::first_paragraph() const {
    PlainText first(text_.substr(0, text_.find('\n')), language_);
    for (const PlainMention& mention : mentions_)
        if (mention.place.last < first.size_) first.mentions_.push_back(mention);
    return first;
}

PlainText::Places PlainText::places_of_word(const query::WordForms& wanted) const {
    const std::string stem = stem_of(language_, wanted.caseless);
    Places places;
    for (const Form& form : forms_)
        if (form.folded == wanted.folded || (!stem.empty() && form.stem == stem))
            places.push_back({form.position, form.position});
    return places;
}

bool PlainText::stands_at(std::size_t position, const PhraseWord& wanted) const {
    const auto first = std::ranges::lower_bound(forms_, position, {}, &Form::position);
    for (auto form = first; form != forms_.end() && form->position == position; ++form) {
        if (wanted.is_exact) {
            if (form->written == wanted.forms.spelling) return true;
            continue;
        }
        if (wanted.is_prefix ? form->folded.starts_with(wanted.forms.folded)
                             : form->folded == wanted.forms.folded)
            return true;
    }
    return false;
}

/// Where one word of a phrase, which may be an entity of several, stands from a position on.
PlainText::Places PlainText::ends_of(std::size_t begin, const PhraseWord& wanted) const {
    if (!wanted.entity) return stands_at(begin, wanted) ? Places{{begin, begin}} : Places{};
    Places places;
    for (const PlainMention& mention : mentions_) {
        const bool is_wanted = std::ranges::any_of(mention.terms, [&](const std::string& term) {
            return std::ranges::find(wanted.entity->terms, term) != wanted.entity->terms.end();
        });
        if (mention.place.first == begin && is_wanted) places.push_back(mention.place);
    }
    const auto& name = wanted.entity->words;
    std::size_t met = 0;
    while (met < name.size() && stands_at(begin + met, {name[met], false})) ++met;
    const Stretch words{begin, begin + met - 1};
    if (met > 0 && met == name.size() && std::ranges::find(places, words) == places.end())
        places.push_back(words);
    return places;
}

PlainText::Places PlainText::phrases_at(std::size_t begin,
                                        const std::vector<PhraseWord>& wanted) const {
    Places places = ends_of(begin, wanted.front());
    for (std::size_t i = 1; i < wanted.size(); ++i) {
        Places longer;
        for (const Stretch& place : places)
            for (const Stretch& next : ends_of(place.last + 1, wanted[i]))
                longer.push_back({begin, next.last});
        places = std::move(longer);
    }
    return places;
}

PlainText::Places PlainText::places_of(
    const Query& operand, const std::function<bool(const query::Scope&)>& is_here) const {
    const bool is_lead = std::visit(
        [](const auto& node) {
            if constexpr (requires { node.scope; }) return node.scope == index::Field::lead;
            return false;
        },
        operand.node);
    if (!is_lead) return places_anywhere_of(operand, is_here);
    const std::size_t lead_size = first_paragraph().size_;
    Places places = places_anywhere_of(operand, is_here);
    std::erase_if(places, [&](const Stretch& place) { return place.last >= lead_size; });
    return places;
}

PlainText::Places PlainText::places_anywhere_of(
    const Query& operand, const std::function<bool(const query::Scope&)>& is_here) const {
    Places places;
    if (const auto* any = std::get_if<query::Or>(&operand.node)) {
        for (const Query& part : any->parts)
            for (const Stretch& place : places_of(part, is_here)) places.push_back(place);
        return places;
    }
    if (const auto* word = std::get_if<query::Word>(&operand.node))
        return is_here(word->scope) ? places_of_word(word->forms) : places;
    if (const auto* similar = std::get_if<query::Similar>(&operand.node))
        return is_here(similar->scope) ? places_of_similar(*similar) : places;
    if (const auto* said = std::get_if<query::Said>(&operand.node))
        return is_here({}) ? places_of_said(*said) : places;
    const auto* phrase = std::get_if<query::Phrase>(&operand.node);
    const auto* prefix = std::get_if<query::Prefix>(&operand.node);
    const auto* entity = std::get_if<query::Entity>(&operand.node);
    for (std::size_t begin = 0; begin < size_; ++begin) {
        Places here;
        if (phrase != nullptr && is_here(phrase->scope)) here = phrases_at(begin, phrase->words);
        if (prefix != nullptr && is_here(prefix->scope))
            here = ends_of(begin, {prefix->forms, true});
        if (entity != nullptr && is_here({})) here = ends_of(begin, {{}, false, *entity});
        places.insert(places.end(), here.begin(), here.end());
    }
    return places;
}

}  // namespace nutgraf::tests
