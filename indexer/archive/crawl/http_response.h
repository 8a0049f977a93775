#pragma once

#include "base/expected.h"
#include "indexer/archive/article.h"
#include "indexer/archive/header_fields.h"

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// What a server answered, its coding undone.
struct HttpResponse {
    int status = 0;
    HeaderFields fields;
    std::string body;
};

/// Reads an answer as crawlers keep it. A body whose chunks are not as declared is taken as it
/// stands: some crawlers undo them and keep the header. Refused: no answer of HTTP, and a body in a
/// coding that is not read, or of more than 32 MiB once undone.
Expected<HttpResponse, RecordError> http_response(std::string_view bytes);

}  // namespace nutgraf::archive
