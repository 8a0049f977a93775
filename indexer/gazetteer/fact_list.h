#pragma once

#include "analyzers/entities/block_reader.h"
#include "indexer/gazetteer/assembler.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace nutgraf::gazetteer {

/// Makes the facts of one block of one record. Borrows all it is given.
class FactList {
public:
    struct Context {
        const Known& known;
        const Gate& gate;
        const std::unordered_map<std::string, std::uint32_t>& users;  ///< Of names, by this import.
        std::function<std::string(const std::string& target)> resolved;
        std::function<bool(const std::string& id)> is_party;
        Assembly& result;  ///< Where counts and differences go.
    };

    /// `known` is what is known of the one; null when it is new, or composed and without a block.
    FactList(const Context& context, std::string id, const entities::EntityRecord* known);

    std::vector<entities::Fact> facts(const ImportedRecord& record) &&;

private:
    void add(std::string_view key, std::string value, std::string_view language = {});
    void add_single(std::string_view key, const std::string& value);
    void add_shown(const ImportedRecord& record);
    void add_name(const ImportedName& name, entities::EntityKind kind);
    void add_organisation(const ImportedRecord& record);
    void add_person(const ImportedRecord& record);
    void add_surname(const ImportedRecord& record);
    void add_parties(const ImportedRecord& record);
    void add_roles(const ImportedRecord& record);
    void add_role(const ImportedRole& role);
    void add_ties(std::string_view key, const std::vector<ImportedTie>& ties);
    bool has_name(std::string_view text) const;
    bool is_shared_by_many(std::string_view text) const;
    void differ(std::string what, std::string here, std::string there);
    void leave_out_tie(std::string_view reason);

    Context context_;
    std::string id_;
    const entities::EntityRecord* known_;
    std::vector<entities::Fact> facts_;
    std::set<std::string> names_;  ///< Already written, as they are.
};

}  // namespace nutgraf::gazetteer
