#include "searchd/query/stored_places.h"

#include "analyzers/text/tokenizer.h"
#include "analyzers/text/units.h"
#include "indexer/index/field_text.h"

#include <algorithm>
#include <utility>

namespace nutgraf::query {

using index::Field;

namespace {

/// Whether two sorted lists of terms have one in common.
bool have_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::ranges::any_of(
        a, [&](const std::string& term) { return std::ranges::binary_search(b, term); });
}

void append_moved(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& tokens,
                  std::uint32_t begin) {
    for (const std::uint32_t token : tokens) to.push_back(begin + token);
}

}  // namespace

void StoredPlaces::append(Xapian::docid document, const MentionPattern& pattern, Spans& spans) {
    read(document);
    std::vector<bool> is_found;
    for (const auto& terms : stored_.named.term_sets)
        is_found.push_back(have_common(terms, pattern.terms));
    for (const index::StoredMention& mention : stored_.named.mentions) {
        const Field field = mention.is_in_title ? Field::title : Field::body;
        if ((pattern.scope && pattern.scope != field) || !is_found[mention.terms]) continue;
        const std::uint32_t begin = words(field).begin;
        spans.push_back({begin + mention.first_token, begin + mention.last_token});
    }
}

void StoredPlaces::append(Xapian::docid document, const WrittenPattern& pattern, Spans& spans) {
    read(document);
    for (const Field field : fields_of(pattern.scope)) {
        const FieldWords& words = this->words(field);
        for (std::uint32_t i = 0; i < words.tokens.size(); ++i) {
            const analyzers::Token& token = words.tokens[i];
            const std::string_view written(words.text.data() + token.begin,
                                           token.end - token.begin);
            if (written == pattern.spelling) spans.push_back({words.begin + i, words.begin + i});
        }
    }
}

const Borders& StoredPlaces::borders(Xapian::docid document) {
    read(document);
    if (!borders_.paragraphs.empty()) return borders_;
    for (const Field field : {Field::title, Field::body}) {
        const FieldWords& words = this->words(field);
        const analyzers::TextUnits units = analyzers::units_of(words.text, words.tokens);
        append_moved(borders_.sentences, units.sentences, words.begin);
        append_moved(borders_.paragraphs, units.paragraphs, words.begin);
    }
    return borders_;
}

std::uint32_t StoredPlaces::lead_end(Xapian::docid document) {
    read(document);
    const FieldWords& words = this->words(Field::body);
    const std::size_t line_end = words.text.find('\n');
    std::uint32_t end = 0;
    while (end < words.tokens.size() && words.tokens[end].begin < line_end) ++end;
    return words.begin + end;
}

void StoredPlaces::read(Xapian::docid document) {
    if (document == document_) return;
    stored_ = codec_.decoded(database_.get_document(document).get_data());
    words_.clear();
    borders_ = {};
    document_ = document;
}

const StoredPlaces::FieldWords& StoredPlaces::words(Field field) {
    const auto known = words_.find(field);
    if (known != words_.end()) return known->second;
    FieldWords words;
    words.text = index::field_text(stored_.article, field);
    words.tokens = analyzers::tokenise(words.text);
    // As they stand in the index: from 1, the text behind the title and a gap.
    if (field == Field::body)
        words.begin +=
            static_cast<std::uint32_t>(this->words(Field::title).tokens.size()) + index::field_gap;
    return words_.emplace(field, std::move(words)).first->second;
}

}  // namespace nutgraf::query
