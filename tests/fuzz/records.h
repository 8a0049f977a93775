#pragma once

#include "base/error.h"
#include "base/utf8.h"
#include "indexer/archive/formats.h"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/promise.h"

namespace nutgraf::tests {

/// Requires of an article what every reader promises.
inline void require_article(const archive::Article& article) {
    require(!article.id.empty(), "an article has an id");
    // A notice may do so by its status alone.
    const bool is_notice = article.extra.contains("status");
    require(is_notice || !article.title.empty() || !archive::text_of(article).empty(),
            "it says something");
    require(article.title.find('\n') == std::string::npos, "its title is one line");
    for (const std::string& text :
         {article.title, article.standfirst, article.body, article.source})
        require(is_valid_utf8(text), "its texts are UTF-8");
    for (const std::string& name : article.byline) require(!name.empty(), "its authors have names");
    require(archive::article_from_stored(archive::to_json(article)) == article,
            "what is stored of it is it");
}

/// Reads bytes as a format to their end: any bytes are articles, or refused with reasons.
inline void read_as(archive::Format format, std::string_view bytes) {
    const auto reader =
        archive::row_of(format).reader(std::make_unique<MemorySource>(bytes), "the/id");
    try {
        while (const auto record = reader->next()) {
            if (const auto* error = std::get_if<archive::RecordError>(&record->outcome)) {
                require(is_valid_utf8(error->message) && !error->message.empty(),
                        "a reason is a text");
            } else {
                require_article(std::get<archive::Article>(record->outcome));
            }
        }
    } catch (const Error& error) {
        require(*error.what() != '\0', "a failure has a reason");
    }
}

}  // namespace nutgraf::tests
