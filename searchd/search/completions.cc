#include "searchd/search/completions.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/index/terms.h"
#include "searchd/query/spelling.h"
#include "searchd/search/entity_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::search {

namespace {

constexpr std::string_view blanks = " \t\r\n()|";

/// The folded words from one on, with a space between them.
std::string folded_from(const analyzers::Tokens& words, std::size_t first) {
    std::string folded;
    for (std::size_t i = first; i < words.size(); ++i) {
        if (i > first) folded += ' ';
        folded += words.folded(i);
    }
    return folded;
}

}  // namespace

Typed::Typed(std::string_view text) : text_(text), words_(analyzers::tokenise(text_)) {
    is_open_ = !words_.empty() && words_[words_.size() - 1].end == text_.size();
}

bool Typed::is_in_phrase() const {
    return std::ranges::count(text_, '"') % 2 == 1;
}

std::size_t Typed::run_begin(std::size_t word) const {
    const std::size_t begin = words_[word].begin;
    const auto blank = text_.find_last_of(blanks, begin);
    const std::size_t run = blank == std::string::npos ? 0 : blank + 1;
    return run + (text_[run] == '-' ? 1 : 0);
}

std::string_view Typed::field() const {
    if (words_.empty()) return {};
    const std::size_t begin = run_begin(words_.size() - 1);
    const std::string_view run = std::string_view(text_).substr(begin);
    const auto colon = run.find(':');
    return colon == std::string_view::npos ? std::string_view() : run.substr(0, colon);
}

std::string Typed::with_last(std::string_view word) const {
    return text_.substr(0, words_[words_.size() - 1].begin).append(word);
}

std::string Typed::with_end(std::size_t word, std::string_view end) const {
    return text_.substr(0, run_begin(word)).append(end);
}

NameList::NameList(const Columns& columns) {
    names_.reserve(columns.entities().size());
    for (const ColumnEntity& entity : columns.entities())
        names_.push_back({" " + folded_from(analyzers::tokenise(entity.name), 0), entity});
    std::ranges::stable_sort(names_, std::ranges::greater{},
                             [](const Name& name) { return name.entity.articles; });
}

std::vector<const ColumnEntity*> NameList::holding(std::string_view beginning) const {
    const std::string wanted = fmt::format(" {}", beginning);
    std::vector<const ColumnEntity*> entities;
    for (const Name& name : names_)
        if (name.words.find(wanted) != std::string::npos) entities.push_back(&name.entity);
    return entities;
}

std::vector<const ColumnEntity*> NameList::like(std::string_view name, std::size_t edits,
                                                std::size_t limit) const {
    const query::Spelling spelling(name);
    std::vector<std::pair<std::size_t, const ColumnEntity*>> found;
    for (const Name& other : names_) {
        const auto distance = spelling.distance(std::string_view(other.words).substr(1), edits);
        if (distance && *distance > 0) found.emplace_back(*distance, &other.entity);
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    if (found.size() > limit) found.resize(limit);
    std::vector<const ColumnEntity*> entities;
    entities.reserve(found.size());
    for (const auto& [distance, entity] : found) entities.push_back(entity);
    return entities;
}

std::vector<Completion> word_completions(const Typed& typed, const Vocabulary& vocabulary,
                                         std::size_t limit) {
    std::vector<Completion> completions;
    if (!typed.is_open() || !typed.field().empty()) return completions;
    const std::size_t last = typed.words().size() - 1;
    const std::string_view beginning = typed.words().folded(last);
    for (const Vocabulary::Word& word : vocabulary.begun_with(beginning, limit + 1)) {
        if (word.letters == beginning || completions.size() == limit) continue;
        const std::string letters(word.letters);
        completions.push_back({"word", letters, typed.with_last(letters), word.articles});
    }
    return completions;
}

std::vector<Completion> entity_completions(const Typed& typed, const NameList& names) {
    constexpr std::size_t longest_name = 6;
    std::vector<Completion> completions;
    if (!typed.is_open() || typed.is_in_phrase()) return completions;
    const std::string_view field = typed.field();
    const std::size_t count = typed.words().size();
    for (std::size_t first = count - std::min(count, longest_name); first < count; ++first) {
        for (const ColumnEntity* entity : names.holding(folded_from(typed.words(), first))) {
            if (completions.size() == most_completed_entities) return completions;
            if (!field.empty() && entity->kind != field) continue;
            completions.push_back({entity->kind, entity->name,
                                   typed.with_end(first, id_clause(entity->kind, entity->id)),
                                   entity->articles});
        }
        if (!completions.empty()) break;  // Fewer words would find the same, and less.
    }
    return completions;
}

Xapian::Query headline_query(const Typed& typed) {
    constexpr Xapian::termcount expansions = 50;
    constexpr std::size_t fewest_letters = 3;
    const analyzers::Tokens& words = typed.words();
    std::vector<Xapian::Query> parts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string term = index::word_term(index::Field::title, words.folded(i));
        const bool is_beginning = typed.is_open() && i + 1 == words.size();
        if (!is_beginning)
            parts.emplace_back(term);
        else if (words.folded(i).size() >= fewest_letters)
            parts.emplace_back(Xapian::Query::OP_WILDCARD, term, expansions,
                               Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
    }
    if (!typed.field().empty()) parts.clear();
    if (parts.empty()) return Xapian::Query::MatchNothing;
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

Completion headline_completion(const std::string& headline) {
    std::string words = headline;
    std::ranges::replace(words, '"', ' ');
    return {"title", headline, fmt::format("title:\"{}\"", words), 0};
}

}  // namespace nutgraf::search
