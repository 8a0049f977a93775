#pragma once

#include "analyzers/text/tokenizer.h"
#include "indexer/archive/article.h"
#include "indexer/index/document.h"
#include "indexer/index/document_record.h"
#include "indexer/index/schema.h"
#include "tests/base/scratch_folder.h"
#include "tests/searchd/scratch_index.h"

#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// Takes the braces out of a text that says what it mentions, "The {Huawei Technologies=XOhuawei
/// XKcompany} ban", and notes the mentions; what is somebody's speech, "{we ban it=XScoons}", is a
/// quote. No term has a space.
inline std::string without_braces(std::string_view text, bool is_in_title,
                                  index::StoredEntities& named) {
    std::string plain;
    std::vector<index::StoredMention> mentions;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        plain += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty()) break;
        const std::size_t equals = text.find('=');
        const std::size_t close = text.find('}');
        const auto begin = static_cast<std::uint32_t>(plain.size());
        plain += text.substr(1, equals - 1);
        std::istringstream terms(std::string(text.substr(equals + 1, close - equals - 1)));
        named.term_sets.emplace_back();
        for (std::string term; terms >> term;) named.term_sets.back().push_back(term);
        std::ranges::sort(named.term_sets.back());
        mentions.push_back({is_in_title, begin, static_cast<std::uint32_t>(plain.size()), 0, 0, 0,
                            static_cast<std::uint32_t>(named.term_sets.size() - 1)});
        text.remove_prefix(close + 1);
    }
    const analyzers::Tokens tokens = analyzers::tokenise(plain);
    for (index::StoredMention& mention : mentions) {
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].begin < mention.begin) mention.first_token = i + 1;
            if (tokens[i].begin < mention.end) mention.last_token = i;
        }
        if (!named.term_sets[mention.terms].front().starts_with(index::any_speech_term)) {
            named.mentions.push_back(mention);
            continue;
        }
        named.quotes.push_back({mention.is_in_title, mention.begin, mention.end,
                                mention.first_token, mention.last_token, "direct", 0, mention.terms,
                                "somebody", "said"});
    }
    return plain;
}

/// An English article whose title and text say in braces what they mention.
inline index::StoredArticle named_article(const std::string& id, const std::string& title,
                                          const std::string& body) {
    index::StoredArticle stored;
    stored.named.entities = {{"org", "some", "Some", 50}};
    const std::string plain_title = without_braces(title, true, stored.named);
    stored.article = article_of({id, plain_title, without_braces(body, false, stored.named)});
    stored.lang = index::language_of(stored.article);
    return stored;
}

/// A database of articles with the mentions that a test gives them, as the index would have them.
class NamedIndex {
public:
    explicit NamedIndex(const std::vector<index::StoredArticle>& articles)
        : database_((folder_.path() / "named").string(), Xapian::DB_CREATE) {
        for (const index::StoredArticle& stored : articles)
            database_.add_document(document(stored));
        database_.commit();
    }

    const Xapian::Database& database() const { return database_; }

private:
    static bool has_positions(const std::string& term) {
        return std::ranges::any_of(index::entity_schema(), [&](const index::EntityRow& row) {
            return row.has_positions && term.starts_with(row.prefix);
        });
    }

    Xapian::Document document(const index::StoredArticle& stored) {
        Xapian::Document document = index::DocumentMaker(nullptr).document(stored.article, {});
        const auto title_words =
            static_cast<Xapian::termpos>(analyzers::tokenise(stored.article.title).size());
        for (const index::StoredMention& mention : stored.named.mentions) {
            const Xapian::termpos first =
                mention.is_in_title ? 1 : title_words + index::field_gap + 1;
            for (const std::string& term : stored.named.term_sets[mention.terms]) {
                if (!has_positions(term)) {
                    document.add_boolean_term(term);
                    continue;
                }
                for (auto token = mention.first_token; token <= mention.last_token; ++token)
                    document.add_posting(term, first + token);
            }
        }
        if (!stored.named.quotes.empty())
            document.add_boolean_term(std::string(index::any_speech_term));
        for (const index::StoredQuote& quote : stored.named.quotes) {
            const Xapian::termpos first =
                quote.is_in_title ? 1 : title_words + index::field_gap + 1;
            for (const std::string& term : stored.named.term_sets[quote.terms])
                for (auto token = quote.first_token; token <= quote.last_token; ++token)
                    document.add_posting(term, first + token);
        }
        document.set_data(codec_.encoded(stored));
        return document;
    }

    ScratchFolder folder_;
    index::RecordCodec codec_;
    Xapian::WritableDatabase database_;
};

}  // namespace nutgraf::tests
