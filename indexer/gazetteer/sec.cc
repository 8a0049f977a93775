#include "indexer/gazetteer/company_names.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/json_items.h"
#include "indexer/gazetteer/json_values.h"

#include <algorithm>

namespace nutgraf::gazetteer {

namespace {

/// "ACME INC" of "ACME INC /DE/", "ACME CORP \NEW\".
std::string without_marks(std::string title) {
    for (const char mark : {'/', '\\'}) {
        const auto begin = title.find(std::string(" ") + mark);
        if (begin != std::string::npos) title.erase(begin);
    }
    return title;
}

/// Companies that file with the SEC, by their central index key: records, or rows whose columns
/// the member "fields" names.
class SecImporter final : public Importer {
public:
    explicit SecImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        fields_.clear();
        JsonItems items(std::move(file.bytes));
        while (auto item = items.next()) {
            const auto json = parse_json(item->bytes);
            if (!item->complaint.empty() || !json) {
                context_.harvest.count_read();
                context_.harvest.refuse(
                    file.name, item->line,
                    item->complaint.empty() ? json.error().message : item->complaint);
            } else if (item->key == "fields" && json->is_string()) {
                fields_.push_back(json->get<std::string>());
            } else {
                context_.harvest.count_read();
                if (!read_company(*json))
                    context_.harvest.refuse(file.name, item->line,
                                            "It has no \"cik_str\" and \"title\" of a company.");
            }
        }
    }

private:
    bool read_company(const Json& item) {
        Json record = item;
        if (item.is_array()) {
            record = Json::object();
            for (std::size_t i = 0; i < std::min(item.size(), fields_.size()); ++i)
                record[fields_[i]] = item[i];
        }
        std::string cik = text_of(record, "cik_str");
        if (cik.empty()) cik = text_of(record, "cik");
        std::string title = text_of(record, "title");
        if (title.empty()) title = text_of(record, "name");
        title = without_marks(title);
        if (cik.empty() || title.empty()) return false;
        // Each of its tickers has a record of its own.
        if (context_.harvest.kept(cik) != nullptr) {
            context_.harvest.leave_out("another ticker of a company");
            return true;
        }
        ImportedRecord company;
        company.source_id = cik;
        company.type = "company";
        company.name = without_legal_form(title);
        company.names.push_back({with_ordinary_capitals(title), {}, NameUse::full});
        context_.harvest.keep(std::move(company));
        return true;
    }

    ImportContext context_;
    std::vector<std::string> fields_;
};

}  // namespace

std::unique_ptr<Importer> sec_importer(const ImportContext& context) {
    return std::make_unique<SecImporter>(context);
}

}  // namespace nutgraf::gazetteer
