#include "indexer/archive/json_file_reader.h"

#include "base/small_json.h"
#include "indexer/archive/article_record.h"
#include "indexer/archive/json_limits.h"
#include "indexer/archive/utf8_source.h"
#include "indexer/archive/whole_text.h"
#include "indexer/archive/wire/json_news.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::size_t max_file_bytes = 16 * max_article_bytes;
constexpr std::size_t max_file_values = 10 * max_record_values;

class JsonFileReader final : public ArchiveReader {
public:
    JsonFileReader(std::unique_ptr<ByteSource> bytes, std::string id)
        : bytes_(utf8_source(std::move(bytes))), id_(std::move(id)) {}

    std::optional<Record> next() override {
        if (bytes_) {
            const auto refusal = read();
            bytes_.reset();
            if (refusal) return refused_record(refusal->first, refusal->second);
        }
        if (given_ == records_.size()) return std::nullopt;
        const std::size_t number = ++given_;
        Record record = article_record(0, news_fields(records_[number - 1]));
        auto* error = std::get_if<RecordError>(&record.outcome);
        if (error != nullptr && records_.size() > 1)
            error->message = fmt::format("Record {}: {}", number, error->message);
        return record;
    }

private:
    using Refusal = std::pair<std::uint64_t, std::string>;

    /// The reason and the line when there is nothing to read.
    std::optional<Refusal> read() {
        const auto text = whole_text(*bytes_, max_file_bytes);
        if (!text)
            return Refusal{0,
                           fmt::format("The file is one JSON value of more than {} MiB. Write its "
                                       "records one a line.",
                                       max_file_bytes >> 20U)};
        auto value = parse_small_json(*text, max_file_values);
        if (!value) {
            const auto before = std::string_view(*text).substr(0, value.error().position);
            return Refusal{static_cast<std::uint64_t>(std::ranges::count(before, '\n')) + 1,
                           value.error().message};
        }
        take(std::move(*value));
        return std::nullopt;
    }

    void take(Json value) {
        const auto items = value.is_object() ? value.find("items") : value.end();
        if (value.is_array()) {
            records_ = std::move(value.get_ref<Json::array_t&>());
        } else if (value.is_object() && items != value.end() && items->is_array()) {
            records_ = std::move(items->get_ref<Json::array_t&>());
        } else {
            if (value.is_object() && !value.contains("uri") && !value.contains("urn"))
                set_once(value, "id", id_);
            records_.push_back(std::move(value));
        }
    }

    std::unique_ptr<ByteSource> bytes_;  // Null once read.
    std::string id_;
    Json::array_t records_;
    std::size_t given_ = 0;
};

}  // namespace

std::unique_ptr<ArchiveReader> json_file_reader(std::unique_ptr<ByteSource> bytes, std::string id) {
    return std::make_unique<JsonFileReader>(std::move(bytes), std::move(id));
}

}  // namespace nutgraf::archive
