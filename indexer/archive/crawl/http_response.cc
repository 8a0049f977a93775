#include "indexer/archive/crawl/http_response.h"

#include "indexer/archive/ascii.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace nutgraf::archive {

namespace {

constexpr std::size_t max_body_bytes = std::size_t{32} * 1024 * 1024;

/// Where the header ends and the body begins.
std::pair<std::size_t, std::size_t> end_of_header(std::string_view bytes) {
    const auto crlf = bytes.find("\r\n\r\n");
    const auto line_feeds = bytes.find("\n\n");
    if (crlf < line_feeds) return {crlf, crlf + 4};
    if (line_feeds != std::string_view::npos) return {line_feeds, line_feeds + 2};
    return {bytes.size(), bytes.size()};
}

/// The body without its chunks' sizes; empty when they are not there or lie.
std::optional<std::string> without_chunks(std::string_view body) {
    constexpr int hexadecimal_base = 16;
    std::string whole;
    while (!body.empty()) {
        std::size_t size = 0;
        const char* end = body.data() + body.size();
        const auto [stop, error] = std::from_chars(body.data(), end, size, hexadecimal_base);
        const auto line_end = body.find('\n');
        if (error != std::errc{} || line_end == std::string_view::npos) return std::nullopt;
        if (size == 0) return whole;
        body.remove_prefix(line_end + 1);
        if (size > body.size()) return std::nullopt;
        whole += body.substr(0, size);
        body.remove_prefix(size);
        if (body.starts_with('\r')) body.remove_prefix(1);
        if (body.starts_with('\n')) body.remove_prefix(1);
    }
    return whole;
}

/// What gzip or deflate made smaller; empty when it is damaged or larger than a body may be.
std::optional<std::string> inflated(std::string_view body) {
    constexpr int gzip_or_zlib = 15 + 32;
    z_stream stream{};
    if (inflateInit2(&stream, gzip_or_zlib) != Z_OK) return std::nullopt;
    std::string input(body);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    std::string whole;
    constexpr std::size_t part_bytes = std::size_t{64} * 1024;
    std::array<char, part_bytes> part{};
    int result = Z_OK;
    while (result == Z_OK && whole.size() <= max_body_bytes) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = static_cast<uInt>(part.size());
        result = inflate(&stream, Z_NO_FLUSH);
        whole.append(part.data(), part.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (result != Z_STREAM_END || whole.size() > max_body_bytes) return std::nullopt;
    return whole;
}

std::optional<std::string> undo_coding(HttpResponse& response) {
    const std::string chunks = lower_ascii(field_value(response.fields, "transfer-encoding"));
    if (chunks.find("chunked") != std::string::npos)
        if (auto whole = without_chunks(response.body)) response.body = std::move(*whole);
    const std::string coding =
        lower_ascii(trimmed(field_value(response.fields, "content-encoding")));
    if (coding == "gzip" || coding == "x-gzip" || coding == "deflate") {
        auto whole = inflated(response.body);
        // Some crawlers undo it and keep the header.
        const bool is_undone = response.body.find('<') < 1024;
        if (!whole && !is_undone)
            return fmt::format("The page's {} coding is damaged, or takes more than {} MiB.",
                               coding, max_body_bytes >> 20U);
        if (whole) response.body = std::move(*whole);
    } else if (!coding.empty() && coding != "identity" && response.body.find('<') > 1024) {
        return fmt::format("The page is in the coding \"{}\", which is not read.", coding);
    }
    return std::nullopt;
}

}  // namespace

Expected<HttpResponse, RecordError> http_response(std::string_view bytes) {
    if (!bytes.starts_with("HTTP/"))
        return Unexpected{RecordError{"The record holds no answer of HTTP."}};
    const auto [end, body] = end_of_header(bytes);
    const std::string_view header = bytes.substr(0, end);
    HttpResponse response;
    const auto space = header.find(' ');
    if (space != std::string_view::npos) {
        const std::string_view code = header.substr(space + 1, 3);
        std::from_chars(code.data(), code.data() + code.size(), response.status);
    }
    response.fields = header_fields(header.substr(std::min(header.find('\n'), header.size())));
    response.body = bytes.substr(body);
    if (const auto refusal = undo_coding(response)) return Unexpected{RecordError{*refusal}};
    return response;
}

}  // namespace nutgraf::archive
