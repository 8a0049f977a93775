#include "tests/support/plain_text.h"

#include "analyzers/text/stem.h"
#include "analyzers/text/tokenizer.h"

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

bool is_linked(const Stretch& left, const Stretch& right, const Link& link) {
    const std::size_t distance = apart(left, right);
    if (link.kind == Link::Kind::adjacent)
        return left.last < right.first && distance <= link.distance;
    return distance <= link.distance && (distance > 0 || link.is_excluded);
}

/// A way through the places of a chain's operands, from one on; `at` is the place of the one before
/// that is wanted.
bool goes_on(const std::vector<std::vector<Stretch>>& places, const std::vector<Link>& links,
             std::size_t next, const Stretch& at) {
    // What must not be near stands between this operand and the next that is wanted.
    for (; next < places.size() && links[next - 1].is_excluded; ++next)
        for (const Stretch& excluded : places[next])
            if (is_linked(at, excluded, links[next - 1])) return false;
    if (next == places.size()) return true;
    return std::ranges::any_of(places[next], [&](const Stretch& place) {
        return is_linked(at, place, links[next - 1]) && goes_on(places, links, next + 1, place);
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

}  // namespace

PlainText::PlainText(std::string_view text, const std::string& language,
                     std::vector<PlainMention> mentions)
    : language_(language), mentions_(std::move(mentions)) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    size_ = tokens.size();
    for (std::size_t i = 0; i < size_; ++i) {
        forms_.push_back({i, std::string(tokens.folded(i)), stem_of(language, tokens.caseless(i))});
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
            forms_.push_back({i, folded, stem_of(language, caseless)});
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

bool PlainText::has_within(const query::Within& wanted) const {
    std::vector<std::pair<std::string, std::vector<Stretch>>> words;
    for (const PhraseWord& word : wanted.words) {
        const std::string name = word.forms.folded + (word.is_prefix ? "*" : "") +
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
    return std::ranges::any_of(places.front(), [&](const Stretch& place) {
        return goes_on(places, wanted.links, 1, place);
    });
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
    Places places;
    if (const auto* any = std::get_if<query::Or>(&operand.node)) {
        for (const Query& part : any->parts)
            for (const Stretch& place : places_of(part, is_here)) places.push_back(place);
        return places;
    }
    if (const auto* word = std::get_if<query::Word>(&operand.node))
        return is_here(word->scope) ? places_of_word(word->forms) : places;
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
