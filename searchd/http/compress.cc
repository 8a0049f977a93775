#include "searchd/http/compress.h"

#include "base/error.h"

#include <zlib.h>

#include <algorithm>

namespace nutgraf::http {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Names of codings count in any case (RFC 9110, 8.4.1).
bool is_gzip(std::string_view coding) {
    return std::ranges::equal(coding, std::string_view("gzip"),
                              [](char given, char own) { return (given | 0x20) == own; });
}

/// Whether a weight such as "q=0.000" is none at all.
bool is_zero(std::string_view weight) {
    if (!weight.starts_with("q=") && !weight.starts_with("Q=")) return false;
    weight.remove_prefix(2);
    return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    bool is_allowed = false;
    while (!accept_encoding.empty()) {
        const std::string_view item = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(item.size() + 1, accept_encoding.size()));
        const auto semicolon = item.find(';');
        const std::string_view coding = trimmed(item.substr(0, semicolon));
        const bool is_refused =
            semicolon != std::string_view::npos && is_zero(trimmed(item.substr(semicolon + 1)));
        if (is_gzip(coding)) return !is_refused;
        if (coding == "*") is_allowed = !is_refused;
    }
    return is_allowed;
}

std::string gzipped(std::string_view bytes) {
    constexpr int level = 4;
    constexpr int gzip_window = 15 + 16;
    constexpr int memory_level = 8;
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw Error("zlib could not be started.");
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    // zlib's interface is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) throw Error("zlib could not compress an answer.");
    return packed;
}

void compress(const Request& request, Response& response) {
    constexpr std::size_t worth_it = 1024;
    const bool is_text = response.content_type.starts_with("text/") ||
                         response.content_type.ends_with("json") ||
                         response.content_type.ends_with("xml");
    if (!is_text || response.body.size() < worth_it) return;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!accepts_gzip(request.accept_encoding)) return;
    response.body = gzipped(response.body);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace nutgraf::http
