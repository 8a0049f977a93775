#include "indexer/archive/html/html_reader.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/html/html_page.h"
#include "indexer/archive/utf8_source.h"
#include "indexer/archive/whole_text.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::archive {

namespace {

class HtmlReader final : public ArchiveReader {
public:
    HtmlReader(std::unique_ptr<ByteSource> bytes, std::string id)
        : bytes_(utf8_source(std::move(bytes))), id_(std::move(id)) {}

    std::optional<Record> next() override {
        if (!bytes_) return std::nullopt;
        constexpr std::size_t max_page_bytes = 8 * max_article_bytes;
        const auto page = whole_text(*bytes_, max_page_bytes);
        bytes_.reset();
        if (!page)
            return refused_record(
                0, fmt::format("The page is larger than {} MiB.", max_page_bytes >> 20U));
        Json fields = html_page_fields(*page, {});
        fields["id"] = id_;
        return article_record(0, fields);
    }

private:
    std::unique_ptr<ByteSource> bytes_;  // Null once read.
    std::string id_;
};

}  // namespace

std::unique_ptr<ArchiveReader> html_reader(std::unique_ptr<ByteSource> bytes, std::string id) {
    return std::make_unique<HtmlReader>(std::move(bytes), std::move(id));
}

}  // namespace nutgraf::archive
