#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/text/token.h"
#include "indexer/archive/article.h"
#include "indexer/index/entity_record.h"

#include <string>
#include <string_view>

namespace nutgraf::index {

/// The words of an article: of its title and of the text under it.
struct ArticleWords {
    analyzers::Tokens title;
    analyzers::Tokens text;
};

/// Recognises the organisations and people of articles, as the index stores and posts them.
/// Borrows the gazetteer, which must outlive it. Not thread-safe: one per thread.
class Recogniser {
public:
    explicit Recogniser(const entities::Gazetteer& gazetteer);

    /// `text` is archive::text_of the article, `words` its words, `lang` its language.
    StoredEntities entities_of(const archive::Article& article, std::string_view text,
                               const ArticleWords& words, const std::string& lang);

    /// What is recognised there, with all that is known of it: bytes and tokens are those of the
    /// title, a line feed and the text.
    entities::Analysis analysis_of(const archive::Article& article, std::string_view text,
                                   const ArticleWords& words, const std::string& lang);

private:
    const entities::Gazetteer& gazetteer_;
    entities::Analyzer analyzer_;
};

}  // namespace nutgraf::index
