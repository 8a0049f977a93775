#include "indexer/index/document.h"

#include "analyzers/text/fold.h"
#include "analyzers/text/language.h"
#include "analyzers/text/tokenizer.h"
#include "indexer/index/terms.h"

#include <limits>

namespace nutgraf::index {

namespace {

using analyzers::Compound;
using analyzers::Tokens;

/// Xapian positions count from 1; tokens from 0.
Xapian::termpos position_of(std::size_t token) {
    return static_cast<Xapian::termpos>(token + 1);
}

Xapian::valueno number_of(Slot slot) {
    return static_cast<Xapian::valueno>(slot);
}

/// Adds the words of one field to a document.
class FieldWriter {
public:
    FieldWriter(Xapian::Document& document, Field field, analyzers::Stemmer* stemmer,
                const std::string& language)
        : document_(document), field_(field), stemmer_(stemmer), language_(language) {}

    /// Whether there were any words.
    bool add(std::string_view text) {
        const Tokens tokens = analyzers::tokenise(text);
        for (std::size_t i = 0; i < tokens.size(); ++i)
            add_word(tokens.folded(i), tokens.caseless(i), position_of(i));
        // A hyphenated word is found as one word too, where it begins.
        for (const Compound& compound : analyzers::compounds(tokens))
            add_word(compound.folded, compound.caseless, position_of(compound.first));
        return !tokens.empty();
    }

private:
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
    put(Slot::lang, stored.lang);
    put(Slot::sequence, encoded_number(info.sequence));
    put(Slot::digest, std::string(bytes_of(archive::digest_of(article))));
    const auto seconds = info.seen.time_since_epoch().count();
    put(Slot::seen, encoded_number(static_cast<std::uint64_t>(seconds)));
}

}  // namespace

std::string language_of(const archive::Article& article) {
    if (const auto code = analyzers::language_code(article.lang)) return *code;
    return analyzers::detected_language(article.title + "\n" + archive::text_of(article))
        .value_or("");
}

Xapian::Document DocumentMaker::document(const archive::Article& article, const ChangeInfo& info) {
    Xapian::Document document;
    const StoredArticle stored{article, language_of(article)};
    analyzers::Stemmer* const stems = stemmer(stored.lang);
    const bool has_title =
        FieldWriter(document, Field::title, stems, stored.lang).add(article.title);
    const bool has_text =
        FieldWriter(document, Field::body, stems, stored.lang).add(archive::text_of(article));
    FieldWriter(document, Field::source, nullptr, stored.lang).add(article.source);
    FieldWriter(document, Field::section, nullptr, stored.lang).add(article.section);
    std::string byline;
    for (const std::string& name : article.byline) byline += name + "\n";
    FieldWriter(document, Field::by, nullptr, stored.lang).add(byline);
    // Xapian's check takes a document of no words that has names, and so positions, for damaged.
    document.add_term(key_term(archive::key_of(article.id)), has_title || has_text ? 0 : 1);
    if (!stored.lang.empty()) document.add_boolean_term(language_term(stored.lang));
    add_values(document, stored, info);
    document.set_data(codec_.encoded(stored));
    return document;
}

analyzers::Stemmer* DocumentMaker::stemmer(const std::string& language) {
    if (!analyzers::is_stemmed(language)) return nullptr;
    return &stemmers_.try_emplace(language, language).first->second;
}

}  // namespace nutgraf::index
