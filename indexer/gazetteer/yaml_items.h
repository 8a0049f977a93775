#pragma once

#include "base/json.h"
#include "indexer/archive/byte_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace nutgraf::gazetteer {

/// One item of a YAML file, as JSON would have it; every scalar is a text.
// clang-tidy believes that a JSON value may throw when it is moved, where it only asserts.
// NOLINTNEXTLINE(bugprone-exception-escape)
struct YamlItem {
    std::uint64_t line = 0;  ///< Where it begins, from 1.
    std::string key;         ///< Of the member it is; empty in a list.
    Json value;
    std::string complaint;  ///< A sentence, when the item could not be read; empty else.
};

/// Reads a YAML file item by item, holding no more of it than one: the elements of the list that
/// its first document is, or the members of the mapping. Not thread-safe: one per thread.
class YamlItems {
public:
    explicit YamlItems(std::unique_ptr<archive::ByteSource> bytes);
    YamlItems(YamlItems&&) = delete;
    YamlItems& operator=(YamlItems&&) = delete;
    YamlItems(const YamlItems&) = delete;
    YamlItems& operator=(const YamlItems&) = delete;
    ~YamlItems();

    /// The next item; empty at the end. Malformed YAML, aliases, which a small file can make a
    /// large one of, and nesting deeper than 32 are a complaint, after which the end follows.
    std::optional<YamlItem> next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace nutgraf::gazetteer
