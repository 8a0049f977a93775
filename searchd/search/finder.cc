#include "searchd/search/finder.h"

#include "analyzers/text/token.h"
#include "analyzers/text/units.h"
#include "base/utf8.h"
#include "searchd/query/parts.h"
#include "searchd/query/spelling.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace nutgraf::search {

using analyzers::Compound;
using query::PhraseWord;
using query::Spans;

namespace {

bool is_form(std::string_view folded, const PhraseWord& wanted) {
    return wanted.is_prefix ? folded.starts_with(wanted.forms.folded)
                            : folded == wanted.forms.folded;
}

bool has_entity(const std::vector<PhraseWord>& words) {
    return std::ranges::any_of(words,
                               [](const PhraseWord& word) { return word.entity.has_value(); });
}

void append(std::vector<Found>& to, const std::vector<Found>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// Each span once, with the longest of its marks: a hyphenated word stands where its first part
/// does.
std::vector<Found> each_once(std::vector<Found> found) {
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return std::tuple(a.span, b.mark.end) < std::tuple(b.span, a.mark.end);
    });
    const auto rest = std::unique(found.begin(), found.end(),
                                  [](const Found& a, const Found& b) { return a.span == b.span; });
    found.erase(rest, found.end());
    return found;
}

std::vector<std::vector<Found>> only(const query::Chosen& chosen,
                                     const std::vector<std::vector<Found>>& found) {
    std::vector<std::vector<Found>> kept(found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        for (std::size_t j = 0; j < found[i].size(); ++j)
            if (chosen[i][j]) kept[i].push_back(found[i][j]);
    return kept;
}

}  // namespace

Spans spans_of(const std::vector<Found>& found) {
    Spans spans;
    spans.reserve(found.size());
    for (const Found& one : found) spans.push_back(one.span);
    return spans;
}

std::vector<Found> Finder::word(const query::WordForms& wanted) const {
    const std::string stem =
        stemmer_ != nullptr ? std::string(stemmer_->stem(wanted.caseless)) : "";
    const Words& words = text_.words;
    std::vector<Found> all;
    const auto look_at = [&](std::size_t i) {
        if (is_word(words.tokens.folded(i), words.tokens.caseless(i), wanted, stem))
            all.push_back(found(i, i, i));
    };
    if (keeps_initial(stem)) {
        const char initial = wanted.folded.front();
        const char other = stem.empty() ? initial : stem.front();
        for (std::size_t i = words.next(0, initial, other); i < words.tokens.size();
             i = words.next(i + 1, initial, other))
            look_at(i);
    } else {
        for (std::size_t i = 0; i < words.tokens.size(); ++i) look_at(i);
    }
    for (const Compound& compound : words.compounds)
        if (is_word(compound.folded, compound.caseless, wanted, stem))
            all.push_back(found(compound.first, compound.first, compound.last));
    return all;
}

/// Whether only words that begin like a stem can have it, but for elided articles.
bool Finder::keeps_initial(std::string_view stem) const {
    return stem.empty() || stemmer_->keeps_first_letter();
}

bool Finder::is_word(std::string_view folded, std::string_view caseless,
                     const query::WordForms& wanted, std::string_view stem) const {
    if (folded == wanted.folded) return true;
    return !stem.empty() && stemmer_->stem(caseless) == stem;
}

std::vector<Found> Finder::similar(const query::Similar& wanted) const {
    const query::Spelling spelling(wanted.forms.folded);
    const std::size_t first = code_point_at(wanted.forms.folded, 0).size;
    const std::string_view letter = std::string_view(wanted.forms.folded).substr(0, first);
    const auto is_like = [&](std::string_view folded) {
        return folded.starts_with(letter) && spelling.distance(folded, wanted.edits).has_value();
    };
    const Words& words = text_.words;
    std::vector<Found> all;
    for (std::size_t i = 0; i < words.tokens.size(); ++i)
        if (is_like(words.tokens.folded(i))) all.push_back(found(i, i, i));
    for (const Compound& compound : words.compounds)
        if (is_like(compound.folded))
            all.push_back(found(compound.first, compound.first, compound.last));
    return all;
}

std::vector<Found> Finder::phrase(const std::vector<PhraseWord>& wanted) const {
    return has_entity(wanted) ? sequence(wanted) : of_plain_words(wanted);
}

std::vector<Found> Finder::of_plain_words(const std::vector<PhraseWord>& wanted) const {
    const Words& words = text_.words;
    std::vector<Found> all;
    if (wanted.size() > words.tokens.size()) return all;
    const std::size_t end = words.tokens.size() - wanted.size() + 1;
    // What begins a word's folded form begins the hyphenated word's as well.
    const char initial = wanted.front().forms.folded.front();
    std::size_t last = 0;
    for (std::size_t i = words.next(0, initial, initial); i < end;
         i = words.next(i + 1, initial, initial))
        if (is_sequence_at(i, wanted, last)) all.push_back(found(i, i + wanted.size() - 1, last));
    return all;
}

/// Whether the words of a phrase stand at a position; `last` becomes the token where they end.
bool Finder::is_sequence_at(std::size_t position, const std::vector<PhraseWord>& wanted,
                            std::size_t& last) const {
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!meets(position + i, wanted[i], last)) return false;
    return true;
}

/// Whether a word of a phrase stands at a position; `last` becomes the token where it ends.
bool Finder::meets(std::size_t position, const PhraseWord& wanted, std::size_t& last) const {
    if (wanted.is_exact) {
        last = position;
        return text_.words.written(position) == wanted.forms.spelling;
    }
    if (is_form(text_.words.tokens.folded(position), wanted)) {
        last = position;
        return true;
    }
    const analyzers::Tokens& tokens = text_.words.tokens;
    if (position + 1 >= tokens.size() || !tokens[position + 1].is_glued) return false;
    const auto& compounds = text_.words.compounds;
    const auto compound = std::ranges::lower_bound(compounds, position, {}, &Compound::first);
    if (compound == compounds.end() || compound->first != position ||
        !is_form(compound->folded, wanted))
        return false;
    last = compound->last;
    return true;
}

/// A phrase with entities in it, whose mentions have any number of words.
std::vector<Found> Finder::sequence(const std::vector<PhraseWord>& wanted) const {
    std::vector<Found> whole;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        std::vector<Found> part =
            wanted[i].entity ? entity(*wanted[i].entity) : of_plain_words({wanted[i]});
        if (i == 0) {
            whole = std::move(part);
            continue;
        }
        std::vector<Found> longer;
        for (const auto& [before, behind] : query::side_by_side(spans_of(whole), spans_of(part)))
            longer.push_back({{whole[before].span.first, part[behind].span.last},
                              {whole[before].mark.begin, part[behind].mark.end}});
        whole = each_once(std::move(longer));
    }
    return whole;
}

std::vector<Found> Finder::entity(const query::Entity& wanted) const {
    std::vector<Found> all;
    if (!wanted.words.empty()) {
        std::vector<PhraseWord> name;
        for (const query::WordForms& forms : wanted.words) name.push_back({forms, false});
        all = of_plain_words(name);
    }
    if (text_.named == nullptr) return all;
    const auto is_wanted = [&](const std::string& term) {
        return std::ranges::binary_search(wanted.terms, term);
    };
    for (const index::StoredMention& mention : text_.named->mentions) {
        if (mention.is_in_title != (text_.field == index::Field::title)) continue;
        if (mention.last_token >= text_.words.tokens.size()) continue;  // Behind the lead.
        if (std::ranges::any_of(text_.named->term_sets[mention.terms], is_wanted))
            all.push_back(
                {{mention.first_token, mention.last_token}, {mention.begin, mention.end}});
    }
    return all;
}

std::vector<Found> Finder::said(const query::Said& wanted) const {
    if (wanted.words.empty()) return speech(wanted);
    const Spans cover = spans_of(words_of_speech(wanted));
    std::vector<Found> words = phrase(wanted.words);
    std::erase_if(words,
                  [&](const Found& found) { return query::covered({found.span}, cover).empty(); });
    return words;
}

/// The quotes of a speaker.
std::vector<Found> Finder::speech(const query::Said& wanted) const {
    if (text_.named == nullptr) return {};
    const auto is_wanted = [&](const std::string& term) {
        return std::ranges::binary_search(wanted.speaker.terms, term);
    };
    std::vector<Found> speech;
    for (const index::StoredQuote& quote : text_.named->quotes) {
        if (quote.is_in_title != (text_.field == index::Field::title)) continue;
        if (quote.terms == index::StoredQuote::nobody) continue;
        if (!std::ranges::any_of(text_.named->term_sets[quote.terms], is_wanted)) continue;
        speech.push_back({{quote.first_token, quote.last_token}, {quote.begin, quote.end}});
    }
    return speech;
}

/// The words of a speaker one by one and in order, as the index has them: quotes may lie within
/// each other.
std::vector<Found> Finder::words_of_speech(const query::Said& wanted) const {
    std::vector<Found> words;
    for (const Found& quote : speech(wanted))
        for (std::uint32_t token = quote.span.first; token <= quote.span.last; ++token)
            words.push_back(found(token, token, token));
    return each_once(std::move(words));
}

/// Neighbouring words, in their order, as one place.
std::vector<Found> Finder::joined(const std::vector<Found>& neighbours) const {
    std::vector<Found> places;
    for (const Found& word : neighbours) {
        const bool goes_on = !places.empty() && places.back().span.last + 1 == word.span.first;
        if (goes_on) {
            places.back() = found(places.back().span.first, word.span.last, word.span.last);
        } else {
            places.push_back(word);
        }
    }
    return places;
}

std::vector<std::vector<Found>> Finder::near(const query::Proximity& wanted) const {
    std::vector<std::vector<Found>> found;
    std::vector<Spans> spans;
    for (const query::Query& query : wanted.operands) {
        found.push_back(places(query));
        spans.push_back(spans_of(found.back()));
    }
    const query::Borders borders =
        query::needs_borders(wanted.links) ? this->borders() : query::Borders{};
    found = only(query::linked(spans, wanted.links, borders), found);
    for (std::size_t i = 0; i < found.size(); ++i)
        if (query::is_speech(wanted.operands[i])) found[i] = joined(found[i]);
    return found;
}

query::Borders Finder::borders() const {
    const analyzers::TextUnits units = analyzers::units_of(text_.words.text, text_.words.tokens);
    return {units.sentences, units.paragraphs};
}

std::vector<Found> Finder::places(const query::Query& operand) const {
    return each_once(this->operand(operand));
}

std::vector<std::vector<Found>> Finder::within(const query::Within& wanted) const {
    std::vector<std::vector<Found>> found;
    std::vector<query::Gathered> gathered;
    for (const query::RepeatedWord& repeated : query::repeated_words(wanted.words)) {
        found.push_back(each_once(phrase({repeated.word})));
        gathered.push_back({spans_of(found.back()), repeated.times});
    }
    return only(query::gathered(gathered, wanted.distance), found);
}

/// Where an operand of a Proximity stands in this field.
std::vector<Found> Finder::operand(const query::Query& query) const {
    if (const auto* any = std::get_if<query::Or>(&query.node)) {
        std::vector<Found> all;
        for (const query::Query& part : any->parts) append(all, operand(part));
        return all;
    }
    if (const auto* one = std::get_if<query::Word>(&query.node))
        return in_scope(one->scope, word(one->forms));
    if (const auto* one = std::get_if<query::Prefix>(&query.node))
        return in_scope(one->scope, phrase({{one->forms, true}}));
    if (const auto* one = std::get_if<query::Similar>(&query.node))
        return in_scope(one->scope, similar(*one));
    if (const auto* one = std::get_if<query::Phrase>(&query.node))
        return in_scope(one->scope, phrase(one->words));
    if (const auto* one = std::get_if<query::Entity>(&query.node)) return entity(*one);
    if (const auto* one = std::get_if<query::Said>(&query.node))
        return one->words.empty() ? words_of_speech(*one) : said(*one);
    return {};
}

/// What of that counts under a scope.
std::vector<Found> Finder::in_scope(const query::Scope& scope, std::vector<Found> found) const {
    if (!scope || *scope == text_.field) return found;
    if (!query::is_part(scope)) return {};
    if (text_.field == index::Field::body)
        std::erase_if(found, [this](const Found& one) {
            return one.span.last >= text_.words.first_paragraph;
        });
    return found;
}

Found Finder::found(std::size_t first, std::size_t last, std::size_t mark_last) const {
    return {{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)},
            {text_.words.tokens[first].begin, text_.words.tokens[mark_last].end}};
}

}  // namespace nutgraf::search
