#include "searchd/render/query_fields.h"

#include "searchd/query/print.h"
#include "searchd/render/html_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace nutgraf::render {

namespace {

constexpr std::size_t shown_expansions = 12;

/// The reader's text with the misspelt piece a note is about replaced; the suggestion alone where
/// it cannot be told how far that piece goes.
///
/// Suggestions are about fields, "source:courier" for "soruce:courier", and keep what stands behind
/// the colon.
std::string mended(std::string_view text, const query::Note& note) {
    const auto colon = note.suggestion.find(':');
    if (colon == std::string::npos || note.position > text.size()) return note.suggestion;
    const std::string_view value = std::string_view(note.suggestion).substr(colon);
    const std::string_view before = text.substr(0, note.position);
    std::string_view rest = text.substr(note.position);
    rest.remove_prefix(std::min(rest.find(':'), rest.size()));
    if (!rest.starts_with(value)) return note.suggestion;
    return fmt::format("{}{}{}", before, note.suggestion, rest.substr(value.size()));
}

}  // namespace

std::string address_for(const SearchForm& form, std::string_view text) {
    SearchForm other = form;
    other.text = text;
    return search_address(other, 0);
}

Json sense_fields(const SearchForm& form, const query::NamedSenses& senses) {
    constexpr std::size_t shown_senses = 12;
    Json list = Json::array();
    for (const query::NamedSense& sense : senses.all) {
        if (list.size() == shown_senses || senses.end > form.text.size()) break;
        std::string text = form.text;
        text.replace(senses.begin, senses.end - senses.begin, sense.choice);
        list.push_back({{"name", sense.name},
                        {"articles", counted(sense.articles.value_or(0), "article")},
                        {"address", address_for(form, text)},
                        {"is_first", list.empty()}});
    }
    const std::size_t rest = senses.all.size() - list.size();
    return {{"called", senses.name},
            {"choices", std::move(list)},
            {"rest", rest == 0 ? "" : grouped(rest)}};
}

Json note_fields(const SearchForm& form, const std::vector<query::Note>& notes) {
    Json list = Json::array();
    for (const query::Note& note : notes)
        list.push_back({{"severity", query::name_of(note.severity)},
                        {"message", note.message},
                        {"senses", note.senses ? sense_fields(form, *note.senses) : Json(false)},
                        {"suggestion", note.suggestion},
                        {"address", address_for(form, mended(form.text, note))}});
    return list;
}

Json entity_expansion_fields(const SearchForm& form, const query::Expansion& expansion) {
    SearchForm words_alone = form;
    words_alone.words_find_entities = false;
    return {{"from", expansion.from},
            {"entity", expansion.name},
            {"entity_address", address_for(form, expansion.to.front())},
            {"words_address", search_address(words_alone, 0)}};
}

Json expansion_fields(const SearchForm& form, const std::vector<query::Expansion>& expansions) {
    Json list = Json::array();
    for (const query::Expansion& expansion : expansions) {
        if (expansion.is_of_entity()) {
            list.push_back(entity_expansion_fields(form, expansion));
            continue;
        }
        Json words = Json::array();
        const std::size_t shown = std::min(expansion.to.size(), shown_expansions);
        for (std::size_t i = 0; i < shown; ++i)
            words.push_back({{"word", expansion.to[i]}, {"is_first", i == 0}});
        const std::size_t rest = expansion.to.size() - shown;
        list.push_back({{"from", expansion.from},
                        {"entity", ""},
                        {"words", words},
                        {"rest", rest == 0 ? "" : grouped(rest)},
                        {"is_nothing", expansion.to.empty()}});
    }
    return list;
}

}  // namespace nutgraf::render
