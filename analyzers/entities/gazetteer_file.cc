#include "analyzers/entities/gazetteer_file.h"

#include "analyzers/entities/reference_check.h"
#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace nutgraf::entities {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view remedy = "Build it again with \"./run build\", or reinstall Nutgraf.";

/// By section, in their order.
constexpr std::array row_sizes = {
    sizeof(char),
    sizeof(format::EntityRow),
    sizeof(format::OfficeRow),
    sizeof(format::RoleRow),
    sizeof(format::PlaceRow),
    sizeof(format::RoleHeldRow),
    sizeof(format::PartyHeldRow),
    sizeof(format::NameRow),
    sizeof(format::HolderRow),
    sizeof(format::WordRow),
    sizeof(format::SlotRow),
    sizeof(std::uint32_t),
    sizeof(std::uint32_t),
    sizeof(format::NodeRow),
    sizeof(std::uint32_t),
    sizeof(format::SenseRow),
    sizeof(format::TextRef),
};
static_assert(row_sizes.size() == format::section_count);

const fs::path& existing(const fs::path& path) {
    if (fs::exists(path)) return path;
    throw Error(
        fmt::format("There is no \"{}\", which holds the organisations and officials to "
                    "be recognised. {}",
                    path.string(), remedy));
}

bool has_sound_sections(const format::Header& header) {
    constexpr std::size_t alignment = 8;
    for (std::size_t i = 0; i < format::section_count; ++i) {
        const format::SectionRef& section = header.sections.at(i);
        if (section.begin % alignment != 0 || section.begin > header.file_bytes) return false;
        if (section.rows > (header.file_bytes - section.begin) / row_sizes.at(i)) return false;
    }
    return true;
}

/// What is wrong with a file, as the end of a sentence; empty when nothing is.
std::string objection(std::string_view bytes) {
    format::Header header;
    if (bytes.size() < sizeof header) return "is too short to be a gazetteer";
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != format::magic) return "is not a gazetteer";
    if (header.version != format::format_version)
        return fmt::format("is of format {}, and this program reads format {}", header.version,
                           format::format_version);
    if (header.file_bytes > bytes.size())
        return fmt::format("is damaged: it has {} of its {} bytes", bytes.size(),
                           header.file_bytes);
    if (header.digest != sha256(bytes.substr(format::first_digested_byte)))
        return "is damaged: its checksum is wrong";
    if (header.file_bytes != bytes.size() || !has_sound_sections(header))
        return "is damaged: its parts do not fit together";
    return {};
}

}  // namespace

GazetteerFile::GazetteerFile(const fs::path& path) : file_(existing(path)) {
    std::string found = objection(file_.bytes());
    if (found.empty() && !has_sound_references(*this))
        found = "is damaged: its parts do not fit together";
    if (!found.empty()) throw Error(fmt::format("\"{}\" {}. {}", path.string(), found, remedy));
}

}  // namespace nutgraf::entities
