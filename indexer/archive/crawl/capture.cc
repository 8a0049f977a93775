#include "indexer/archive/crawl/capture.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/charset.h"
#include "indexer/archive/crawl/http_response.h"
#include "indexer/archive/html/html_page.h"

#include <fmt/format.h>

namespace nutgraf::archive {

namespace {

bool is_page_type(std::string_view type) {
    return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

std::string charset_of_type(std::string_view type) {
    const auto at = type.find("charset=");
    if (at == std::string_view::npos) return {};
    std::string_view name = type.substr(at + std::string_view("charset=").size());
    if (name.starts_with('"')) name.remove_prefix(1);
    return std::string(name.substr(0, name.find_first_of("\"; ")));
}

Record page_record(const Capture& capture, std::string_view page, const std::string& type) {
    const std::string named = charset_of_type(type);
    const std::string declared = named.empty() ? declared_charset(page) : named;
    constexpr std::size_t looked_at = std::size_t{16} * 1024;
    const std::string text = utf8_of(page, charset_of(page.substr(0, looked_at), declared));
    Json fields = html_page_fields(text, capture.url);
    fields["id"] = capture.url;
    fields["url"] = capture.url;
    set_extra(fields, "fetched", capture.fetched);
    return article_record(0, fields);
}

}  // namespace

Record refused_at_byte(std::uint64_t offset, std::string_view message) {
    return refused_record(0, fmt::format("Byte {}: {}", offset, message));
}

std::optional<Record> captured_article(const Capture& capture) {
    std::string type = lower_ascii(capture.type);
    std::string_view content = capture.content;
    std::optional<HttpResponse> response;
    if (capture.is_http) {
        auto read = http_response(content);
        if (!read) return refused_at_byte(capture.offset, read.error().message);
        response = std::move(*read);
        constexpr int ok = 200;
        if (response->status != ok) return std::nullopt;
        type = lower_ascii(field_value(response->fields, "content-type"));
        content = response->body;
    }
    if (!is_page_type(type)) return std::nullopt;
    Record record = page_record(capture, content, type);
    if (auto* error = std::get_if<RecordError>(&record.outcome))
        error->message =
            fmt::format("Byte {}, {}: {}", capture.offset, capture.url, error->message);
    return record;
}

}  // namespace nutgraf::archive
