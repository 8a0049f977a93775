#pragma once

#include "analyzers/text/stem.h"
#include "indexer/archive/article.h"
#include "indexer/index/document_record.h"
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

    /// The document of an article. Deterministic: the same article, info and versions, the same
    /// document. What it takes the place of, if anything, is not known here: see `announced`.

private:
    analyzers::Stemmer* stemmer(const std::string& language);

    std::optional<Recogniser> recogniser_;
    std::map<std::string, analyzers::Stemmer, std::less<>> stemmers_;
    RecordCodec codec_;
};

/// The value of what alerts look at: that of the change, or of a silent one what its predecessor
/// had, where there is one. So what alerts have not seen yet they still will, as it is now.
std::string announced(const ChangeInfo& info, const std::string& before);

/// The language an article is indexed under: as declared, else as detected; empty when neither.
std::string language_of(const archive::Article& article);

}  // namespace nutgraf::index
