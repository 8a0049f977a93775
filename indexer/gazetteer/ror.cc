#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/json_items.h"
#include "indexer/gazetteer/json_values.h"

#include <algorithm>

namespace nutgraf::gazetteer {

namespace {

/// "05dxps055" of "https://ror.org/05dxps055".
std::string last_part(const std::string& address) {
    return address.substr(address.rfind('/') + 1);
}

/// The gazetteer's kind of an organisation that ROR calls so.
std::string kind_of_ror(const Json& types) {
    const auto is = [&](const char* type) {
        return std::ranges::find(types, Json(type)) != types.end();
    };
    if (is("education")) return "university";
    if (is("company")) return "company";
    if (is("government")) return "agency";
    if (is("nonprofit")) return "ngo";
    return "other";
}

/// The ROR data dump, schema 2: one array of research organisations.
class RorImporter final : public Importer {
public:
    explicit RorImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        JsonItems items(std::move(file.bytes));
        while (auto item = items.next()) {
            context_.harvest.count_read();
            const auto json = parse_json(item->bytes);
            if (!item->complaint.empty() || !json) {
                context_.harvest.refuse(
                    file.name, item->line,
                    item->complaint.empty() ? json.error().message : item->complaint);
            } else if (!read_organisation(*json)) {
                context_.harvest.refuse(file.name, item->line,
                                        "It has no \"id\" and \"names\" as schema 2 has them.");
            }
        }
    }

private:
    bool read_organisation(const Json& item) {
        ImportedRecord record;
        record.source_id = last_part(text_of(item, "id"));
        for (const Json& name : list_of(item, "names")) add_name(name, record);
        if (record.source_id.empty() || record.name.empty()) return false;
        if (text_of(item, "status") == "withdrawn") {
            context_.harvest.leave_out("withdrawn");
            return true;
        }
        record.type = kind_of_ror(list_of(item, "types"));
        for (const Json& place : list_of(item, "locations")) {
            const std::string code = text_of(record_of(place, "geonames_details"), "country_code");
            if (record.country.empty()) record.country = code;
        }
        for (const Json& other : list_of(item, "external_ids"))
            if (text_of(other, "type") == "wikidata")
                record.wikidata = text_of(other, "preferred").empty() ? first_of(other, "all")
                                                                      : text_of(other, "preferred");
        for (const Json& other : list_of(item, "relationships"))
            if (text_of(other, "type") == "parent") record.parent = last_part(text_of(other, "id"));
        context_.harvest.keep(std::move(record));
        return true;
    }

    static void add_name(const Json& name, ImportedRecord& record) {
        const Json& types = list_of(name, "types");
        const auto is = [&](const char* type) {
            return std::ranges::find(types, Json(type)) != types.end();
        };
        const std::string text = text_of(name, "value");
        const std::string language = text_of(name, "lang");
        if (is("ror_display")) {
            record.name = text;
        } else if (!text.empty()) {
            record.names.push_back(
                {text, language, is("acronym") ? NameUse::acronym : NameUse::full});
        }
    }

    ImportContext context_;
};

}  // namespace

std::unique_ptr<Importer> ror_importer(const ImportContext& context) {
    return std::make_unique<RorImporter>(context);
}

}  // namespace nutgraf::gazetteer
