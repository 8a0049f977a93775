#pragma once

#include "analyzers/entities/gazetteer_format.h"

#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace nutgraf::entities {

/// Lays rows out as a file: the texts they refer to, then the sections, then the header.
class SectionWriter {
public:
    SectionWriter() : bytes_(sizeof(format::Header), '\0') {}

    /// The place of a text, which is stored once.
    format::TextRef text(std::string_view text) {
        if (text.empty()) return {};
        const auto [place, is_new] =
            places_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
        if (is_new) texts_ += text;
        return {place->second, static_cast<std::uint32_t>(text.size())};
    }

    template <class Row>
    void add(format::Section section, const std::vector<Row>& rows) {
        static_assert(std::is_trivially_copyable_v<Row>);
        std::string copy(rows.size() * sizeof(Row), '\0');
        if (!rows.empty()) std::memcpy(copy.data(), rows.data(), copy.size());
        add_bytes(section, copy, rows.size());
    }

    /// The file, once all sections but the texts are added.
    std::string file() &&;

private:
    void add_bytes(format::Section section, std::string_view rows, std::size_t count);

    format::Header header_;
    std::string bytes_;
    std::string texts_;
    std::unordered_map<std::string, std::uint32_t> places_;
};

}  // namespace nutgraf::entities
