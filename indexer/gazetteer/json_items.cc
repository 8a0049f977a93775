#include "indexer/gazetteer/json_items.h"

#include "base/json.h"

#include <fmt/format.h>

namespace nutgraf::gazetteer {

namespace {

constexpr std::size_t items_buffer_bytes = std::size_t{256} * 1024;
constexpr std::size_t max_item_bytes = std::size_t{64} << 20U;
constexpr int end_of_items = -1;

bool is_json_space(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

JsonItems::JsonItems(std::unique_ptr<archive::ByteSource> bytes)
    : source_(std::move(bytes)), buffer_(items_buffer_bytes, '\0') {}

std::optional<JsonItem> JsonItems::next() {
    while (inside_ != Inside::end) {
        std::optional<JsonItem> item;
        switch (inside_) {
            case Inside::nothing:
                item = opening();
                break;
            case Inside::array:
                item = element(']', Inside::end);
                break;
            case Inside::member:
                item = element(']', Inside::record);
                break;
            case Inside::record:
            case Inside::end:
                item = member();
                break;
        }
        if (item) return item;
    }
    return std::nullopt;
}

int JsonItems::peek() {
    if (at_ == filled_) {
        at_ = 0;
        filled_ = 0;
        filled_ = source_->read(buffer_);
        if (filled_ == 0) return end_of_items;
    }
    return static_cast<unsigned char>(buffer_[at_]);
}

void JsonItems::skip() {
    if (buffer_[at_] == '\n') ++line_;
    ++at_;
}

int JsonItems::peek_word() {
    while (is_json_space(peek())) skip();
    return peek();
}

JsonItem JsonItems::broken(std::string sentence) {
    inside_ = Inside::end;
    return {line_, {}, {}, std::move(sentence)};
}

std::optional<JsonItem> JsonItems::opening() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    for (const char c : byte_order_mark) {
        if (peek() != static_cast<unsigned char>(c)) break;
        skip();
    }
    const int c = peek_word();
    if (c != '[' && c != '{') return broken("The file is no JSON array and no JSON record.");
    skip();
    inside_ = c == '[' ? Inside::array : Inside::record;
    return std::nullopt;
}

std::optional<JsonItem> JsonItems::element(char closing, Inside outer) {
    int c = peek_word();
    if (c == ',') {
        skip();
        c = peek_word();
    }
    if (c == closing) {
        skip();
        inside_ = outer;
        return std::nullopt;
    }
    return value();
}

std::optional<JsonItem> JsonItems::member() {
    int c = peek_word();
    if (c == ',') {
        skip();
        c = peek_word();
    }
    if (c == '}') {
        inside_ = Inside::end;
        return std::nullopt;
    }
    std::string name;
    if (c != '"' || !read_string(name)) return broken("A member of the record has no name.");
    const auto json = parse_json(name);
    if (!json) return broken("The name of a member cannot be read.");
    key_ = json->get<std::string>();
    if (peek_word() != ':') return broken(fmt::format("Member \"{}\" has no value.", key_));
    skip();
    if (peek_word() != '[') return value();
    skip();
    inside_ = Inside::member;
    return std::nullopt;
}

JsonItem JsonItems::value() {
    JsonItem item;
    item.line = line_;
    item.key = inside_ == Inside::array ? std::string() : key_;
    is_too_long_ = false;
    if (!read_value(item.bytes))
        return broken(
            fmt::format("The item that begins in line {} cannot be read to its end.", item.line));
    if (is_too_long_) {
        item.bytes.clear();
        item.complaint = fmt::format("The item is longer than {} MiB.", max_item_bytes >> 20U);
    }
    return item;
}

bool JsonItems::read_value(std::string& bytes) {
    std::size_t depth = 0;
    while (true) {
        const int c = peek();
        if (c == end_of_items) return false;
        const bool ends = c == ',' || c == ']' || c == '}';
        // Of a number or a word nothing but what follows marks the end.
        if (depth == 0 && (ends || is_json_space(c))) return !bytes.empty();
        if (c == '"') {
            if (!read_string(bytes)) return false;
            if (depth == 0) return true;
            continue;
        }
        skip();
        keep(bytes, static_cast<char>(c));
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (depth == 0 && (c == '}' || c == ']')) return true;
    }
}

bool JsonItems::read_string(std::string& bytes) {
    keep(bytes, '"');
    skip();
    while (true) {
        const int c = peek();
        if (c == end_of_items) return false;
        skip();
        keep(bytes, static_cast<char>(c));
        if (c == '"') return true;
        if (c != '\\') continue;
        const int escaped = peek();
        if (escaped == end_of_items) return false;
        skip();
        keep(bytes, static_cast<char>(escaped));
    }
}

void JsonItems::keep(std::string& bytes, char c) {
    if (bytes.size() < max_item_bytes) {
        bytes += c;
    } else {
        is_too_long_ = true;
    }
}

}  // namespace nutgraf::gazetteer
