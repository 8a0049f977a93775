#include "indexer/index/document.h"

#include "analyzers/text/fold.h"
#include "analyzers/text/language.h"
#include "analyzers/text/tokenizer.h"
#include "indexer/archive/shingles.h"
#include "indexer/index/address.h"
#include "indexer/index/article_lines.h"
#include "indexer/index/field_text.h"
#include "indexer/index/office_terms.h"
#include "indexer/index/terms.h"

#include <algorithm>
#include <utility>

namespace nutgraf::index {

namespace {

using analyzers::Compound;
using analyzers::Tokens;

/// Xapian positions count from 1; tokens from 0.
constexpr Xapian::termpos first_position = 1;

Xapian::valueno number_of(Slot slot) {
    return static_cast<Xapian::valueno>(slot);
}

/// Adds the words of one field to a document.
class FieldWriter {
public:
    FieldWriter(Xapian::Document& document, Field field, analyzers::Stemmer* stemmer,
                const std::string& language)
        : document_(document), field_(field), stemmer_(stemmer), language_(language) {}

    /// Adds words; the first of them stands at position `begin`.
    void add(const Tokens& tokens, Xapian::termpos begin) {
        for (std::size_t i = 0; i < tokens.size(); ++i)
            add_word(tokens.folded(i), tokens.caseless(i), begin + offset_of(i));
        // A hyphenated word is found as one word too, where it begins.
        for (const Compound& compound : analyzers::compounds(tokens))
            add_word(compound.folded, compound.caseless, begin + offset_of(compound.first));
    }

private:
    static Xapian::termpos offset_of(std::size_t token) {
        return static_cast<Xapian::termpos>(token);
    }

    void add_word(std::string_view folded, std::string_view caseless, Xapian::termpos position) {
        // Names are looked for, not ranked by: they do not count as words of the text.
        const Xapian::termcount frequency = row_of(field_).kind == FieldKind::text ? 1 : 0;
        document_.add_posting(word_term(field_, folded), position, frequency);
        if (stemmer_ != nullptr)
            document_.add_posting(stem_term(field_, language_, stemmer_->stem(caseless)), position,
                                  frequency);
    }

    Xapian::Document& document_;
    Field field_;
    analyzers::Stemmer* stemmer_;  // Null where the language is not stemmed.
    const std::string& language_;
};

/// Where the words of the title and of the text begin.
struct ArticlePositions {
    Xapian::termpos title = first_position;
    Xapian::termpos text = first_position;
};

ArticlePositions positions_of(const ArticleWords& words) {
    const auto title = static_cast<Xapian::termpos>(words.title.size());
    return {first_position, first_position + title + field_gap};
}

bool has_prefix(std::string_view term, EntityField field) {
    return term.starts_with(row_of(field).prefix);
}

bool has_positions(std::string_view term) {
    return std::ranges::any_of(entity_schema(), [&](const EntityRow& row) {
        return row.has_positions && term.starts_with(row.prefix);
    });
}

/// Whether a term says who it is, and not what.
bool is_identity(std::string_view term) {
    return has_prefix(term, EntityField::org) || has_prefix(term, EntityField::official) ||
           has_prefix(term, EntityField::person);
}

void add_values(Xapian::Document& document, const StoredArticle& stored, const ChangeInfo& info) {
    const archive::Article& article = stored.article;
    const auto put = [&](Slot slot, const std::string& value) {
        if (!value.empty()) document.add_value(number_of(slot), value);
    };
    if (article.published) {
        put(Slot::published_from, encoded_day(article.published->days.first));
        put(Slot::published_to, encoded_day(article.published->days.last));
    }
    put(Slot::source, article.source);
    put(Slot::section, article.section);
    put(Slot::lang, stored.lang);
    put(Slot::sequence, encoded_number(info.sequence));
    put(Slot::announced, encoded_number(info.is_silent ? 0 : info.sequence));
    const auto seconds = info.seen.time_since_epoch().count();
    put(Slot::seen, encoded_number(static_cast<std::uint64_t>(seconds)));
    put(Slot::entities, encoded_entities(stored.named.entities));
}

/// Posts the entities at every word of their mentions, so that they stand in phrases and beside
/// words; terms of rows without positions once. Only the identity of what is named counts as a
/// word of the text, once a mention: ranking by it is ranking by how often it is named.
void add_entities(Xapian::Document& document, const StoredEntities& named,
                  const ArticlePositions& positions) {
    for (const StoredMention& mention : named.mentions) {
        const Xapian::termpos begin = mention.is_in_title ? positions.title : positions.text;
        for (const std::string& term : named.term_sets[mention.terms]) {
            if (!has_positions(term)) {
                document.add_boolean_term(term);
                continue;
            }
            for (std::uint32_t token = mention.first_token; token <= mention.last_token; ++token)
                document.add_posting(term, begin + token,
                                     token == mention.first_token && is_identity(term) ? 1 : 0);
        }
    }
}

/// Posts who speaks at every word of a quote, and at no other: what stands where one of the terms
/// does was said by them. A quote counts as one word of the text.
void add_quotes(Xapian::Document& document, const StoredEntities& named,
                const ArticlePositions& positions) {
    if (!named.quotes.empty()) document.add_boolean_term(std::string(any_speech_term));
    for (const StoredQuote& quote : named.quotes) {
        if (quote.terms == StoredQuote::nobody) continue;
        const Xapian::termpos begin = quote.is_in_title ? positions.title : positions.text;
        for (const std::string& term : named.term_sets[quote.terms])
            for (std::uint32_t token = quote.first_token; token <= quote.last_token; ++token)
                document.add_posting(term, begin + token, token == quote.first_token ? 1 : 0);
    }
}

/// By these the lines are counted, also those that are taken out.
void add_lines(Xapian::Document& document, const ArticleLines& lines) {
    if (!lines.source_term().empty()) document.add_boolean_term(lines.source_term());
    for (const std::string& term : lines.terms()) document.add_boolean_term(term);
}

}  // namespace

std::string language_of(const archive::Article& article) {
    if (const auto code = analyzers::language_code(article.lang)) return *code;
    return analyzers::detected_language(article.title + "\n" + archive::text_of(article))
        .value_or("");
}

DocumentMaker::DocumentMaker(const entities::Gazetteer* gazetteer) {
    if (gazetteer != nullptr) recogniser_.emplace(*gazetteer);
}

Xapian::Document DocumentMaker::document(const archive::Article& put, const ChangeInfo& info,
                                         const LearnedLines& learned, ArticleVersions versions) {
    Xapian::Document document;
    const ArticleLines lines(put);
    add_lines(document, lines);
    const archive::Article article = lines.without(learned);
    const std::string text = archive::text_of(article);
    const ArticleWords words{analyzers::tokenise(article.title), analyzers::tokenise(text)};
    StoredArticle stored{article, language_of(article), {}, std::move(versions)};
    if (recogniser_) {
        Recognised recognised = recogniser_->recognised_in(article, text, words, stored.lang);
        stored.named = std::move(recognised.named);
        if (recognised.terms)
            stored.article.published =
                archive::Published{*recognised.terms, std::string(office_basis)};
    }
    const ArticlePositions positions = positions_of(words);
    analyzers::Stemmer* const stems = stemmer(stored.lang);
    FieldWriter(document, Field::title, stems, stored.lang).add(words.title, positions.title);
    FieldWriter(document, Field::body, stems, stored.lang).add(words.text, positions.text);
    add_entities(document, stored.named, positions);
    add_quotes(document, stored.named, positions);
    for (const Field name :
         {Field::source, Field::section, Field::by, Field::wire, Field::furniture})
        FieldWriter(document, name, nullptr, stored.lang)
            .add(analyzers::tokenise(field_text(article, name)), first_position);
    // Xapian's check takes a document of no words that has names, and so positions, for damaged.
    const bool has_words = !words.title.empty() || !words.text.empty();
    document.add_term(key_term(archive::key_of(article.id)), has_words ? 0 : 1);
    if (archive::has_furniture(article.removed))
        document.add_boolean_term(std::string(any_furniture_term));
    for (const std::string& beginning : address_beginnings(article.url))
        document.add_boolean_term(address_term(beginning));
    if (!stored.lang.empty()) document.add_boolean_term(language_term(stored.lang));
    const archive::Shingles shingles = archive::shingles_of(words.text);
    for (const std::uint64_t shingle : archive::sketch_of(shingles))
        document.add_boolean_term(sketch_term(shingle));
    add_values(document, stored, info);
    document.add_value(number_of(Slot::digest), std::string(bytes_of(archive::digest_of(put))));
    document.set_data(codec_.encoded(stored));
    return document;
}

analyzers::Stemmer* DocumentMaker::stemmer(const std::string& language) {
    if (!analyzers::is_stemmed(language)) return nullptr;
    return &stemmers_.try_emplace(language, language).first->second;
}

}  // namespace nutgraf::index
