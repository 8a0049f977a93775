#include "analyzers/entities/lines.h"
#include "base/utf8.h"
#include "indexer/archive/line_reader.h"
#include "indexer/gazetteer/importer.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nutgraf::gazetteer {

namespace {

constexpr std::size_t max_jrc_line_bytes = std::size_t{64} * 1024;

/// JRC-Names: a variant of a name a line, "id, type, language, name" with tabs between, the
/// variants of one below each other and spaces written "+".
class JrcNamesImporter final : public Importer {
public:
    explicit JrcNamesImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        archive::LineReader lines(std::move(file.bytes), max_jrc_line_bytes);
        while (const auto line = lines.next()) {
            if (line->bytes.empty() || line->bytes.starts_with('#')) continue;
            context_.harvest.count_read();
            const std::string complaint = read_line(repaired_utf8(line->bytes));
            if (!complaint.empty()) context_.harvest.refuse(file.name, line->number, complaint);
        }
        flush();
    }

    void finish() override { flush(); }

private:
    std::string read_line(const std::string& line) {
        const auto values = entities::parts(line, "\t");
        constexpr std::size_t columns = 4;
        if (values.size() != columns)
            return fmt::format(
                "The line has {} values; write id, type, language and name with "
                "tabs between.",
                values.size());
        const std::string_view type = values[1];
        if (type != "P" && type != "O") {
            context_.harvest.leave_out("neither a person nor an organisation");
            return {};
        }
        if (values[0] != record_.source_id) {
            flush();
            record_.source_id = values[0];
            record_.kind =
                type == "P" ? entities::EntityKind::person : entities::EntityKind::organisation;
        }
        std::string name(values[3]);
        std::ranges::replace(name, '+', ' ');
        const std::string language(values[2] == "u" ? std::string_view() : values[2]);
        variants_.push_back({std::move(name), language, NameUse::full});
        return {};
    }

    /// The first variant for any language is the one shown.
    void flush() {
        if (variants_.empty()) return;
        auto shown = std::ranges::find(variants_, std::string(), &ImportedName::language);
        if (shown == variants_.end()) shown = variants_.begin();
        record_.name = shown->text;
        variants_.erase(shown);
        record_.names = std::move(variants_);
        if (record_.is_person()) {
            const auto space = record_.name.rfind(' ');
            if (space != std::string::npos) record_.surname = record_.name.substr(space + 1);
        } else {
            record_.type = "other";
        }
        context_.harvest.keep(std::move(record_));
        record_ = {};
        variants_.clear();
    }

    ImportContext context_;
    ImportedRecord record_;
    std::vector<ImportedName> variants_;
};

}  // namespace

std::unique_ptr<Importer> jrc_names_importer(const ImportContext& context) {
    return std::make_unique<JrcNamesImporter>(context);
}

}  // namespace nutgraf::gazetteer
