#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/text/token.h"
#include "base/date.h"
#include "indexer/archive/article.h"
#include "indexer/index/entity_record.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::index {

/// The words of an article: of its title and of the text under it.
struct ArticleWords {
    analyzers::Tokens title;
    analyzers::Tokens text;
};

/// What is recognised in an article.
struct Recognised {
    StoredEntities named;
    std::optional<DaySpan> terms;  ///< Of an undated one: its common_terms.
};

/// The day by which offices are resolved, of an article with that date: the first of a month at
/// most; of longer spans who held an office is not guessed.
std::optional<std::chrono::sys_days> day_of(const std::optional<archive::Published>& published);

/// Recognises the organisations and people of articles, as the index stores and posts them.
/// Borrows the gazetteer, which must outlive it. Not thread-safe: one per thread.
class Recogniser {
public:
    explicit Recogniser(const entities::Gazetteer& gazetteer);

    /// `text` is archive::text_of the article, `words` its words, `lang` its language.
    StoredEntities entities_of(const archive::Article& article, std::string_view text,
                               const ArticleWords& words, const std::string& lang);

    /// The same, and what it tells of the date.
    Recognised recognised_in(const archive::Article& article, std::string_view text,
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
