#pragma once

#include "indexer/archive/byte_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace nutgraf::gazetteer {

/// One item of a JSON file, as its bytes stand there.
struct JsonItem {
    std::uint64_t line = 0;  ///< Where it begins, from 1.
    std::string key;         ///< Of the member it is or stands in; empty below an array.
    std::string bytes;       ///< The JSON of the item; not checked.
    std::string complaint;   ///< A sentence, when the item is no item; empty else.
};

/// Cuts a JSON file into items without holding more of it than one: the elements of the array that
/// the file is; or of the record that it is each member, and where that is an array each of its
/// elements under the member's key. Not thread-safe: one per thread.
class JsonItems {
public:
    explicit JsonItems(std::unique_ptr<archive::ByteSource> bytes);

    /// The next item; empty at the end. An item of more than 64 MiB, or a file that ends in its
    /// middle or is no array and no record, is a complaint; after the latter two the end follows.
    std::optional<JsonItem> next();

private:
    enum class Inside : std::uint8_t { nothing, array, record, member, end };

    int peek();
    void skip();
    int peek_word();
    JsonItem broken(std::string sentence);
    std::optional<JsonItem> opening();
    std::optional<JsonItem> element(char closing, Inside outer);
    std::optional<JsonItem> member();
    JsonItem value();
    bool read_value(std::string& bytes);
    bool read_string(std::string& bytes);
    void keep(std::string& bytes, char c);

    std::unique_ptr<archive::ByteSource> source_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t line_ = 1;
    Inside inside_ = Inside::nothing;
    std::string key_;
    bool is_too_long_ = false;
};

}  // namespace nutgraf::gazetteer
