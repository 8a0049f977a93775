#include "base/utf8.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/json_items.h"
#include "indexer/gazetteer/json_values.h"
#include "indexer/gazetteer/yaml_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace nutgraf::gazetteer {

namespace {

/// The gazetteer's id of a party, by what the source calls it; else the name itself, as which it
/// may be known.
std::string congress_party(const std::string& name) {
    if (name == "Democrat" || name == "Democratic") return "us-democratic";
    if (name == "Republican") return "us-republican";
    if (name == "Libertarian") return "us-libertarian";
    return name;
}

bool is_no_party(const std::string& name) {
    return name.empty() || name == "Independent" || name == "no party";
}

/// unitedstates/congress-legislators: people with terms, committees, and who is on which.
class CongressImporter final : public Importer {
public:
    explicit CongressImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        if (file.has_ending(".yaml") || file.has_ending(".yml")) {
            read_yaml(std::move(file));
        } else {
            read_json(std::move(file));
        }
    }

    /// Who is on a committee is known by then, whatever file came first.
    void finish() override {
        for (const auto& [person, committee] : members_) {
            ImportedRecord* const record = context_.harvest.kept(person);
            if (record != nullptr) record->members.push_back({committee, {}});
        }
    }

private:
    void read_yaml(InputFile file) {
        YamlItems items(std::move(file.bytes));
        while (auto item = items.next()) {
            if (item->complaint.empty()) {
                read_item(item->key, item->value, file.name, item->line);
            } else {
                context_.harvest.count_read();
                context_.harvest.refuse(file.name, item->line, item->complaint);
            }
        }
    }

    void read_json(InputFile file) {
        JsonItems items(std::move(file.bytes));
        while (auto item = items.next()) {
            auto json = parse_json(item->bytes);
            if (item->complaint.empty() && json) {
                read_item(item->key, *json, file.name, item->line);
            } else {
                context_.harvest.count_read();
                context_.harvest.refuse(
                    file.name, item->line,
                    item->complaint.empty() ? json.error().message : item->complaint);
            }
        }
    }

    void read_item(const std::string& key, const Json& item, const std::string& file,
                   std::uint64_t line) {
        if (!key.empty()) {
            read_members(key, item);
            return;
        }
        context_.harvest.count_read();
        if (!list_of(item, "terms").empty()) {
            read_person(item, file, line);
        } else if (!text_of(item, "thomas_id").empty()) {
            read_committee(item);
        } else {
            context_.harvest.refuse(file, line,
                                    "It has neither \"terms\", as people have, nor a "
                                    "\"thomas_id\", as committees have.");
        }
    }

    /// The members of a committee, a list or, where the list was cut into items, one of them.
    void read_members(const std::string& committee, const Json& item) {
        if (item.is_array()) {
            for (const Json& member : item) read_members(committee, member);
            return;
        }
        context_.harvest.count_read();
        constexpr std::size_t committee_letters = 4;
        if (committee.size() > committee_letters) {
            context_.harvest.leave_out("a seat on a subcommittee");
        } else {
            members_.emplace_back(text_of(item, "bioguide"), committee);
        }
    }

    void read_person(const Json& item, const std::string& file, std::uint64_t line) {
        const Json& name = record_of(item, "name");
        ImportedRecord record;
        record.kind = entities::EntityKind::person;
        record.source_id = text_of(record_of(item, "id"), "bioguide");
        // Who was never in Congress has none.
        if (record.source_id.empty())
            record.source_id = "govtrack-" + text_of(record_of(item, "id"), "govtrack");
        record.surname = text_of(name, "last");
        record.given = text_of(name, "first");
        if (record.surname.empty() || record.given.empty()) {
            context_.harvest.refuse(file, line, "The name has no \"first\" or no \"last\".");
            return;
        }
        record.country = "US";
        record.wikidata = text_of(record_of(item, "id"), "wikidata");
        const std::string gender = text_of(record_of(item, "bio"), "gender");
        if (gender == "F") record.sex = entities::Sex::female;
        if (gender == "M") record.sex = entities::Sex::male;
        add_names(name, record);
        for (const Json& term : list_of(item, "terms")) add_term(term, record);
        // A party is not left with a seat.
        if (!record.parties.empty()) record.parties.back().period.to = std::chrono::sys_days::max();
        if (record.parties.size() == 1) record.parties.back().period = {};
        context_.harvest.keep(std::move(record));
    }

    /// Shown is what the press writes: the nickname where there is one, else the official name
    /// without a middle initial.
    static void add_names(const Json& name, ImportedRecord& record) {
        const std::string nickname = text_of(name, "nickname");
        const std::string middle = text_of(name, "middle");
        const std::string official = text_of(name, "official_full");
        record.name = (nickname.empty() ? record.given : nickname) + " " + record.surname;
        const auto add = [&](const std::string& text) {
            if (!text.empty() && text != record.name) record.names.push_back({text, {}, {}});
        };
        add(record.given + " " + record.surname);
        add(official);
        if (middle.empty()) return;
        add(record.given + " " + middle + " " + record.surname);
        const std::string_view initial = utf8_prefix(middle, code_point_at(middle, 0).size);
        add(fmt::format("{} {}. {}", record.given, initial, record.surname));
    }

    void add_term(const Json& term, ImportedRecord& record) {
        const std::string start = text_of(term, "start");
        // The end of a term is the first day of the next.
        const auto period = imported_period(start, text_of(term, "end"));
        const std::string role = role_of(text_of(term, "type"), text_of(term, "state"));
        if (!period || role.empty()) {
            context_.harvest.leave_out("a term without dates or of an unknown chamber");
            return;
        }
        const bool is_executive = text_of(term, "type") == "prez" || role == "vice-president";
        const std::string place = is_executive ? "US" : text_of(term, "state");
        record.roles.push_back({role, place, *period});
        add_party(term, *period, record);
    }

    static std::string role_of(const std::string& type, const std::string& state) {
        if (type == "sen") return "us-senator";
        if (type == "prez") return "president";
        if (type == "viceprez") return "vice-president";
        if (type != "rep") return {};
        constexpr std::string_view territories = "AS DC GU MP PR VI";
        const bool has_vote = territories.find(state) == std::string_view::npos;
        return has_vote ? "us-representative" : "us-delegate";
    }

    static void add_party(const Json& term, const entities::Period& period,
                          ImportedRecord& record) {
        const Json& changes = list_of(term, "party_affiliations");
        if (changes.empty()) {
            extend_party(text_of(term, "party"), period, record);
            return;
        }
        for (const Json& change : changes) {
            const auto part = imported_period(text_of(change, "start"), text_of(change, "end"));
            if (part) extend_party(text_of(change, "party"), *part, record);
        }
    }

    static void extend_party(const std::string& name, const entities::Period& period,
                             ImportedRecord& record) {
        if (is_no_party(name)) return;
        const std::string party = congress_party(name);
        ImportedTie* const last = record.parties.empty() ? nullptr : &record.parties.back();
        if (last != nullptr && last->target == party) {
            last->period.to = std::max(last->period.to, period.to);
        } else {
            record.parties.push_back({party, period});
        }
    }

    void read_committee(const Json& item) {
        ImportedRecord record;
        record.source_id = text_of(item, "thomas_id");
        record.name = text_of(item, "name");
        record.country = "US";
        record.type = "parliament";
        const std::string type = text_of(item, "type");
        record.parent = "us-congress";
        if (type == "senate" || type == "house") record.parent = "us-" + type;
        add_committee_names(record);
        for (const auto& [congress, name] : record_of(item, "names").items())
            if (name.is_string() && name != record.name)
                record.names.push_back({name.get<std::string>(), {}, NameUse::former});
        context_.harvest.keep(std::move(record));
    }

    /// "Senate Foreign Relations Committee" of "Senate Committee on Foreign Relations".
    static void add_committee_names(ImportedRecord& record) {
        for (const std::string_view kind :
             {" Permanent Select Committee on the ", " Permanent Select Committee on ",
              " Select Committee on the ", " Select Committee on ", " Committee on the ",
              " Committee on "}) {
            const auto at = record.name.find(kind);
            if (at == std::string::npos) continue;
            const std::string chamber = record.name.substr(0, at);
            const std::string subject = record.name.substr(at + kind.size());
            record.names.push_back({fmt::format("{} {} Committee", chamber, subject), {}, {}});
            return;
        }
    }

    ImportContext context_;
    std::vector<std::pair<std::string, std::string>> members_;  ///< Person, committee.
};

}  // namespace

std::unique_ptr<Importer> congress_importer(const ImportContext& context) {
    return std::make_unique<CongressImporter>(context);
}

}  // namespace nutgraf::gazetteer
