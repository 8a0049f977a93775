#pragma once

#include "base/error.h"
#include "base/json.h"
#include "indexer/index/entity_record.h"
#include "searchd/query/parser.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/hit.h"
#include "searchd/search/text_diff.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::cli {

// What the records of the API have in common, for decoded.h. Each throws Json::exception for what
// is missing or of another form, and Error for a value that is none.

/// A text; empty where it is missing.
std::string text_in(const Json& record, const char* name);

std::chrono::sys_days day_in(const Json& record, const char* name);
std::chrono::sys_seconds instant_in(const Json& record, const char* name);

search::MarkedText marked_from(const Json& record);

/// Of the record of an article or a hit; empty where it is undated.
std::optional<archive::Published> published_from(const Json& record);

std::vector<index::StoredEntity> entities_from(const Json& list);
std::vector<query::Note> notes_from(const Json& list);
std::vector<query::Expansion> expansions_from(const Json& list);

std::vector<search::DiffRow> diff_rows_from(const Json& list);

/// An item of the list "versions" of an article.
search::VersionLine version_line_from(const Json& record);

/// One of the values that some names stand for.
template <class Value, std::size_t size>
Value named(const std::array<Value, size>& values, const std::string& name) {
    for (const Value value : values)
        if (name_of(value) == name) return value;
    throw Error("The server's answer has something that this version does not know.");
}

/// What `read` makes of a record; a record of another form is an Error.
template <class Read>
auto decoded(const Read& read) {
    try {
        return read();
    } catch (const Json::exception&) {
        throw Error("The server's answer is not of the form that this version knows.");
    }
}

}  // namespace nutgraf::cli
