#include "base/utf8.h"
#include "indexer/archive/line_reader.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/json_values.h"
#include "indexer/gazetteer/wikidata_item.h"

#include <array>
#include <map>
#include <unordered_map>
#include <vector>

namespace nutgraf::gazetteer {

namespace {

constexpr std::size_t max_dump_line_bytes = std::size_t{64} << 20U;

/// On how many wikis there must be a page of one who is kept.
constexpr std::size_t min_pages = 3;

/// The languages whose names are kept.
constexpr std::array kept_languages = {"en", "de", "fr", "es", "it", "pt",      "nl",
                                       "pl", "ru", "uk", "ar", "fa", "he",      "tr",
                                       "el", "hi", "ja", "ko", "zh", "zh-hans", "zh-hant"};

/// The JSON dump: an entity a line, in any order. Countries, parties and offices are named by their
/// items, so that what is kept is put together at the end.
class WikidataImporter final : public Importer {
public:
    explicit WikidataImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        archive::LineReader lines(std::move(file.bytes), max_dump_line_bytes);
        while (const auto line = lines.next()) {
            std::string_view bytes = line->bytes;
            if (bytes.ends_with(',')) bytes.remove_suffix(1);
            if (bytes.empty() || bytes == "[" || bytes == "]") continue;
            context_.harvest.count_read();
            if (line->is_too_long) {
                context_.harvest.refuse(file.name, line->number, "The line is longer than 64 MiB.");
            } else if (!is_worth_parsing(bytes)) {
                context_.harvest.leave_out("neither an office holder nor an organisation");
            } else if (const auto json = parse_json(bytes)) {
                read_item(*json);
            } else {
                context_.harvest.refuse(file.name, line->number, json.error().message);
            }
        }
    }

    void finish() override {
        for (ImportedRecord& record : context_.harvest.records()) complete(record);
    }

private:
    struct Office {
        std::string role;
        std::string country;
    };
    struct Held {
        std::string office;
        entities::Period period;
    };

    void read_item(const Json& item) {
        const std::string id = text_of(item, "id");
        const std::string code = value_of(item, "P297");
        if (!code.empty()) countries_[id] = code;
        bool is_human = false;
        std::string_view kind;
        for (const WikidataStatement& statement : statements_of(item, "P31")) {
            is_human = is_human || statement.value == "Q5";
            if (kind.empty()) kind = kind_of_class(statement.value);
        }
        if (is_human) {
            read_person(id, item);
        } else if (!kind.empty()) {
            read_organisation(id, kind, item);
        } else {
            read_office(id, item);
        }
    }

    void read_office(const std::string& id, const Json& item) {
        const std::string role = context_.known.role_of(label_of(item));
        std::string country = value_of(item, "P1001");
        if (country.empty()) country = value_of(item, "P17");
        if (!role.empty()) offices_[id] = {role, country};
        context_.harvest.leave_out("a country, an office or the like, told of its people");
    }

    void read_person(const std::string& id, const Json& item) {
        ImportedRecord record;
        record.kind = entities::EntityKind::person;
        const auto positions = statements_of(item, "P39");
        if (positions.empty()) {
            context_.harvest.leave_out("neither an office holder nor an organisation");
            return;
        }
        if (!begin_record(id, item, record)) return;
        const auto space = record.name.rfind(' ');
        if (space != std::string::npos) record.surname = record.name.substr(space + 1);
        const std::string sex = value_of(item, "P21");
        if (sex == "Q6581072") record.sex = entities::Sex::female;
        if (sex == "Q6581097") record.sex = entities::Sex::male;
        record.country = value_of(item, "P27");
        record.died = value_of(item, "P570");
        if (!imported_period({}, record.died) ||
            imported_period({}, record.died)->to == std::chrono::sys_days::max())
            record.died.clear();
        for (const WikidataStatement& party : statements_of(item, "P102"))
            if (party.has_period_order) record.parties.push_back({party.value, party.period});
        std::vector<Held>& held = held_[id];
        for (const WikidataStatement& position : positions)
            if (position.has_period_order) held.push_back({position.value, position.period});
        context_.harvest.keep(std::move(record));
    }

    void read_organisation(const std::string& id, std::string_view kind, const Json& item) {
        ImportedRecord record;
        record.type = kind;
        if (!begin_record(id, item, record)) return;
        record.country = value_of(item, "P17");
        record.parent = value_of(item, "P749");
        const std::string short_name = value_of(item, "P1813");
        const std::string official = value_of(item, "P1448");
        if (!short_name.empty()) record.names.push_back({short_name, {}, NameUse::full});
        if (!official.empty()) record.names.push_back({official, {}, NameUse::full});
        context_.harvest.keep(std::move(record));
    }

    /// The names; false when the item is left out.
    bool begin_record(const std::string& id, const Json& item, ImportedRecord& record) {
        record.source_id = id;
        record.wikidata = id;
        record.name = label_of(item);
        if (id.empty() || record.name.empty()) {
            context_.harvest.leave_out("without an English label");
            return false;
        }
        if (record_of(item, "sitelinks").size() < min_pages) {
            context_.harvest.leave_out("with a page on fewer than three wikis");
            return false;
        }
        for (const char* language : kept_languages) {
            const std::string code = std::string(language).substr(0, 2);
            const std::string label =
                text_of(record_of(record_of(item, "labels"), language), "value");
            if (!label.empty() && label != record.name)
                record.names.push_back({label, code, NameUse::full});
            for (const Json& alias : list_of(record_of(item, "aliases"), language))
                record.names.push_back({text_of(alias, "value"), code, NameUse::full});
        }
        return true;
    }

    std::string country_of_item(const std::string& item) const {
        const auto country = countries_.find(item);
        return country == countries_.end() ? std::string() : country->second;
    }

    void complete(ImportedRecord& record) {
        record.country = country_of_item(record.country);
        const auto held = held_.find(record.source_id);
        if (held == held_.end()) return;
        for (const Held& position : held->second) {
            const auto office = offices_.find(position.office);
            if (office == offices_.end()) continue;
            std::string place = country_of_item(office->second.country);
            if (place.empty()) place = record.country;
            record.roles.push_back({office->second.role, std::move(place), position.period});
        }
    }

    ImportContext context_;
    std::unordered_map<std::string, std::string> countries_;  ///< Two letters by item.
    std::unordered_map<std::string, Office> offices_;
    std::unordered_map<std::string, std::vector<Held>> held_;  ///< By person.
};

}  // namespace

std::unique_ptr<Importer> wikidata_importer(const ImportContext& context) {
    return std::make_unique<WikidataImporter>(context);
}

}  // namespace nutgraf::gazetteer
