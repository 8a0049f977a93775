#pragma once

#include "analyzers/entities/gazetteer_format.h"
#include "analyzers/entities/mapped_file.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace nutgraf::entities {

/// A mapped entities.bin whose checksum is right and whose references all lead somewhere.
/// Immutable: may be shared between threads. What it gives lives as long as it does.
class GazetteerFile {
public:
    /// Throws Error, with the remedy, when the file is missing, damaged or of another version.
    explicit GazetteerFile(const std::filesystem::path& path);

    const Digest& digest() const { return header().digest; }

    /// All rows of a section, which must be of this type.
    template <class Row>
    std::span<const Row> rows(format::Section section) const {
        const format::SectionRef& place = header().sections.at(static_cast<std::size_t>(section));
        return {reinterpret_cast<const Row*>(file_.bytes().data() + place.begin),
                static_cast<std::size_t>(place.rows)};
    }

    std::size_t size(format::Section section) const {
        return static_cast<std::size_t>(
            header().sections.at(static_cast<std::size_t>(section)).rows);
    }

    std::string_view text(format::TextRef text) const {
        const format::SectionRef& texts = header().sections.front();
        return file_.bytes().substr(texts.begin + text.begin, text.size);
    }

private:
    const format::Header& header() const {
        return *reinterpret_cast<const format::Header*>(file_.bytes().data());
    }

    MappedFile file_;
};

}  // namespace nutgraf::entities
