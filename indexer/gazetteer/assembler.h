#pragma once

#include "analyzers/entities/block_reader.h"
#include "indexer/gazetteer/gate.h"
#include "indexer/gazetteer/harvest.h"
#include "indexer/gazetteer/known.h"

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace nutgraf::gazetteer {

/// A source and the facts that are there say different things of one.
struct Difference {
    std::string id;
    std::string what;  ///< "role us-senator/DE": a key, or a key and what it is about.
    std::string here;  ///< What the facts that are there say.
    std::string there;
};

/// What became of a harvest.
struct Assembly {
    std::vector<entities::Block> blocks;  ///< By id; of each, what adds to what is known.
    std::uint64_t of_known = 0;           ///< Of the blocks, those that add to known ones.
    std::uint64_t names = 0;              ///< That passed the gate.
    Counts left_out;                      ///< Records.
    Counts left_out_names;
    Counts left_out_ties;  ///< Parties, roles and bodies.
    std::vector<Difference> differences;
};

/// Turns records into blocks that the compiler takes together with what is known: finds who is
/// known already, chooses ids for the others, passes names through the gate, and leaves out what
/// would contradict the facts that are there. The same records give the same blocks. Borrows all
/// it is given. Not thread-safe: one per thread.
class Assembler {
public:
    /// `source` names it in the blocks' lines "source:". People whose roles all ended before
    /// `since` are left out.
    Assembler(std::string source, const Known& known, std::optional<std::chrono::sys_days> since);

    Assembly assembled(std::vector<ImportedRecord> records) &&;

private:
    struct Place {
        std::string id;
        bool is_known = false;
    };

    void choose_ids(const std::vector<ImportedRecord>& records);
    std::optional<Place> place_of(const ImportedRecord& record);
    std::string known_id(const ImportedRecord& record) const;
    bool may_be(const ImportedRecord& record, const entities::EntityRecord& known) const;
    std::string new_id(const ImportedRecord& record);
    bool is_too_old(const ImportedRecord& record) const;
    void count_names(const ImportedRecord& record);

    entities::Block block(const ImportedRecord& record, const Place& place);
    std::string resolved(const std::string& target) const;
    bool is_party(const std::string& id) const;

    std::string source_;
    const Known& known_;
    Gate gate_;
    std::optional<std::chrono::sys_days> since_;
    Assembly result_;
    std::vector<std::optional<Place>> places_;              ///< By record.
    std::unordered_map<std::string, std::string> ids_;      ///< By source id.
    std::unordered_map<std::string, std::string> parties_;  ///< Ids of kept parties by name.
    std::unordered_set<std::string> party_ids_;
    std::unordered_set<std::string> used_ids_;
    std::unordered_set<std::string> shown_;  ///< Country and name of new organisations.
    std::unordered_map<std::string, std::uint32_t> users_;
};

}  // namespace nutgraf::gazetteer
