#pragma once

#include "indexer/archive/archive_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::archive {

/// A record that is no article, for this reason.
Record refused_record(std::uint64_t line, std::string message);

/// What the readers of all formats end in: the record of an article under the import fields' names,
/// normalised and checked (article_from_json). An article without an id gets its url, or else the
/// digest of its source, title and body. Refused as well: one of more than `max_article_bytes`.
/// `warnings` come before those of the fields.
Record article_record(std::uint64_t line, const Json& fields,
                      std::vector<std::string> warnings = {});

/// Sets a member unless the text is empty, or the member is there already.
void set_once(Json& fields, const std::string& name, std::string text);

/// Sets a member that is none of the import fields, to be kept and shown as it stands; one that has
/// the name of an import field gets " (other)" behind it.
void set_extra(Json& fields, std::string name, Json value);

/// The published date of a record, in whatever shape (article_date); one that cannot be read is
/// passed on, to be warned of and kept. Nothing for an empty text, or where there is one already.
void set_published(Json& fields, const std::string& text);

}  // namespace nutgraf::archive
