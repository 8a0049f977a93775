#pragma once

#include "analyzers/text/stem.h"
#include "indexer/archive/article.h"
#include "indexer/index/document_record.h"
#include "indexer/index/learned_lines.h"
#include "indexer/index/recognised.h"

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace nutgraf::index {

/// What the index knows of a change beside the article itself.
struct ChangeInfo {
    std::uint64_t sequence = 0;
    std::chrono::sys_seconds seen;  ///< When the article was taken in.
    bool is_silent = false;         ///< Alerts are not to be told of it.
};

/// Turns articles into Xapian documents: words, entities, values and the stored record, by the
/// schema. Not thread-safe: one per thread.
class DocumentMaker {
public:
    /// Borrows the gazetteer, which must outlive it; null: no entities are recognised.
    explicit DocumentMaker(const entities::Gazetteer* gazetteer);

    /// The document of an article, without the lines that are learned to be furniture. The same
    /// article, info, lines and versions give the same document. A silent change is announced in
    /// none: what it takes the place of is not known here.
    Xapian::Document document(const archive::Article& put, const ChangeInfo& info,
                              const LearnedLines& learned = {}, ArticleVersions versions = {});

private:
    analyzers::Stemmer* stemmer(const std::string& language);

    std::optional<Recogniser> recogniser_;
    std::map<std::string, analyzers::Stemmer, std::less<>> stemmers_;
    RecordCodec codec_;
};

/// The language an article is indexed under: as declared, else as detected; empty when neither.
std::string language_of(const archive::Article& article);

}  // namespace nutgraf::index
