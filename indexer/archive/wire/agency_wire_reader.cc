#include "indexer/archive/wire/agency_wire_reader.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/wire/anpa_1312.h"
#include "indexer/archive/wire/control_characters.h"
#include "indexer/archive/wire/iptc_7901.h"
#include "indexer/archive/wire/transmissions.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::archive {

namespace {

class AgencyWireReader final : public ArchiveReader {
public:
    explicit AgencyWireReader(std::unique_ptr<ByteSource> bytes)
        : transmissions_(std::move(bytes)) {}

    std::optional<Record> next() override {
        if (auto waiting = std::exchange(waiting_, std::nullopt)) return waiting;
        const auto transmission = transmissions_.next();
        if (!transmission) return std::nullopt;
        if (transmission->line > 0) waiting_ = record_of(*transmission);
        if (transmission->stray_bytes == 0) return std::exchange(waiting_, std::nullopt);
        return refused_record(0, fmt::format("Byte {}: {} bytes belong to no transmission.",
                                             transmission->stray_begin, transmission->stray_bytes));
    }

private:
    static Record record_of(const Transmission& transmission) {
        if (transmission.is_too_long) return refused_record(transmission.line, too_large_message());
        if (!transmission.has_text)
            return refused_record(transmission.line, "The transmission has a header and no text.");
        const WireLines lines = wire_lines(transmission);
        std::vector<std::string> warnings;
        if (!transmission.has_end)
            warnings.emplace_back("The transmission has no end; its text may be cut.");
        if (transmission.is_followed_badly)
            warnings.emplace_back("What stands behind the text is no trailer and is left out.");
        auto fields = anpa_1312_fields(lines);
        if (!fields) fields = iptc_7901_fields(lines);
        if (!fields) {
            warnings.emplace_back(
                "The header is neither one of IPTC 7901 nor one of ANPA 1312; it is kept.");
            fields = Json{{"body", wire_paragraphs(lines.text)}};
            set_extra(*fields, "header", on_one_line(wire_paragraphs(lines.header)));
        }
        return article_record(transmission.line, *fields, std::move(warnings));
    }

    Transmissions transmissions_;
    std::optional<Record> waiting_;
};

}  // namespace

bool is_agency_wire(std::string_view beginning) {
    const auto heading = beginning.find(control::start_of_heading);
    if (heading == std::string_view::npos) return false;
    constexpr std::size_t longest_header = 1024;
    const std::string_view behind = beginning.substr(heading + 1, longest_header);
    if (behind.empty() ||
        !(is_ascii_letter(behind[0]) || is_ascii_digit(behind[0]) || behind[0] == control::escape))
        return false;
    const auto text = behind.find(control::start_of_text);
    return text != std::string_view::npos && behind.substr(0, text).find('\0') == std::string::npos;
}

std::unique_ptr<ArchiveReader> agency_wire_reader(std::unique_ptr<ByteSource> bytes) {
    return std::make_unique<AgencyWireReader>(std::move(bytes));
}

}  // namespace nutgraf::archive
