#pragma once

#include "searchd/http/request.h"

#include <string>
#include <string_view>

namespace nutgraf::http {

/// Whether an Accept-Encoding header allows gzip (RFC 9110, 12.5.3); "gzip;q=0" does not.
bool accepts_gzip(std::string_view accept_encoding);

/// The bytes as a gzip stream of level 4.
std::string gzipped(std::string_view bytes);

/// Compresses the body of an answer in place where the client takes it and it is worth it: text of
/// at least 1 KiB. Sets Content-Encoding, and Vary for what could have been compressed.
void compress(const Request& request, Response& response);

}  // namespace nutgraf::http
